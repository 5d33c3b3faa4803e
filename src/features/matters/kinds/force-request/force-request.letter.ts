import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, letterOf } from '../../../letters/letters.ts'
import { chinaMoment } from '../letter-facts.ts'
import type { forceRequestChart } from './force-request.chart.ts'
import type { ForceRequest, forceRequestForms } from './force-request.contract.ts'

type Said<A extends keyof typeof forceRequestForms> = z.infer<(typeof forceRequestForms)[A]>

/** The letter of a request for forces: who is sent 派员函. Those who come assist; only the territorial organ may coerce (行政强制法 Art. 17). */
export const forceRequestLetters: KindLetters<ActionOf<typeof forceRequestChart>> = {
  writes: {
    commit: letterOf({
      type: 'dispatch',
      to: 'asker',
      facts: (source) => {
        const { operation, window } = source.content as ForceRequest
        const { leader, people, vehicles, drones } = source.body as Said<'commit'>
        return {
          purpose: operation.title,
          place: operation.place,
          from: chinaMoment(window.from),
          until: chinaMoment(window.until),
          members: people.map(({ name, certificateNumber, speciality }) => ({
            name,
            certificate: certificateNumber,
            duty: speciality,
          })),
          equipment: [
            ...(vehicles ?? []).map(({ plate, use }) => (use ? `车辆${plate}（${use}）` : `车辆${plate}`)),
            ...(drones ?? []).map(
              ({ model, registrationNumber, pilot }) =>
                `无人机${model}（${registrationNumber}），操控员${pilot}`,
            ),
          ],
          command: leader.name,
          limits:
            '派出人员在你单位统一指挥下协助执法，以你单位名义制作文书；行政强制措施由你单位具备资格的执法人员实施。',
          basis: operation.legalBasis,
          contact: leader.name,
          phone: leader.phone,
        }
      },
    }),
  },
  voids: { cancel: ['dispatch'] },
}
