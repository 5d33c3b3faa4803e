/** What it is about, as a table. */
export const caseSheet: [string, string][] = [
  ['案件编号', '{caseNumber}'],
  ['案由', '{cause}'],
  ['当事人', '{party}'],
  ['车辆（船舶）', '{vehicle}'],
]

/** Whom to ring up. */
export const contactLine = { paragraph: '联系人：{contact}[，联系电话：{phone}]。' }
/** How an answer begins. */
export const answerTo = '你单位{letterDay}来函（{letterNumber}）收悉。'
