import { documentFor } from '../papers/transfer-papers.ts'
import type { Cast } from '../stage.ts'
import type { Tale } from '../tale.ts'
import { overloadCase } from './overload-case.ts'
import { preparedTransfer } from './sent-transfer.ts'

const officer = 'tieling.officer'
const answerer = 'siping.officer'

/** What 四平 does before it takes a case over: looks, asks, objects, and how a dispute goes up to the ministry. */
export function transfersInQuestion({ past, agency, who }: Cast): readonly Tale[] {
  const siping = agency('220300-ZF')
  const common = {
    axles: 6,
    limitKg: 49_000,
    office: '吉C',
    place: '昌图县老城超限检测点',
    road: 'G102 K798+600 下行',
    to: siping,
  }
  const reasons = '车籍地和源头装载企业均在四平市，当事人书面申请在四平市接受处理。'
  const takingUp = {
    reason: '近期两地就同类案件管辖多次产生分歧，由本机关直接指定，以便统一标准。',
    legalBasis: '《中华人民共和国行政处罚法》第二十五条第二款',
  }
  const before = (workdays: number) => ({
    place: 'tieling',
    opened: past.workday(workdays + 2, '08:50'),
    submitted: past.workday(workdays + 2, '10:40'),
    approved: past.workday(workdays + 1, '15:00'),
    sent: past.workday(workdays, '09:10'),
  })
  const received = overloadCase({
    ...common,
    serial: 8,
    foundAt: past.workday(7, '20:30'),
    totalKg: 60_120,
    cargo: '玉米',
    company: '四平市德润仓储运输有限公司',
    address: '四平市铁西区演示路203号',
    reasons,
  })
  const supplementing = overloadCase({
    ...common,
    serial: 9,
    foundAt: past.workday(9, '07:15'),
    totalKg: 56_660,
    cargo: '水泥熟料',
    company: '四平市鑫垒建材运输有限公司',
    address: '四平市铁东区演示街44号',
    reasons,
  })
  const objected = overloadCase({
    ...common,
    serial: 10,
    foundAt: past.workday(9, '23:05'),
    totalKg: 54_980,
    cargo: '木材',
    company: '四平市林安木业运输有限公司',
    address: '四平市铁西区演示路12号',
    reasons: '车籍地在四平市，由车籍地办理便于执行。',
  })
  const consulting = overloadCase({
    ...common,
    serial: 11,
    foundAt: past.workday(14, '11:25'),
    totalKg: 62_340,
    cargo: '粮食',
    company: '四平市丰廪粮食物流有限公司',
    address: '四平市铁东区演示街70号',
    reasons,
  })
  const referred = overloadCase({
    ...common,
    serial: 12,
    foundAt: past.workday(19, '04:40'),
    totalKg: 71_250,
    cargo: '铁矿粉',
    company: '四平市聚岩矿产运输有限公司',
    address: '四平市铁西区演示路300号',
    reasons: '违法装载行为发生在四平市辖区的货运源头单位，行驶路段跨两省，由四平市并案查处更为适宜。',
    more: '装载企业同日出场的另外三辆货车亦在四平市境内被查获。',
  })
  const objectionTakenUp = overloadCase({
    ...common,
    serial: 21,
    foundAt: past.workday(8, '21:20'),
    totalKg: 66_480,
    cargo: '石料',
    company: '四平市塬顶石料运输有限公司',
    address: '四平市铁西区演示路61号',
    reasons: '装载企业在四平市，当事人书面申请在四平市接受处理。',
  })
  const consultationTakenUp = overloadCase({
    ...common,
    serial: 22,
    foundAt: past.workday(16, '05:30'),
    totalKg: 68_900,
    cargo: '钢坯',
    company: '四平市铁流钢材物流有限公司',
    address: '四平市铁东区演示街95号',
    reasons,
  })
  const returned = overloadCase({
    ...common,
    serial: 13,
    foundAt: past.workday(15, '16:50'),
    totalKg: 53_400,
    cargo: '白灰',
    company: '四平市昊通石灰运输有限公司',
    address: '四平市铁东区演示街18号',
    reasons,
  })

  return [
    preparedTransfer('received', received, before(4))
      .does(answerer, past.workday(4, '14:30'), 'acknowledge')
      .does('siping.leader', past.workday(4, '15:10'), 'assign', { accountId: who(answerer).accountId })
      .does(answerer, past.workday(3, '09:40'), 'say', {
        text: '材料已收到。请问称重时是否使用的固定式衡器？检定有效期到什么时候？',
      })
      .does(officer, past.workday(3, '11:05'), 'say', {
        text: '固定式，检定有效期至明年三月，检定证书复印件已上传。驾驶员电话可在系统中申请查看。',
      })
      .attaches(officer, past.workday(3, '11:00'), [
        { item: 'other-evidence', name: '衡器检定证书.pdf', bytes: documentFor(received, '衡器检定证书') },
      ])
      .does(answerer, past.workday(2, '16:20'), 'note', {
        text: '已到企业核实，公司承认车辆为其所有、驾驶员为其雇用。拟同意接收，待王支队签批。',
      }),

    preparedTransfer('supplementing', supplementing, before(6))
      .does(answerer, past.workday(6, '15:20'), 'acknowledge')
      .does(answerer, past.workday(3, '10:15'), 'requestSupplement', {
        gaps: [
          { item: 'questioning-record', what: '询问笔录第3页缺被询问人逐页签名，请补正后重新上传。' },
          { item: 'weighing-record', what: '检测单未注明衡器编号和检定有效期，请补充说明或提供检定证书。' },
          { item: 'facts', what: '请说明货物装载地点及装载企业名称，以便查处源头。' },
        ],
      })
      .does(officer, past.workday(2, '09:00'), 'say', {
        text: '收到。驾驶员在外地，签名页约好后天补签，其余两项今明上传。',
      }),

    preparedTransfer('objected', objected, before(6))
      .does(answerer, past.workday(5, '09:30'), 'acknowledge')
      .does(answerer, past.workday(2, '14:50'), 'object', {
        reason: 'NoJurisdiction',
        grounds:
          '本案系现场检查发现，违法行为发生地在昌图县，车辆、驾驶人均已在现场查实，不属于依据技术监控记录由车籍地处理的情形。仅以便于执行为由移送，依据不足。',
        legalBasis: '《中华人民共和国行政处罚法》第二十二条',
        suggested: [agency('211224-ZF')],
      }),

    preparedTransfer('consulting', consulting, before(11))
      .does(answerer, past.workday(10, '08:45'), 'acknowledge')
      .does(answerer, past.workday(8, '15:40'), 'object', {
        reason: 'NoJurisdiction',
        grounds:
          '违法行为发生地在昌图县，我支队对该行为没有管辖权。装载企业另案处理，不影响本案由发现地办理。',
        legalBasis: '《中华人民共和国行政处罚法》第二十二条',
      })
      .does('tieling.leader', past.workday(4, '10:10'), 'insist', {
        grounds:
          '装载行为和运输起点均在四平市，属违法行为发生地之一；两地同时立案的，由最先立案机关管辖，贵单位已对装载企业立案。',
      })
      .does('tieling.leader', past.workday(4, '10:25'), 'say', {
        text: '王支队，建议本周三视频会商一次，我们把同批次三辆车的证据一并带上。',
      })
      .does('siping.leader', past.workday(3, '09:05'), 'say', {
        text: '可以，周三下午两点，会议号稍后发联络员。',
      }),

    preparedTransfer('referred', referred, before(17))
      .does(answerer, past.workday(16, '10:20'), 'acknowledge')
      .does(answerer, past.workday(13, '16:30'), 'object', {
        reason: 'AlreadyFiledElsewhere',
        grounds: '同批货物运输行为昌图县大队已于当日先行立案，应由最先立案的机关管辖。',
        legalBasis: '《中华人民共和国行政处罚法》第二十五条',
      })
      .does('tieling.leader', past.workday(9, '09:30'), 'insist', {
        grounds: '我大队立案的是另一车辆，与本案并非同一违法行为；本案装载地在四平，并案更有利于查清源头。',
      })
      .does('siping.leader', past.workday(3, '11:15'), 'maintain', {
        grounds: '协商未能一致。我支队认为本案宜由行驶路段所在地管辖，请共同上级指定。',
      }),

    preparedTransfer('objectionTakenUp', objectionTakenUp, before(5))
      .does(answerer, past.workday(5, '14:10'), 'acknowledge')
      .does(answerer, past.workday(2, '10:30'), 'object', {
        reason: 'NoJurisdiction',
        grounds: '违法行为发生地和查获地均在昌图县，装载企业所在地不是违法行为发生地。',
        legalBasis: '《中华人民共和国行政处罚法》第二十二条',
      })
      .does('ministry.supervisor', past.workday(1, '15:20'), 'takeUp', takingUp),

    preparedTransfer('consultationTakenUp', consultationTakenUp, before(13))
      .does(answerer, past.workday(12, '09:40'), 'acknowledge')
      .does(answerer, past.workday(10, '11:00'), 'object', {
        reason: 'AlreadyFiledElsewhere',
        grounds: '该车同日在昌图县境内的另一超限行为已由昌图县大队立案，两次行为应并案办理。',
        legalBasis: '《中华人民共和国行政处罚法》第二十五条',
      })
      .does('tieling.leader', past.workday(5, '10:20'), 'insist', {
        grounds: '两次行为不在同一路段、不在同一时间，不是同一违法行为，不能并案。',
      })
      .does('ministry.supervisor', past.workday(1, '15:40'), 'takeUp', takingUp),

    preparedTransfer('returned', returned, before(12))
      .does(answerer, past.workday(11, '09:20'), 'acknowledge')
      .does(answerer, past.workday(10, '14:00'), 'object', {
        reason: 'AlreadyFiledElsewhere',
        grounds: '该车同一运输行为已由铁岭市交警支队查获并作出处罚，不得给予两次罚款。',
        legalBasis: '《中华人民共和国行政处罚法》第二十九条',
      })
      .does(officer, past.workday(8, '10:30'), 'concede', {
        note: '经与交警支队核对属实，同意异议，收回本案并依法不再罚款。',
      }),
  ]
}
