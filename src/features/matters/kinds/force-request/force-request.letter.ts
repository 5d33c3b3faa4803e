import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import { chinaMoment, officerNames } from '../letter-facts.ts'
import { declineLetter } from '../usual-letters.ts'
import type { forceRequestChart } from './force-request.chart.ts'
import type { ForceRequest, forceRequestForms } from './force-request.contract.ts'

type Said<A extends keyof typeof forceRequestForms> = z.infer<(typeof forceRequestForms)[A]>

/**
 * The letters of a request for forces: the request, who is sent 派员函, or why nobody is. Those who come assist; only the territorial organ
 * may coerce (行政强制法 Art. 17). Whoever is sent instead comes with a letter that replaces the one before.
 */
export const forceRequestLetters: KindLetters<ActionOf<typeof forceRequestChart>> = {
  writes: {
    send: letterOf({
      type: 'force-request',
      to: 'answerers',
      facts: ({ content, wordOf }) => {
        const { operation, window, needs, tasks, localOfficers, contact } = content as ForceRequest
        return {
          title: operation.title,
          reasons: operation.reasons,
          basis: operation.legalBasis,
          place: operation.place,
          from: chinaMoment(window.from),
          until: chinaMoment(window.until),
          needs: [
            ...(needs.people ? [`执法人员${needs.people}名`] : []),
            ...(needs.vehicles ? [`车辆${needs.vehicles}辆`] : []),
            ...(needs.drones ? [`无人机${needs.drones}架`] : []),
          ],
          requirements: needs.requirements,
          tasks: tasks.map(({ task, detail }) => `${wordOf('tasks[].task', task)}：${detail}`),
          officers: officerNames(localOfficers),
          support: needs.support,
          urgency: operation.urgency === 'urgent' ? '紧急' : undefined,
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    commit: dispatch(({ body }) => body as Said<'commit'>),
    substitute: dispatch(({ body }) => body as Said<'substitute'>),
    decline: declineLetter(
      { answers: 'force-request', subject: ({ content }) => (content as ForceRequest).operation.title },
      'reason',
    ),
  },
  voids: {
    release: ['force-request'],
    giveUp: ['force-request'],
    substitute: ['dispatch'],
    cancel: ['force-request', 'dispatch'],
  },
}

type Sent = Pick<Said<'commit'>, 'leader' | 'people' | 'vehicles' | 'drones'> & { readonly reason?: string }

function dispatch(sentOf: (source: LetterSource) => Sent) {
  return letterOf({
    type: 'dispatch',
    to: 'asker',
    facts: (source) => {
      const { operation, window } = source.content as ForceRequest
      const { leader, people, vehicles = [], drones = [], reason } = sentOf(source)
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
          ...vehicles.map(({ plate, use }) => (use ? `车辆${plate}（${use}）` : `车辆${plate}`)),
          ...drones.map(
            ({ model, registrationNumber, pilot }) =>
              `无人机${model}（${registrationNumber}），操控员${pilot}`,
          ),
        ],
        command: leader.name,
        limits:
          '派出人员在你单位统一指挥下协助执法，以你单位名义制作文书；行政强制措施由你单位具备资格的执法人员实施。',
        basis: operation.legalBasis,
        replaces: source.answered('dispatch')?.number,
        reason,
        contact: leader.name,
        phone: leader.phone,
      }
    },
  })
}
