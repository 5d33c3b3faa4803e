import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, letterOf } from '../../../letters/letters.ts'
import { amount, carrierName, fileNames, partyName } from '../letter-facts.ts'
import type { criminalTransferChart } from './criminal-transfer.chart.ts'
import type { Report } from './criminal-transfer.contract.ts'

/** The letter of a criminal transfer: 涉嫌犯罪案件移送书 (国务院令310号 Art. 6). */
export const criminalTransferLetters: KindLetters<ActionOf<typeof criminalTransferChart>> = {
  writes: {
    send: letterOf({
      type: 'criminal-transfer',
      to: 'answerers',
      facts: ({ content, wordOf, files }) => {
        const { case: it, suspicion, party, vehicle, ship, objects, contact } = content as Report
        return {
          caseNumber: it.number,
          cause: it.cause,
          party: partyName(party),
          vehicle: carrierName(vehicle, ship, (type) => wordOf('vehicle.type', type)),
          suspects: [party.name],
          offence: suspicion.offenceNote ?? wordOf('suspicion.offence', suspicion.offence),
          facts: `${it.facts}\n${suspicion.reasons}`,
          basis: `${suspicion.provisions}、《行政执法机关移送涉嫌犯罪案件的规定》`,
          materials: fileNames(files),
          objects: objects?.map(({ name, quantity, unit, custody }) => ({
            name,
            quantity: amount(quantity, unit),
            custody,
          })),
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
  },
}
