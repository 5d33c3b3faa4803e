import { chinaDayOf } from '../../../kernel/day.ts'
import { kindOf } from '../../matters/matters.ts'
import { inventedCreditCode, inventedPhone } from '../invented.ts'
import { scenePicture } from '../papers/scene-picture.ts'
import type { TransferContent } from '../papers/transfer-papers.ts'
import { documentNumber, documentTime } from '../past.ts'
import type { Cast } from '../stage.ts'
import { type Tale, tell } from '../tale.ts'
import { later, officers, paper, sentRequest, vehicle } from './formal-request.ts'
import { preparedTransfer } from './sent-transfer.ts'

const declaration = { noReporter: true, noStateSecrets: true }

/** S12: whoever is nearer stops the ship; whose case it is they settle in a conference, and the video is recognised as evidence. */
export function spoilBetweenTownships({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const shengze = agency('320509.SHENGZE-ZF')
  const seenAt = at(9, '05:40')
  const caseNumber = documentNumber('苏苏吴盛综执', at(7, '16:00'), 21)
  const contact = { name: '计禾兴', phone: '0573-55500131' }
  const offer = {
    to: [shengze],
    case: {
      number: caseNumber,
      cause: '违法倾倒建筑渣土',
      violation: 'waterway',
      legalBasis: '《行政处罚法》第二十六条、第四十六条；毗邻乡镇综合执法协作协议关于证据互认的约定',
    },
    evidence: [
      {
        origin: 'officers',
        name: '岸线视频录像',
        kind: 'audio-visual',
        copy: 'checked-copy',
        proves: '证明该船停留期间向水中倾倒渣土。',
        place: '王江泾镇岸线视频点',
        collectors: officers('计禾兴', '闻人杰'),
        collectedAt: later(seenAt, 60),
      },
    ],
    contact,
    declaration: { lawfullyCollected: true, noStateSecrets: true },
  }
  const evidencePapers = kindOf('evidence-recognition')
    .materialsOf(offer)
    .filter(({ required }) => required)
    .map(({ item, words }) => paper(item, words.zh, seenAt, '与原件核对无异。'))
  const topic = '由谁立案管辖'

  return [
    tell('spoil ship stopped first', 'clue', 'xiuzhou.officer', later(seenAt, 10))
      .attaches('xiuzhou.officer', later(seenAt, 12), [
        { name: '岸线视频截图.png', bytes: scenePicture({ of: 'ship', at: seenAt }) },
      ])
      .does('xiuzhou.officer', later(seenAt, 20), 'push', {
        to: [shengze],
        what: {
          title: '黑渣土船在交界水域偷倒',
          domain: 'shipping',
          facts:
            '岸线视频和船舶轨迹显示，一艘渣土船夜间关闭识别设备，在两地交界水域停留后吃水明显变浅，疑似偷倒渣土，正驶向盛泽一侧。',
          place: '盛泽、王江泾两镇交界水域',
          occurredAt: seenAt,
        },
        source: { kind: 'screening', sourceGrade: 'A', contentGrade: '2' },
        assessment: {
          pushReasons: ['source-hazard', 'belongs-to-member'],
          urgency: 'urgent',
          suggestion: '谁近谁先管：请就近拦停，管辖随后商定。',
        },
        subjects: [{ kind: 'ship', name: '演示渣0007', type: 'cargo' }],
        declaration,
      })
      .does('shengze.officer', later(seenAt, 28), 'acknowledge')
      .does('shengze.officer', later(seenAt, 40), 'take', {
        officers: officers('盛雨亭', '史永泉'),
        note: '我镇距现场最近，已派船前往。',
      })
      .does('shengze.officer', later(seenAt, 85), 'say', { text: '已拦停，正在固定现场证据。' })
      .does('shengze.officer', at(7, '16:20'), 'conclude', {
        outcome: 'filed',
        findings: '查实在交界水域我镇一侧偷倒渣土约一百二十吨，按联席会议纪要由我镇立案。',
        caseNumber,
      })
      .does('shengze.officer', at(4, '10:00'), 'feedback', {
        summary: '渣土已责令清运，案件正在办理。',
        measuresTaken: '就近拦停；责令清运。',
      }),

    tell('conference on the spoil ship', 'consultation', 'xiuzhou.officer', at(9, '09:30'))
      .does('xiuzhou.officer', at(9, '10:00'), 'call', {
        to: [shengze],
        consultation: {
          subject: '黑渣土船案件联席会议',
          about: 'jurisdiction',
          background: '盛泽镇已就近拦停，倾倒地点在省界附近，需商定由谁立案。',
        },
        topics: [{ topic }, { topic: '岸线视频如何作为证据使用' }],
        meeting: { way: 'video', at: at(8, '14:00') },
        position: { view: '以倾倒地点为准；在我区一侧的，由我区立案。' },
        contact,
        declaration: { noStateSecrets: true },
      })
      .does('xiuzhou.officer', at(9, '10:05'), 'link', (matterIdOf) => ({
        to: matterIdOf('spoil ship stopped first'),
        relation: 'same-case',
      }))
      .does('shengze.officer', at(9, '15:00'), 'join', {
        attendance: 'remote',
        position: { view: '经现场定位，倾倒地点在我镇一侧，由我镇立案。' },
      })
      .does('xiuzhou.officer', at(7, '10:00'), 'writeMinutes', {
        heldAt: at(8, '14:00'),
        way: 'video',
        participants: '双方各两人。',
        minutes: '先由最近的盛泽镇处置；经核对倾倒地点，由盛泽镇立案管辖，秀洲区提供岸线视频。',
        outcomes: [
          { topic, outcome: 'agreed', result: '由盛泽镇立案。' },
          {
            topic: '岸线视频如何作为证据使用',
            outcome: 'agreed',
            result: '由秀洲区提供，盛泽镇审核后使用。',
          },
        ],
      })
      .does('shengze.officer', at(7, '11:00'), 'confirm', { note: '无意见。' })
      .does('xiuzhou.officer', at(6, '09:00'), 'close'),

    tell('video of the spoil ship', 'evidence-recognition', 'xiuzhou.officer', at(6, '09:20'))
      .attaches('xiuzhou.officer', at(6, '09:25'), evidencePapers)
      .does('xiuzhou.officer', at(6, '10:00'), 'send', offer)
      .does('shengze.officer', at(6, '14:00'), 'acknowledge')
      .does('shengze.officer', at(5, '10:00'), 'recognise', {
        reviews: [
          {
            outcome: 'recognised',
            piece: 1,
            form: 'met',
            legality: 'met',
            relevance: 'met',
            completeness: 'met',
          },
        ],
        reviewers: officers('盛雨亭', '仲月琴'),
        reviewedOn: chinaDayOf(at(5, '09:30')),
        opinion: '取证合法，可以作为认定事实的依据。',
      }),
  ]
}

/** S15: a joint check on the road into 北京, and what came of it under the agreement: a clue, and a case that is handed over. */
export function checkAtTanghekou({ past, agency }: Cast): readonly Tale[] {
  const at = past.workday
  const fengning = agency('130826-ZF')
  const checkedAt = at(6, '09:00')
  const place = '汤河口检查站'
  const people = [
    { name: '佟宝良', certificateNumber: '演示1308260101' },
    { name: '白景山', certificateNumber: '演示1308260102' },
  ]
  const contact = { name: '彭怀远', phone: '010-55500142' }
  const car = { ...vehicle('冀H', 601, 'car'), colour: '1' }
  const transferred: TransferContent = {
    to: [fengning],
    ground: {
      trigger: 'territory',
      reasons: '车辆、驾驶人和组织揽客的经营者均在丰宁县，由贵大队办理便于查清整条线路。',
      legalBasis: '《中华人民共和国行政处罚法》第二十二条；丰宁—怀柔区域协同协议关于案件移送的约定',
    },
    case: {
      number: documentNumber('京交执十', checkedAt, 317),
      cause: '涉嫌未取得道路客运经营许可从事客运经营',
      source: 'regional',
      sourceNote: '汤河口检查站两地联合检查',
      discoveredAt: later(checkedAt, 150),
      place,
      facts: `${documentTime(later(checkedAt, 150))}，两地联合检查中发现一辆小型客车由丰宁驶往怀柔城区，搭载乘客4人，每人收费60元，驾驶人不能出示道路运输证和客运经营许可。`,
      law: '《中华人民共和国道路运输条例》第十条',
    },
    party: {
      kind: 'organisation',
      name: '丰宁县坝上通商务服务部',
      creditCode: inventedCreditCode(60),
      phone: inventedPhone(60),
    },
    vehicle: car,
    officers: officers('彭怀远', '于长河'),
    contact,
    declaration: { evidenceSecured: true, noStateSecrets: true },
  }

  return [
    sentRequest({
      name: 'people for the check at 汤河口',
      kind: 'force-request',
      place: 'huairou',
      at: at(8, '10:30'),
      body: {
        to: [fengning],
        operation: {
          title: '进京通道联合检查',
          reasons: '往返两地的外省小客车增多，单方检查时车辆在对方一侧停留等待，需两地同时检查。',
          legalBasis: '《行政处罚法》第二十六条；丰宁—怀柔区域协同协议关于联合执法的约定',
          place,
          urgency: 'normal',
        },
        window: { from: checkedAt, until: later(checkedAt, 480) },
        needs: { people: 2, vehicles: 1, drones: 0 },
        tasks: [{ task: 'checking', detail: '与本地执法人员一同检查往返两地的客车证件。' }],
        localOfficers: officers('彭怀远', '于长河'),
        contact,
        declaration: { ourDocuments: true, ourCoercion: true, noStateSecrets: true },
      },
    })
      .does('fengning.officer', at(8, '14:00'), 'acknowledge')
      .does('fengning.leader', at(7, '09:00'), 'commit', {
        leader: { name: '佟宝良', phone: '0314-5550102' },
        people,
        assistOnly: true,
      })
      .does('huairou.officer', later(checkedAt, 10), 'recordArrival', {
        at: checkedAt,
        place,
        present: people,
      })
      .does('huairou.officer', later(checkedAt, 490), 'recordReturn', {
        at: later(checkedAt, 480),
        hours: people.map((each) => ({ ...each, hours: 8 })),
        summary: '检查客车61台，查处非法营运3台，累计协同查处28台。',
      })
      .does('fengning.leader', at(5, '09:00'), 'confirmHours'),

    tell('cars between 丰宁 and 怀柔', 'clue', 'fengning.officer', at(11, '09:00'))
      .does('fengning.officer', at(11, '09:40'), 'push', {
        to: [agency('110000-ZF-10')],
        what: {
          title: '外省小客车固定往返丰宁与怀柔城区载客',
          domain: 'illegal-operation',
          facts:
            '通行记录显示，三辆小客车每日往返丰宁县城与怀柔城区，在固定地点上下客，疑似有组织揽客，经汤河口进京。',
          place: 'G111 汤河口段',
        },
        source: { kind: 'analysis', sourceGrade: 'A', contentGrade: '2' },
        assessment: {
          pushReasons: ['gang', 'belongs-to-member'],
          urgency: 'normal',
          suggestion: '建议在汤河口检查站联合检查。',
        },
        subjects: [601, 602, 603].map((serial) => ({
          kind: 'vehicle',
          ...vehicle('冀H', serial, 'car'),
          colour: '1',
        })),
        declaration,
      })
      .does('huairou.officer', at(11, '11:00'), 'acknowledge')
      .does('huairou.officer', at(10, '09:30'), 'take', { note: '已列入下周联合检查。' })
      .does('huairou.officer', at(5, '15:00'), 'conclude', {
        outcome: 'filed',
        findings: '三辆均在联合检查中查获，两辆由我支队立案，一辆移送丰宁大队。',
        caseNumber: documentNumber('京交执十', at(5, '14:00'), 315),
      })
      .does('huairou.officer', at(4, '10:00'), 'feedback', { summary: '查获3辆，2辆已依法暂扣。' })
      .does('fengning.officer', at(3, '09:00'), 'rate', { usefulness: 'high' }),

    preparedTransfer('car handed over to 丰宁', transferred, {
      place: 'huairou',
      opened: at(5, '09:00'),
      submitted: at(5, '10:00'),
      approved: at(4, '09:30'),
      sent: at(4, '10:20'),
    })
      .does('fengning.officer', at(4, '15:00'), 'acknowledge')
      .does('fengning.officer', at(2, '09:20'), 'accept', { note: '按协同协议接收。' }),
  ]
}
