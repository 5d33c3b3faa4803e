import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import { answeredLetter, carrierName, chinaDay, fileNames, withoutStop } from '../letter-facts.ts'
import { penaltyWords } from '../penalty-words.ts'
import type { caseNoticeChart } from './case-notice.chart.ts'
import type { Answer, caseNoticeForms, Submission } from './case-notice.contract.ts'

type Recall = z.infer<(typeof caseNoticeForms)['recall']>

/** The rules on overload name the notice (Art. 44); those on other transport are named only where their text is at hand. */
const basisOf = (behaviour: Submission['decision']['behaviour']): string =>
  behaviour === 'overload' || behaviour === 'oversize'
    ? '《超限运输车辆行驶公路管理规定》等有关抄告的规定'
    : '有关抄告的规定'

/**
 * The letters of a notice: the notice with its five groups of facts, the answer of the home region, of which the latest holds, and the recall of a
 * decision that does not (行政处罚法 Art. 48).
 */
export const caseNoticeLetters: KindLetters<ActionOf<typeof caseNoticeChart>> = {
  writes: {
    send: letterOf({
      type: 'case-notice',
      to: 'answerers',
      facts: (source) => {
        const { wordOf, files } = source
        const { vehicle, ship, driver, cargo, decision, request, contact } = source.content as Submission
        return {
          caseNumber: decision.caseNumber,
          cause: wordOf('decision.behaviour', decision.behaviour),
          vehicle: carrierName(vehicle, ship, (type) => wordOf('vehicle.type', type)),
          owner: vehicle?.owner ?? ship?.operator,
          certificate: vehicle?.transportCertificate ?? ship?.transportCertificate,
          driver: joined(
            driver.name,
            labelled('从业资格证号', driver.qualification),
            driver.employer,
            driver.remark,
          ),
          cargoSource: joined(cargo.source, labelled('装载单（磅单）号', cargo.loadingSlip), cargo.remark),
          facts: decision.facts,
          decisionNumber: decision.decisionNumber,
          decided: chinaDay(decision.decidedOn),
          decision: sentence(
            penaltyWords(decision, (penalty) => wordOf('decision.penalties', penalty)),
            wordOf('decision.execution', decision.execution),
          ),
          basis: basisOf(decision.behaviour),
          requested: sentence(
            request.measures.map((measure) => wordOf('request.measures', measure)).join('、'),
            request.reasons,
            request.other,
          ),
          materials: fileNames(files),
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    answer: feedback(),
    amendAnswer: feedback(),
    recall: letterOf({
      type: 'case-notice-recall',
      to: 'answerers',
      facts: (source) => {
        const { decision, vehicle, ship } = source.content as Submission
        const { recallReason, documentNumber, decidedOn, organ, nowHolds } = source.body as Recall
        return {
          ...answeredLetter(source, 'case-notice'),
          caseNumber: decision.caseNumber,
          cause: source.wordOf('decision.behaviour', decision.behaviour),
          vehicle: carrierName(vehicle, ship, (type) => source.wordOf('vehicle.type', type)),
          reason: source.wordOf('recallReason', recallReason),
          organ,
          documentNumber,
          decided: chinaDay(decidedOn),
          nowHolds,
        }
      },
    }),
  },
  voids: { amendAnswer: ['case-notice-feedback'], recall: ['case-notice'], giveUp: ['case-notice'] },
}

function feedback() {
  return letterOf({
    type: 'case-notice-feedback',
    to: 'asker',
    facts: (source) => {
      const { decision } = source.content as Submission
      const { outcomes = [], summary } = source.body as Answer
      const measure = (name: string) => source.wordOf('outcomes[].measure', name)
      return {
        ...answeredLetter(source, 'case-notice'),
        cause: source.wordOf('decision.behaviour', decision.behaviour),
        measures: outcomes.map(
          (outcome) =>
            `${measure(outcome.measure)}：${sentence(
              joined(source.wordOf('outcomes[].status', outcome.status), detailOf(source, outcome)),
            )}`,
        ),
        summary,
      }
    },
  })
}

function detailOf(
  { wordOf }: LetterSource,
  outcome: NonNullable<Answer['outcomes']>[number],
): string | undefined {
  switch (outcome.status) {
    case 'requested':
      return joined(outcome.of, outcome.note)
    case 'imposed':
      return joined(
        outcome.documentNumber,
        chinaDay(outcome.on),
        outcome.until && `至${chinaDay(outcome.until)}`,
      )
    case 'executed':
      return joined(outcome.documentNumber, chinaDay(outcome.on))
    case 'under-appeal':
      return joined(wordOf('outcomes[].appeal', outcome.appeal), outcome.note)
    case 'not-imposed':
      return joined(wordOf('outcomes[].whyNot', outcome.whyNot), outcome.grounds)
  }
}

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('，')

/** Parts of one sentence with one full stop at its end, whatever was typed at theirs; empty where there is nothing to say. */
function sentence(...parts: readonly (string | undefined)[]): string {
  const said = parts.flatMap((part) => (part ? withoutStop(part) : []))
  return said.length > 0 ? `${said.join('；')}。` : ''
}

/** A number says what it is the number of. */
const labelled = (label: string, number: string | undefined): string | undefined =>
  number === undefined ? undefined : `${label}${number}`
