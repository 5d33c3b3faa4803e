import type { z } from 'zod'
import { chinaDayOf } from '../../../../kernel/day.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { jurisdictionDisputeForms, Position, Raise } from './jurisdiction-dispute.contract.ts'

// Examples that tests and the demonstration share; every person, company, number and plate is invented.

type Bodies = {
  readonly [A in keyof typeof jurisdictionDisputeForms]: z.infer<(typeof jurisdictionDisputeForms)[A]>
}

/** A truck loaded in one province and weighed in the next: both filed, the finder first. */
export const loadedAndWeighed = (to: AgencyId): Raise => ({
  to: [to],
  dispute: {
    conflict: 'both-claim',
    behaviour: 'overload',
    cause: '车辆超限运输',
    caseNumber: '辽铁昌交执〔2025〕00041号',
    place: '吉林省四平市梨树县装载，辽宁省铁岭市昌图县毛家店镇检测发现',
    road: 'G102 K812+300 上行',
    occurredAt: '2025-08-05T09:10:00+08:00',
    facts:
      '六轴半挂货车自梨树县装载玉米驶入昌图县，经检测车货总质量 61000 千克，超过限值 12000 千克。双方均已立案。',
  },
  party: { kind: 'organisation', name: '四平试例物流有限公司', creditCode: '91220322TEXTXP015N' },
  vehicle: { plate: '吉CTEST1', colour: '2', type: 'tractor' },
  position: finderPosition,
  contact: { name: '试例三', phone: '024-00000001' },
  declaration: { evidenceSecured: true, noStateSecrets: true },
})

const finderPosition: Position = {
  competent: 'asker',
  caseNumber: '辽铁昌交执〔2025〕00041号',
  filedAt: '2025-08-05T11:30:00+08:00',
  reasons: '超限行为在本县持续并被查获，检测、取证均在本县完成，本机关立案在先。',
  legalBasis: '行政处罚法第二十二条、第二十五条',
  evidence: '称重检测单、现场笔录、现场视频，证明车辆在本县境内超限行驶。',
}

const loaderPosition: Position = {
  competent: 'answerer',
  caseNumber: '吉四梨交执〔2025〕00022号',
  filedAt: '2025-08-06T08:40:00+08:00',
  reasons: '违法装载发生在本县，源头企业在本县，宜一并查处。',
  legalBasis: '行政处罚法第二十二条',
  evidence: '过磅单、装载现场照片、询问笔录，证明装载地点和装载量。',
}

/** Nothing is designated before it was disputed, and nobody told of it before it was designated. */
const now = (): string => new Date().toISOString()

/** A good body for each action; the other side first holds against, with what it filed a day later. */
export const jurisdictionDisputeBodies = (to: AgencyId): Bodies => ({
  raise: loadedAndWeighed(to),
  discard: { reason: '双方已口头商定，由对方管辖。' },
  takePosition: { position: loaderPosition, contact: { name: '试例十', phone: '0434-0000002' } },
  revisePosition: { position: { ...finderPosition, evidence: '补充调取沿途卡口记录，证明全程路线。' } },
  giveUp: { reason: '对方机构已撤销，另行向承接机构提出。' },
  drop: { reason: '经核实不是同一违法行为，双方各自办理。' },
  settleOnAsker: {
    agreedOn: '2025-08-12',
    way: 'video',
    participants: '昌图大队试例三、试例四；梨树大队试例十',
    minutes: '双方一致认为系同一违法行为，由最先立案的昌图大队管辖，梨树大队提供源头装载证据。',
  },
  settleOnAnswerer: {
    agreedOn: '2025-08-12',
    way: 'meeting',
    participants: '昌图大队试例三、试例四；梨树大队试例十',
    minutes: '双方商定由梨树大队管辖，与源头装载企业并案查处。',
    againstFirstFiling: '源头企业同时被立案，并案查处更有利于查明全部事实。',
  },
  escalate: {
    consulted: '8 月 8 日、12 日两次视频协商，对先立案时间的效力意见不一。',
    opinion: '本机关最先立案，建议指定由本机关管辖。',
    legalBasis: '行政处罚法第二十五条第二款',
  },
  demandDesignation: {
    consulted: '两次视频协商，对方坚持先立案即有管辖权，本机关认为应由装载地并案查处。',
    opinion: '源头装载行为系主要违法行为，建议指定由本机关管辖。',
    legalBasis: '行政处罚法第二十五条第二款',
  },
  takeUp: {
    reason: '双方强制措施期限将满，协商已逾五日仍无进展，本部直接指定管辖。',
    legalBasis: '行政处罚法第二十五条第二款',
  },
  escalateOnDemand: {},
  designateAsker: {
    decisionNumber: '交执指〔2025〕7号',
    decidedOn: chinaDayOf(now()),
    grounds: '经查系同一违法行为，由最先立案的机关管辖。',
    legalBasis: '行政处罚法第二十五条',
  },
  designateAnswerer: {
    decisionNumber: '交执指〔2025〕8号',
    decidedOn: chinaDayOf(now()),
    grounds: '源头装载行为系主要违法行为，由装载地机关并案管辖。',
    legalBasis: '行政处罚法第二十二条、第二十五条',
  },
  designateOther: {
    agency: [to],
    decisionNumber: '交执指〔2025〕9号',
    decidedOn: chinaDayOf(now()),
    grounds: '双方与案件均有利害关系，指定第三方管辖。',
    legalBasis: '行政处罚法第二十五条',
  },
  handOver: {
    stoppedAt: now(),
    items: [{ name: '案卷', quantity: 1, unit: '册' }],
    notice: { told: 'told', method: 'direct', at: now() },
  },
  confirmHandOver: { receivedBy: '试例四' },
  reportTransfer: {
    summary: '已向指定的机关发出案件移送，对方已签收。',
  },
})
