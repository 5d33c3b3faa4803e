import type { Words } from '../../kernel/words.ts'

/** How well the length of a deadline is founded, by the marks of the rule table. */
export const confidenceWords: Readonly<Record<string, Words>> = {
  V: { zh: '法律法规原文', en: 'Text of the law' },
  'V-local': { zh: '地方规定原文', en: 'Text of a local rule' },
  '2x': { zh: '两处来源一致', en: 'Two sources agree' },
  M: { zh: '来源转述，尚待核对', en: 'Retold by a source, to be checked' },
  D: { zh: '本平台默认值，可由协作区域约定', en: "This platform's default; an alliance may set it" },
  OPEN: { zh: '尚无依据，由协作区域约定', en: 'No basis yet; for an alliance to set' },
}
