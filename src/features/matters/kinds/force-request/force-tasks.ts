import type { Words } from '../../../../kernel/words.ts'

/**
 * What visiting officers may be given to do: it outright, it only beside two officers of the territorial organ, or never. Coercion
 * belongs to the territorial statutory organ (行政强制法 Art. 17), decisions and documents to the organ that has the case.
 */
export type ForceTask = {
  readonly task: string
  readonly words: Words
  readonly visitors: 'may' | 'beside-local' | 'never'
  /** Where that stands; always said of what visitors never do. */
  readonly basis?: Words
}

const coercion: Words = { zh: '行政强制法第十七条', en: 'Administrative Coercion Law, art. 17' }
const territory: Words = {
  zh: '行政处罚法第二十二条、第二十三条',
  en: 'Administrative Penalty Law, arts 22 and 23',
}
const companies: Words = {
  zh: '国办发〔2024〕54号关于规范涉企行政检查的规定',
  en: 'State Council office notice 54 of 2024 on inspecting companies',
}

/** The closed list of tasks 任务清单. */
export const forceTasks = [
  {
    task: 'traffic',
    words: { zh: '交通引导、秩序维护', en: 'Guiding traffic, keeping order' },
    visitors: 'may',
  },
  { task: 'publicity', words: { zh: '普法宣传、劝导', en: 'Explaining the law' }, visitors: 'may' },
  { task: 'recording', words: { zh: '录音录像、拍照', en: 'Recording sound and pictures' }, visitors: 'may' },
  {
    task: 'weighing',
    words: { zh: '称重检测、引导卸载', en: 'Weighing, guiding to unload' },
    visitors: 'may',
  },
  { task: 'screening', words: { zh: '数据核查、轨迹分析', en: 'Checking data and tracks' }, visitors: 'may' },
  { task: 'drone', words: { zh: '无人机巡查', en: 'Surveying by drone' }, visitors: 'may' },
  { task: 'expertise', words: { zh: '技术、专业支持', en: 'Technical expertise' }, visitors: 'may' },
  { task: 'transport', words: { zh: '人员、物资运送', en: 'Carrying people and goods' }, visitors: 'may' },
  {
    task: 'checking',
    words: { zh: '协助检查车辆、船舶', en: 'Helping to check vehicles and ships' },
    visitors: 'beside-local',
  },
  { task: 'questioning', words: { zh: '协助询问', en: 'Helping to question' }, visitors: 'beside-local' },
  {
    task: 'evidence',
    words: { zh: '协助取证', en: 'Helping to collect evidence' },
    visitors: 'beside-local',
  },
  {
    task: 'serving',
    words: { zh: '协助送达文书', en: 'Helping to serve documents' },
    visitors: 'beside-local',
  },
  {
    task: 'seizure',
    words: { zh: '查封、扣押、暂扣车辆和证件', en: 'Sealing, seizing, detaining' },
    visitors: 'never',
    basis: coercion,
  },
  {
    task: 'forced-unloading',
    words: { zh: '强制拦停、强制卸载、代履行', en: 'Stopping or unloading by force' },
    visitors: 'never',
    basis: coercion,
  },
  {
    task: 'entering',
    words: { zh: '强制进入场所', en: 'Entering premises by force' },
    visitors: 'never',
    basis: coercion,
  },
  {
    task: 'penalty',
    words: { zh: '作出处罚决定、当场处罚', en: 'Deciding on penalties' },
    visitors: 'never',
    basis: territory,
  },
  {
    task: 'documents',
    words: { zh: '以派出机关名义出具文书', en: 'Issuing documents in their own name' },
    visitors: 'never',
    basis: territory,
  },
  {
    task: 'company-inspection',
    words: { zh: '跨区域入企检查', en: 'Inspecting companies of another region' },
    visitors: 'never',
    basis: companies,
  },
] as const satisfies readonly ForceTask[]

/** The words of a task with what visitors may do in it, as the list shows them. */
export function taskWords({ words, visitors }: ForceTask): Words {
  switch (visitors) {
    case 'may':
      return words
    case 'beside-local':
      return {
        zh: `${words.zh}（本地执法人员在场主导）`,
        en: `${words.en} (led by local officers present)`,
      }
    case 'never':
      return { zh: `${words.zh}（只能由属地机关实施）`, en: `${words.en} (the territorial organ only)` }
  }
}

/** Why a task cannot be given to visitors; undefined when it can. */
export function objectionToTask(task: string): Words | undefined {
  const found = (forceTasks as readonly ForceTask[]).find((each) => each.task === task)
  if (found?.visitors !== 'never') return undefined
  return {
    zh: `“${found.words.zh}”只能由属地机关以自己的名义实施（${found.basis?.zh ?? ''}），不能交给支援人员。请改为协助类任务。`,
    en: `"${found.words.en}" is for the territorial organ in its own name (${found.basis?.en ?? ''}) and cannot be given to visitors. Choose a task that assists.`,
  }
}
