import { chinaDayOf } from '../../../kernel/day.ts'
import { inventedCitizenId, inventedCreditCode } from '../invented.ts'
import { documentNumber } from '../past.ts'
import type { Cast } from '../stage.ts'
import { type Tale, type Telling, tell } from '../tale.ts'
import { later, officers, paper, vehicle } from './formal-request.ts'

/** Cases that two agencies claim or decline, and cases that are for the police. */
export const disputesAndCrimes = (cast: Cast): readonly Tale[] => [...disputes(cast), ...crimes(cast)]

const contacts = {
  tieling: { name: '周启明', phone: '024-55500101' },
  siping: { name: '李思远', phone: '0434-5550103' },
  lishu: { name: '陈树森', phone: '0434-5550112' },
  shuangliao: { name: '邢志远', phone: '0434-5550122' },
  kezuohouqi: { name: '包乌云', phone: '0475-5550102' },
} as const
type Place = keyof typeof contacts

/** One being consulted on, one before the ministry, one settled and handed over, one just raised. */
function disputes({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const claims = (competent: 'asker' | 'answerer', series: string, filedAt: string, serial: number) => ({
    competent,
    caseNumber: documentNumber(series, filedAt, serial),
    filedAt,
    reasons: '违法行为在本辖区被查获，检测、取证均在本辖区完成。',
    legalBasis: '《行政处罚法》第二十二条、第二十五条',
    evidence: '称重检测单、现场笔录、现场视频。',
  })
  const raised = (name: string, place: Place, to: string, when: string, serial: number): Telling => {
    const foundAt = later(when, -60 * 30)
    return tell(name, 'jurisdiction-dispute', `${place}.officer`, later(when, -40)).does(
      `${place}.officer`,
      when,
      'raise',
      {
        to: [agency(to)],
        dispute: {
          conflict: 'both-claim',
          behaviour: 'overload',
          cause: '车辆超限运输',
          place: '邻县装载，本县检测发现',
          road: 'G102 省界段',
          occurredAt: foundAt,
          facts: '六轴半挂货车装载玉米，经检测车货总质量61000千克，超过限值12000千克，双方均已立案。',
        },
        party: {
          kind: 'organisation',
          name: `试例物流第${serial}有限公司`,
          creditCode: inventedCreditCode(serial),
        },
        vehicle: vehicle('吉C', serial, 'tractor'),
        position: claims('asker', '演示交执甲', later(foundAt, 120), serial),
        contact: contacts[place],
        declaration: { evidenceSecured: true, noStateSecrets: true },
      },
    )
  }
  const claimedLater = (when: string, serial: number) =>
    claims('answerer', '演示交执乙', later(when, -60 * 6), serial)
  const settledAt = at(24, '10:30')

  return [
    raised('two filed, talking', 'tieling', '220322-ZF', at(4, '10:30'), 591).does(
      'lishu.officer',
      at(3, '10:00'),
      'takePosition',
      { position: claimedLater(at(4, '10:30'), 591), contact: contacts.lishu },
    ),
    raised('before the ministry', 'shuangliao', '150522-ZF', at(12, '10:30'), 592)
      .does('kezuohouqi.officer', at(11, '09:00'), 'takePosition', {
        position: claimedLater(at(12, '10:30'), 592),
        contact: contacts.kezuohouqi,
      })
      .does('shuangliao.leader', at(5, '15:00'), 'escalate', {
        consulted: '两次视频协商，对先立案时间的效力意见不一。',
        opinion: '本机关最先立案，建议指定由本机关管辖。',
        legalBasis: '《行政处罚法》第二十五条第二款',
      }),
    raised('agreed and handed over', 'tieling', '220322-ZF', settledAt, 593)
      .does('lishu.officer', at(23, '09:00'), 'takePosition', {
        position: { ...claimedLater(settledAt, 593), competent: 'asker' },
        contact: contacts.lishu,
      })
      .does('tieling.officer', at(22, '10:00'), 'settleOnAsker', {
        agreedOn: chinaDayOf(at(22, '09:00')),
        way: 'video',
        participants: '双方各两人。',
        minutes: '双方一致认为系同一违法行为，由最先立案的昌图大队管辖，梨树大队提供源头装载证据。',
      })
      .does('lishu.officer', at(21, '10:00'), 'handOver', {
        stoppedAt: at(22, '11:00'),
        items: [{ name: '案卷', quantity: 1, unit: '册' }],
        notice: { told: 'told', method: 'direct', at: at(22, '15:00') },
      })
      .does('tieling.officer', at(20, '10:00'), 'confirmHandOver', { receivedBy: '孟晓峰' }),
    raised('just raised', 'siping', '211224-ZF', at(1, '15:00'), 594),
  ]
}

/** One the police have filed and wait for the car of, one they signed for, one that waits for the leader. */
function crimes({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const reported = (name: string, place: Place, to: string, when: string, serial: number): Telling => {
    const [first, second] = place === 'siping' ? ['李思远', '孙浩然'] : ['周启明', '孟晓峰']
    const by = `${place}.officer`
    return tell(name, 'criminal-transfer', by, later(when, -90))
      .attaches(by, later(when, -80), [
        paper('investigation-report', '涉嫌犯罪案件情况的调查报告', when, '核载55人，实载83人。'),
        paper('objects-list', '涉案物品清单', when, '旅游客车一辆。'),
        paper('other-evidence', '现场清点记录', when, '经逐一清点，车上乘客82人、驾驶人1人。'),
      ])
      .does(by, when, 'report', {
        to: [agency(to)],
        case: {
          number: documentNumber('演示交执', when, serial),
          cause: '旅游包车严重超员',
          discoveredAt: later(when, -60 * 20),
          place: 'G1 京哈高速服务区',
          facts: '执法人员检查发现，核载55人的旅游客车实载83人，超员50%以上，驾驶人为临时聘用。',
          law: '《道路运输条例》第六十一条',
        },
        suspicion: {
          offence: 'dangerous-driving-passengers',
          provisions: '《刑法》第一百三十三条之一第一款第三项',
          reasons: '从事旅客运输，严重超过额定乘员载客，涉嫌危险驾驶罪。',
        },
        party: {
          kind: 'person',
          name: '柴某某',
          idNumber: inventedCitizenId(serial % 10),
          idNumberNote: '演示证件号码，并非真实',
        },
        vehicle: vehicle('吉C', serial, 'tour-coach'),
        objects: [{ name: '旅游客车', quantity: 1, unit: '辆', custody: '服务区停车场' }],
        team: officers(first ?? '', second ?? ''),
        contact: contacts[place],
        notApplicable: [{ item: 'appraisal', reason: '载客人数由现场清点和视频确认，无需检验鉴定。' }],
        declaration: { noPenaltyInstead: true, noStateSecrets: true },
      })
  }
  const approval = { opinion: '事实清楚，涉嫌危险驾驶罪，批准移送。' }

  return [
    reported('coach the police filed', 'siping', '220300-GA', at(9, '10:30'), 595)
      .does('siping.leader', at(9, '14:00'), 'approve', approval)
      .does('siping.officer', at(9, '15:00'), 'send')
      .does('siping.partner', at(9, '16:00'), 'sign', { receivedBy: '曲波' })
      .does('siping.partner', at(7, '10:00'), 'file', {
        noticeNumber: '四公立（演示）118号',
        decidedOn: chinaDayOf(at(7, '09:00')),
      }),
    reported('coach the police signed for', 'siping', '220300-GA', at(2, '10:30'), 596)
      .does('siping.leader', at(2, '14:00'), 'approve', approval)
      .does('siping.officer', at(2, '15:00'), 'send')
      .does('siping.partner', at(1, '09:00'), 'sign', { receivedBy: '曲波' }),
    reported('coach for the leader', 'tieling', '211224-GA', at(1, '16:00'), 597),
  ]
}
