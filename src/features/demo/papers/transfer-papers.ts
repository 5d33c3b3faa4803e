import type { Instant } from '../../../kernel/day.ts'
import { kindOf } from '../../matters/matters.ts'
import { documentDay, documentTime } from '../past.ts'
import type { Paper } from '../tale.ts'
import { pdfOf } from './document.ts'
import { type Scene, scenePicture } from './scene-picture.ts'
import { weighingRecord } from './weighing-record.ts'

/** The fields that papers quote, among others they do not. */
type Quoted<T> = T & Readonly<Record<string, unknown>>

/** The content of a transfer as its papers see it; the door checks all of it. */
export type TransferContent = Quoted<{
  readonly case: Quoted<{
    readonly number: string
    readonly cause: string
    readonly discoveredAt: Instant
    readonly place: string
    readonly facts: string
  }>
  readonly party: Quoted<{ readonly kind: 'organisation' | 'person'; readonly name: string }>
  readonly vehicle?: Quoted<{ readonly plate: string }>
  readonly overload?: {
    readonly axles: number
    readonly totalKg: number
    readonly limitKg: number
    readonly station?: string
    readonly checkNumber?: string
  }
  readonly measures?: readonly Quoted<{ readonly decisionNumber: string; readonly place: string }>[]
  readonly objects?: readonly Quoted<{
    readonly name: string
    readonly quantity: number
    readonly unit: string
  }>[]
  readonly officers: readonly Quoted<{ readonly name: string }>[]
}>

/** A file for every required item of the check-list, whatever the content makes it. */
export function transferPapers(content: TransferContent): readonly Paper[] {
  return kindOf('case-transfer')
    .materialsOf(content)
    .filter(({ required }) => required)
    .map(({ item, words }) => {
      if (item === 'scene-photographs')
        return { item, name: `${words.zh}1.png`, bytes: scenePicture(sceneOf(content)), note: '正面' }
      if (item === 'monitoring-record')
        return { item, name: `${words.zh}.png`, bytes: scenePicture(sceneOf(content)) }
      if (item === 'weighing-record')
        return { item, name: `${words.zh}.csv`, bytes: weighingRecord(weighingOf(content)) }
      return { item, name: `${words.zh}.pdf`, bytes: documentFor(content, words.zh, saying[item]) }
    })
}

/** A document of the case with this title, in the demonstration's own words. */
export function documentFor(
  content: TransferContent,
  title: string,
  say: (content: TransferContent) => readonly string[] = ({ case: { facts } }) => [facts],
): Buffer {
  const { case: it, party, officers } = content
  return pdfOf({
    title,
    subtitle: `案号：${it.number}`,
    paragraphs: [
      `案由：${it.cause}。当事人：${party.name}。`,
      ...say(content),
      '（演示材料，人员、单位和号牌均为虚构）',
    ],
    signatures: [
      `执法人员：${officers.map(({ name }) => name).join('、')}`,
      '当事人（签名）：',
      `日期：${documentDay(it.discoveredAt)}`,
    ],
  })
}

/** What each document of the check-list says; the others tell the facts. */
const saying: Readonly<Record<string, (content: TransferContent) => readonly string[]>> = {
  'investigation-report': ({ case: it }) => [
    it.facts,
    '调查认为，上述事实有现场笔录、询问笔录、照片和检测记录为证，证据能够相互印证。',
    '处理意见：按照区域执法协作机制移送有管辖权的机关办理，证据材料随案移送。',
  ],
  'scene-record': ({ case: it }) => [
    `检查时间：${documentTime(it.discoveredAt)}。检查地点：${it.place}。`,
    '执法人员到场后出示执法证件，表明身份，告知当事人依法享有的权利和义务，当事人表示知道。',
    it.facts,
  ],
  'questioning-record': ({ case: it }) => [
    '问：我们是交通运输执法人员，这是我们的执法证件，现依法向你询问有关情况，你应当如实回答。是否申请回避？',
    '答：看清楚了，不申请回避。',
    '问：请说明本次运输的装载地点、目的地和货物情况。',
    `答：情况属实，与现场检查一致。问：对检测数据有无异议？答：没有异议。（${it.place}）`,
  ],
  'monitoring-review': () => [
    '经审核，技术监控设备经依法检定合格并在有效期内，设置地点已向社会公布。',
    '记录内容真实、清晰、完整，车辆号牌、外观、时间、地点和称重数据能够对应，可以作为证据使用。',
  ],
  'calibration-certificate': () => [
    '动态公路车辆自动衡器，检定结论：合格。检定周期一年，违法行为发生时在检定有效期内。',
    '设备设置地点已在本机关网站公示。',
  ],
  'measure-decisions': ({ measures = [] }) =>
    measures.map(({ decisionNumber, place }) => `决定书文号：${decisionNumber}。存放地点：${place}。`),
  'objects-list': ({ objects = [] }) =>
    objects.map(({ name, quantity, unit }, index) => `${index + 1}. ${name}，数量${quantity}${unit}。`),
}

function sceneOf({ case: it, overload, ...content }: TransferContent): Scene {
  if (overload)
    return {
      of: 'truck',
      at: it.discoveredAt,
      axles: overload.axles,
      tonnes: overload.totalKg / 1_000,
    }
  return { of: 'ship' in content ? 'ship' : 'coach', at: it.discoveredAt }
}

function weighingOf({ case: it, vehicle, overload }: TransferContent) {
  if (!overload || !vehicle) throw new Error('Only an overloaded vehicle has a weighing record.')
  const { station = it.place, checkNumber = it.number } = overload
  return { ...overload, station, checkNumber, at: it.discoveredAt, plate: vehicle.plate }
}
