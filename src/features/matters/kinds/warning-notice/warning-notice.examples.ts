import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { lightBodies } from '../light-exchange.ts'
import type { Warning, warningNoticeForms } from './warning-notice.contract.ts'

// Examples that tests and the demonstration share; every name, number and plate is invented, and the plates say so (TEST).

type Bodies = { readonly [A in keyof typeof warningNoticeForms]: z.infer<(typeof warningNoticeForms)[A]> }

const days = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString()

/** Coaches with forged charter plates that appear in several provinces. */
export const forgedCharters = (
  to: readonly AgencyId[],
  severity: Warning['warning']['severity'] = 'yellow',
  validUntil = days(14),
): Warning => ({
  to: [...to],
  warning: {
    title: '多辆旅游客车使用伪造包车客运标志牌跨省营运',
    severity,
    category: 'forged-documents',
    facts: '近期查获三辆旅游客车持伪造的省际包车客运标志牌，标志牌编号连续，印刷粗糙，二维码不能识读。',
    area: '辽吉两省交界的普通国省道和高速公路出入口',
    validUntil,
  },
  request: {
    measures: '对持纸质标志牌的旅游客车逐一核验二维码，重点检查夜间过境车辆。',
    onHit: '查获后先行取证，按属地立案，并回报查获情况。',
  },
  subjects: [
    { kind: 'vehicle', plate: '辽MTEST7', colour: '2', type: 'tour-coach' },
    { kind: 'vehicle', plate: '吉CTEST8', colour: '2', type: 'tour-coach' },
  ],
  contact: { name: '试例四', phone: '024-70000004' },
  declaration: { noReporter: true, noStateSecrets: true },
})

const { askBack: _, release: __, ...begin } = lightBodies

/** A good body for each action. */
export const warningNoticeBodies = (to: readonly AgencyId[]): Bodies => ({
  ...begin,
  send: forgedCharters(to),
  update: {
    facts: '又发现两块同批次标志牌，编号尾数为 61、62。',
    measures: '请同时核查使用同一手机号预约的包车。',
  },
  acknowledgeUpdate: {},
  withdraw: { reason: 'found', explanation: '制售窝点已由公安机关查处。' },
  confirmWithdrawal: {},
  expire: {},
  reportHit: {
    subject: 1,
    at: '2025-06-05T23:40:00+08:00',
    place: 'G102 线四平超限检测站',
    facts: '该车持编号尾数 58 的标志牌，二维码不能识读，车上乘客 31 人。',
    handling: '已转运乘客，暂扣标志牌，拟立案。',
  },
})
