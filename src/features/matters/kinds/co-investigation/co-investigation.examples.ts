import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { formalRequestBodies } from '../formal-request.ts'
import type { coInvestigationForms, Request } from './co-investigation.contract.ts'

// Examples that tests and the demonstration share. Every person, company, number and plate is invented, and the plates say so (TEST).

type Forms = typeof coInvestigationForms
type Bodies = { readonly [A in keyof Forms]: z.infer<Forms[A]> }

const officersOf = (place: string) => [
  { name: '试例二十一', certificateNumber: `${place}0021` },
  { name: '试例二十二', certificateNumber: `${place}0022` },
]

/** A truck overloaded in 铁岭 was loaded and is run in 四平: its owner is asked there, and the weighing slip fetched. */
export const loadedElsewhere = (...to: AgencyId[]): Request => ({
  to,
  case: {
    number: '辽铁昌交执〔2025〕00031号',
    cause: '车辆超限运输',
    facts:
      '2025年6月10日，执法人员在昌图县毛家店检测点查获一辆六轴货车超限运输。驾驶人称在四平市某粮库装载，受车辆所有人安排，但未能提供装载单据。',
    legalBasis: '行政处罚法第二十六条；超限运输车辆行驶公路管理规定第三条',
    urgency: 'normal',
  },
  subjects: [
    { kind: 'vehicle', plate: '吉CTEST2', colour: '2', type: 'truck' },
    { kind: 'organisation', name: '四平试例粮食有限公司', creditCode: '91220322TEXTXP015N' },
  ],
  tasks: [
    {
      kind: 'take-statement',
      person: '试例二十',
      phone: '13800000020',
      what: '询问车辆所有人，核实运输由谁安排、装载重量由谁决定。',
      outline:
        '一、车辆由谁实际经营？\n二、6月10日的运输由谁安排，运费如何结算？\n三、装载时是否过磅，重量是多少，由谁决定？',
    },
    { kind: 'fetch-record', what: '调取该车6月10日的出库单和过磅单。', where: '四平试例粮食有限公司' },
    { kind: 'verify-document', what: '核验该车道路运输证是否有效。' },
  ],
  officers: officersOf('2112'),
  contact: { name: '试例二十一', phone: '024-00000021' },
  declaration: { needed: true, noStateSecrets: true },
})

/** An urgent one with a statement by video: the driver is leaving. */
export const askedByVideo = (...to: AgencyId[]): Request => ({
  ...loadedElsewhere(...to),
  case: { ...loadedElsewhere(...to).case, urgency: 'urgent', urgencyReason: '驾驶人三日后出境务工。' },
  tasks: [
    {
      kind: 'remote-statement',
      person: '试例二十',
      what: '由我方执法人员视频询问，请贵方核验身份、监督签名。',
      outline: '一、6月10日装载的经过。\n二、是否知道车辆超限。',
    },
  ],
})

/** A good body for each action; `submit` is the truck loaded elsewhere. */
export const coInvestigationBodies = (...to: AgencyId[]): Bodies => ({
  ...formalRequestBodies,
  submit: loadedElsewhere(...to),
  take: { officers: officersOf('2203'), contact: { name: '试例二十三', phone: '0434-0000023' } },
  decline: { declineReason: 'OutOfPowers', grounds: '该企业由市场监管部门管理，本机关无权调取其账册。' },
  answerTask: doneTask(1),
  reply: { summary: '三项任务均已答复。车辆由试例二十实际经营，装载重量由装载企业决定。' },
  extend: { reason: '车辆所有人外出，约定下周到队。' },
  askMore: { missing: '过磅单缺少司磅员签字，请补充其身份和说明。' },
  supply: { supplement: '司磅员为试例粮食公司职工，已作说明，见附件。' },
  confirm: {},
})

/** A task that was carried out. */
export const doneTask = (task: number, doneAt = new Date().toISOString()): Bodies['answerTask'] => ({
  result: 'done',
  task,
  findings: '已询问，被询问人承认装载时未过磅。',
  doneAt,
  place: '四平支队询问室',
  officers: officersOf('2203'),
})

/** A statement taken by video, with everything its record needs. */
export const videoStatement = (task: number, doneAt = Date.now() - 2 * 60_000): Bodies['answerTask'] => ({
  result: 'remote',
  task,
  findings: '被询问人陈述装载时未过磅，不清楚重量。',
  doneAt: new Date(doneAt).toISOString(),
  endedAt: new Date(doneAt + 60_000).toISOString(),
  officers: officersOf('2203'),
  askedBy: officersOf('2112'),
  identity: 'id-card',
  rightsTold: true,
  recorded: true,
  signature: 'on-paper',
})

/** A task that could not be done. */
export const unableTask = (task: number): Bodies['answerTask'] => ({
  result: 'unable',
  task,
  unableReason: 'record-not-kept',
  tried: '2025年6月20日到该企业核查，企业称不保存过磅单，监控仅存七日。',
  suggestion: '可向粮库上级公司调取。',
})
