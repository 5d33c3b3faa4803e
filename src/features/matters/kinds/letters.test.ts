import { describe, expect, test } from 'vitest'
import { clockChanges } from '../../../kernel/chart.ts'
import { AgencyId } from '../../../kernel/ids.ts'
import { type LetterContent, type LetterSource, letterTypes, previewFacts } from '../../letters/letters.ts'
import type { Kind } from '../kind.ts'
import { caseNoticeBodies } from './case-notice/case-notice.examples.ts'
import { caseTransferBodies } from './case-transfer/case-transfer.examples.ts'
import { clueBodies } from './clue/clue.examples.ts'
import {
  askedByVideo,
  coInvestigationBodies,
  doneTask,
  loadedElsewhere,
  unableTask,
  videoStatement,
} from './co-investigation/co-investigation.examples.ts'
import { consultationBodies } from './consultation/consultation.examples.ts'
import { criminalTransferBodies } from './criminal-transfer/criminal-transfer.examples.ts'
import { dataCorrectionBodies } from './data-correction/data-correction.examples.ts'
import { documentServiceBodies } from './document-service/document-service.examples.ts'
import { evidenceRecognitionBodies } from './evidence-recognition/evidence-recognition.examples.ts'
import { executionHelpBodies, seizedBy, vehicleToSeize } from './execution-help/execution-help.examples.ts'
import { forceRequestBodies } from './force-request/force-request.examples.ts'
import { jurisdictionDisputeBodies } from './jurisdiction-dispute/jurisdiction-dispute.examples.ts'
import { kindOf, kinds } from './kinds.ts'
import { lookoutBodies, unknownPlate } from './lookout/lookout.examples.ts'
import { crowdedCar, partnerReferralBodies } from './partner-referral/partner-referral.examples.ts'
import { warningNoticeBodies } from './warning-notice/warning-notice.examples.ts'

const [asker, answerer, superior, third] = [1, 2, 3, 4].map((number) => ({
  id: AgencyId.parse(`01a00000-0000-7000-8000-00000000000${number}`),
  name: `试例${'甲乙丙丁'[number - 1]}机关`,
})) as [Agency, Agency, Agency, Agency]
type Agency = { readonly id: AgencyId; readonly name: string }
type Bodies = Readonly<Record<string, unknown>>

/** The examples every kind has: a good body for each action. */
const examples: Readonly<Record<string, Bodies>> = {
  'case-transfer': caseTransferBodies(answerer.id),
  clue: clueBodies([answerer.id]),
  'co-investigation': { ...coInvestigationBodies(answerer.id), submit: askedByVideo(answerer.id) },
  'document-service': documentServiceBodies(answerer.id),
  'case-notice': caseNoticeBodies([answerer.id]),
  'jurisdiction-dispute': jurisdictionDisputeBodies(answerer.id),
  'criminal-transfer': criminalTransferBodies(answerer.id),
  'evidence-recognition': evidenceRecognitionBodies(answerer.id),
  'force-request': forceRequestBodies([answerer.id]),
  lookout: lookoutBodies([answerer.id]),
  'execution-help': executionHelpBodies(answerer.id),
  'data-correction': dataCorrectionBodies(answerer.id),
  'warning-notice': warningNoticeBodies([answerer.id]),
  'partner-referral': partnerReferralBodies(answerer.id),
  consultation: consultationBodies([answerer.id]),
}

/** A move in a matter in which every action was taken with its example before. */
function sourceOf(kind: Kind, bodies: Bodies, action: string): LetterSource {
  const submits = Object.values(kind.chart.states).flatMap((steps) =>
    Object.entries(steps).flatMap(([name, step]) => (step.addresses ? [name] : [])),
  )
  const said = (name: string) => bodies[name] as Readonly<Record<string, unknown>> | undefined
  return {
    content: said(submits[0] ?? '') ?? {},
    body: said(action) ?? {},
    said,
    allSaid: (name) => [said(name) ?? {}],
    answered: () => ({ number: '试例函〔2026〕1号', day: '2026-03-05' }),
    nameOf: (id) => (id === third.id ? third.name : answerer.name),
    wordOf: (path, value) => kind.words.options[path]?.[String(value)]?.zh ?? '',
    labelOf: (path) => kind.words.fields[path]?.zh ?? '',
    asker,
    answerers: [answerer],
    superior,
    files: [{ name: '现场笔录.pdf', item: null, isOwn: true }],
    day: '2026-03-06',
    dueAt: '2026-03-27T23:59:59+08:00',
  }
}

const written = Object.entries(examples).flatMap(([name, bodies]) => {
  const kind = kindOf(name)
  return Object.entries(kind.letters?.writes ?? {}).map(([action, mapping]) => ({
    name,
    action,
    kind,
    bodies,
    mapping,
  }))
})

/** Everything that is printed. */
const textOf = ({ title, parts }: LetterContent): string => `${title}\n${JSON.stringify(parts)}`

describe('the letter of each action', () => {
  test('is tried for every kind; only a case, which nobody answers, writes none', () => {
    const silent = kinds.filter(({ letters }) => !letters).map(({ name }) => name)

    expect(silent).toEqual(['case'])
    expect(Object.keys(examples).sort()).toEqual(
      kinds
        .map(({ name }) => name)
        .filter((name) => !silent.includes(name))
        .sort(),
    )
  })

  test('of a type that no action writes does not exist', () => {
    const types = written.flatMap(({ mapping }) => mapping?.type ?? [])

    expect(Object.keys(letterTypes).filter((type) => !types.includes(type as never))).toEqual([])
  })

  test.each(written)(
    '$name $action says everything in words of the interface',
    ({ kind, bodies, action, mapping }) => {
      if (!mapping) throw new Error('There is no mapping.')
      const text = textOf(previewFacts(mapping, sourceOf(kind, bodies, action)))

      // An option without words, a field without a value, a number that is none.
      expect(text).not.toMatch(/undefined|NaN|null|\[object|：：|（）|，，|：。|“”/)
      // Options and paths are English; what people wrote in the examples is not.
      expect(
        text.replaceAll(/"(sort|text|items|rows|columns|paragraph|heading|list|table|sheet)"/g, ''),
      ).not.toMatch(/\b[a-z]+-[a-z]+\b/)
      expect(text.length).toBeGreaterThan(120)
    },
  )

  test.each(written)(
    '$name $action gives only facts that its type has',
    ({ kind, bodies, action, mapping }) => {
      if (!mapping) throw new Error('There is no mapping.')
      const facts = mapping.facts(sourceOf(kind, bodies, action))

      expect(Object.keys(letterTypes[mapping.type].fields)).toEqual(
        expect.arrayContaining(Object.keys(facts)),
      )
    },
  )

  test.each(written)(
    '$name $action says until when by clocks that begin with it or are counted from the content',
    ({ kind, action, mapping }) => {
      const begun = Object.entries(kind.chart.states).flatMap(([from, steps]) => {
        const step = steps[action]
        return step ? clockChanges(kind.chart, from, action, step.to).start : []
      })

      const counted = Object.entries(kind.chart.clocks).flatMap(([name, { fromContent }]) =>
        fromContent ? [name] : [],
      )
      expect([...begun, ...counted]).toEqual(expect.arrayContaining([...(mapping?.due ?? [])]))
    },
  )

  test.each(written)(
    '$name $action carries no number of an identity card, no credit code and no home address',
    ({ name, kind, bodies, action, mapping }) => {
      if (!mapping) throw new Error('There is no mapping.')
      const text = textOf(previewFacts(mapping, sourceOf(kind, bodies, action)))
      const personal = personalOf(bodies)

      // To serve a document one has to know where.
      const allowed = name === 'document-service' ? ['address'] : []
      for (const [sort, value] of personal) if (!allowed.includes(sort)) expect(text).not.toContain(value)
    },
  )
})

/** The text of the letter that an action writes in a matter with this content, after what the examples say was done before. */
function textOfLetter(kindName: string, action: string, changed: Bodies): string {
  const kind = kindOf(kindName)
  const mapping = kind.letters?.writes[action]
  if (!mapping) throw new Error(`${kindName} ${action} writes no letter.`)
  return textOf(previewFacts(mapping, sourceOf(kind, { ...examples[kindName], ...changed }, action)))
}

describe('what a letter says beside the usual', () => {
  test.each([
    ['co-investigation', '请于2026年3月27日前函复'],
    ['execution-help', '请于2026年3月27日前函复'],
    ['document-service', '2026年3月27日'],
  ])('%s: who is asked for help reads until when', (kind, until) => {
    expect(textOfLetter(kind, 'send', {})).toContain(until)
  })

  test.each([
    ['co-investigation', 'askMore'],
    ['case-transfer', 'requestSupplement'],
    ['evidence-recognition', 'requestSupplement'],
  ])('%s: who has to supply something reads until when', (kind, action) => {
    expect(textOfLetter(kind, action, {})).toContain('请于2026年3月27日前补充')
  })

  test('a transfer says of each measure in force until when it lasts and where the things are kept', () => {
    expect(textOfLetter('case-transfer', 'send', {})).toMatch(/，自.+至.+，存放于昌图县.+。/)
  })

  test('the answer to a case notice says of each measure what became of it, and until when it lasts', () => {
    const text = textOfLetter('case-notice', 'answer', {
      answer: {
        outcomes: [
          {
            status: 'imposed',
            measure: 'suspend-enterprise',
            documentNumber: '四交停〔2026〕8号',
            on: '2026-03-01',
            until: '2026-03-31',
          },
          {
            status: 'not-imposed',
            measure: 'education',
            whyNot: 'already-imposed',
            grounds: '上月已开展。',
          },
        ],
        summary: '已处理。',
      },
    })

    for (const said of [
      '责令企业停业整顿：已采取，四交停〔2026〕8号，2026年3月1日，至2026年3月31日。',
      '安全教育：未采取，已因同一事由采取过，上月已开展。',
    ])
      expect(text).toContain(said)
  })

  test('the reply to a co-investigation names what it encloses, how originals get there, and what is suggested where a task failed', () => {
    const text = textOfLetter('co-investigation', 'reply', {
      answerTask: unableTask(1),
      reply: { summary: '均已答复。', handover: '过磅单原件由四平支队保管，随卷移交。' },
    })

    for (const said of ['现场笔录', '原件和物品的移交：过磅单原件', '建议：可向粮库上级公司调取。'])
      expect(text).toContain(said)
  })

  test('the reply to a co-investigation says of each task when and where it was done, and how a statement by video was vouched for', () => {
    const at = '2025-06-20T09:30:00+08:00'
    const findings = '未过磅，重量由货主决定。'
    const done = {
      ...doneTask(1),
      findings,
      doneAt: at,
      place: '梨树县试例粮库',
      originals: '出库单由本机关保管。',
    }
    const refused = {
      ...videoStatement(1),
      doneAt: at,
      signature: 'refused',
      signatureNote: '称须律师在场。',
    }
    const replyAfter = (answerTask: object, submit: object) =>
      textOfLetter('co-investigation', 'reply', { answerTask, submit })

    expect(replyAfter(done, loadedElsewhere(answerer.id))).toContain(
      `当面询问（2025年6月20日9时30分，梨树县试例粮库）：${findings}\\n原件：出库单由本机关保管。`,
    )
    expect(replyAfter(refused, askedByVideo(answerer.id))).toContain(
      '身份核验：居民身份证；笔录签名：拒绝签名（称须律师在场）。',
    )
  })

  test('the outline of questions stands in the request question by question', () => {
    const text = textOfLetter('co-investigation', 'send', {})

    expect(text).toContain('试例二十：\\n一、6月10日装载的经过。\\n二、是否知道车辆超限。')
  })

  test.each(['update', 'lift'])(
    'a lookout names in %s the letter its issuer sent, not one it received',
    (action) => {
      expect(textOfLetter('lookout', action, {})).toContain('我单位2026年3月5日去函（')
    },
  )

  test('what was carried out in part says what is left and why, and nothing where the reason is "other"', () => {
    const { report } = executionHelpBodies(answerer.id)
    const partly = (shortfall: string) =>
      textOfLetter('execution-help', 'report', {
        report: { results: [{ ...report.results[0], shortfall }] },
      })

    expect(partly('party-unable')).toContain('未执行部分：尚欠5000元，承诺分期缴纳（被执行人无履行能力）。')
    expect(partly('other')).toContain('未执行部分：尚欠5000元，承诺分期缴纳。')
  })

  test('a measure was taken in the name of the organ of the place, by its decision and until when (行政强制法 Art. 17)', () => {
    const text = textOfLetter('execution-help', 'report', {
      submit: vehicleToSeize(answerer.id),
      report: seizedBy(third.id, new Date('2025-07-02T10:00:00+08:00')),
    })

    expect(text).toContain(
      '扣押（强制措施）：已采取强制措施（吉四交强〔2025〕TEST4号，试例丁机关，自2025年7月2日10时至2025年7月31日10时',
    )
  })

  test.each([
    ['co-investigation', 'decline'],
    ['document-service', 'decline'],
    ['execution-help', 'decline'],
    ['force-request', 'decline'],
    ['lookout', 'cannotDeploy'],
  ])('%s: help is declined with its reason and grounds (行政处罚法 Art. 26)', (kind, action) => {
    const { grounds } = (examples[kind] as Bodies)[action] as { grounds: string }

    const text = textOfLetter(kind, action, {})

    expect(text).toMatch(/我单位不能提供协助：[^。]+。/)
    expect(text).toContain(`理由：${grounds}`)
  })

  test('the result of a transferred case names the decision, what was imposed and how far it was carried out', () => {
    const { file, decide } = caseTransferBodies(answerer.id)

    const text = textOfLetter('case-transfer', 'reportResult', {})

    for (const said of [file.caseNumber, decide.decisionNumber, '给予行政处罚', '罚款'])
      expect(text).toContain(said)
  })

  test('whoever is sent instead comes with a letter that names those who come now, and which letter it replaces; what is no longer listed stays behind', () => {
    const text = textOfLetter('force-request', 'substitute', {})

    expect(text).toContain('试例三十三')
    expect(text).not.toMatch(/"试例三十二"|操控员试例三十二/)
    expect(text).toContain('本函代替试例函〔2026〕1号，原名单不再使用。调整原因：')
  })

  test('a review says how many pieces of evidence were recognised, and of each which criteria it meets', () => {
    const text = textOfLetter('evidence-recognition', 'recognise', {})
    expect(text).toContain('形式、合法性、关联性、完整性均符合')
    expect(text).toContain('形式不符合；形式有缺陷')
    expect(textOfLetter('evidence-recognition', 'recognise', {})).toContain('部分认可（2份中的1份）')
    expect(textOfLetter('evidence-recognition', 'refuse', {})).toContain('不予认可')
  })

  test('a document that could not be served twice goes back with every attempt', () => {
    const text = textOfLetter('document-service', 'fail', {})

    expect(text).toContain('未能送达')
    expect(text.split('门锁闭').length - 1).toBe(2)
    expect(text).toContain('建议提供法定代表人联系电话。')
  })

  test('a vehicle without a known plate is looked out for by its features', () => {
    const text = textOfLetter('lookout', 'issue', { issue: unknownPlate([answerer.id]) })

    expect(text).toContain('号牌不明')
    expect(text).toContain('货厢尾板缺失')
  })

  test('a crowded car is referred with seats, people and fares', () => {
    const text = textOfLetter('partner-referral', 'send', { send: crowdedCar(answerer.id) })

    expect(text).toContain('核载6人，实载10人，付费9人，每人400元')
    expect(text).not.toContain('随案物品')
  })

  test('a ruling on a record says value by value what is corrected and what stays', () => {
    const { orderCorrection } = dataCorrectionBodies(answerer.id)
    const ordered = (rulings: object) =>
      textOfLetter('data-correction', 'orderCorrection', { orderCorrection: { ...orderCorrection, rulings } })
    const [axles, validity] = orderCorrection.rulings

    expect(ordered([axles, validity])).toContain('更正“轴数”；“道路运输证有效期”维持原记录。')
    expect(ordered([axles, { ...validity, ruling: 'correct' }])).toContain('更正“轴数”、“道路运输证有效期”。')
  })

  test('a challenge tells the common superior what the keeper answered, value by value', () => {
    const { decline: _, ...bodies } = dataCorrectionBodies(answerer.id)
    const text = textOfLetter('data-correction', 'challenge', { ...bodies, decline: undefined })

    expect(text).toContain('轴数：更正为“6 轴”。')
    expect(text).toContain('道路运输证有效期：')
  })
})

/** The personal details in the examples, by name of their field. */
function personalOf(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string')
    return ['idNumber', 'creditCode', 'address'].includes(name) ? [[name, value]] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => personalOf(inner, Array.isArray(value) ? name : key))
}
