import type { KindView } from '../../features/matters/matter-views.ts'
import type { Words } from '../../kernel/words.ts'
import { custodyFields, custodyOptions, evidenceFields, evidenceOptions } from './evidence-words.ts'

type FieldWords = Words & { readonly hint?: Words }

/** What the fields of the standing actions are called; every kind has them, so no kind's own words name them. */
const standingFields: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = {
  say: { text: { zh: '留言', en: 'Message' } },
  note: { text: { zh: '备注', en: 'Note' } },
  assign: { accountId: { zh: '经办人', en: 'Assigned to' } },
  forward: {
    to: { zh: '承办的下级单位', en: 'Agency below that answers' },
    reason: { zh: '转办理由', en: 'Reason' },
  },
  urge: { text: { zh: '催办内容', en: 'What to say' } },
  restrict: {
    readers: {
      zh: '可以查看的人员',
      en: 'Who may read it',
      hint: {
        zh: '您本人始终在内；有经办人的，一并选入。本单位其他人员将看不到这件事项。',
        en: 'You are always among them; choose whoever deals with it, too. Nobody else of your agency will see it.',
      },
    },
  },
  link: {
    to: { zh: '关联的事项', en: 'Matter to link' },
    relation: { zh: '关系', en: 'Relation' },
  },
  describeEvidence: evidenceFields,
  recordCustody: custodyFields,
  resend: {
    to: {
      zh: '改送单位',
      en: 'Another agency',
      hint: { zh: '不填则向原单位重新发送。', en: 'Leave it empty to send to the same agency again.' },
    },
  },
}

/** How two matters belong together. */
export const relationWords: Readonly<Record<string, Words>> = {
  continues: { zh: '接续', en: 'Continues' },
  'same-case': { zh: '同一案件', en: 'Same case' },
  related: { zh: '相关', en: 'Related' },
  duplicate: { zh: '重复', en: 'Duplicate' },
}

const standingOptions: Readonly<Record<string, KindView['words']['options']>> = {
  link: { relation: relationWords },
  describeEvidence: evidenceOptions,
  recordCustody: custodyOptions,
}

/** The words of one action's form: a standing action's own, otherwise the kind's. */
export function wordsOfAction(words: KindView['words'], action: string): KindView['words'] {
  const fields = standingFields[action]
  return fields ? { ...words, fields, options: standingOptions[action] ?? {} } : words
}
