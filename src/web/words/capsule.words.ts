import type { Words } from '../../kernel/words.ts'

/** Words around the capsule of a matter. */
export const capsule = {
  title: { zh: '事项档案包', en: 'Capsule' },
  what: {
    zh: '把整件事项导出为一个文件：记录、函件、附件、保管链和封存，任何人都可离线核验。',
    en: 'The whole matter as one file: record, letters, files, custody and seals, which anyone can verify offline.',
  },
  export: { zh: '导出档案包', en: 'Export the capsule' },
  verifyPage: { zh: '离线核验页', en: 'Offline verifying page' },
  dialogTitle: { zh: '导出事项档案包', en: 'Export the capsule' },
  personal: {
    zh: '完整的档案包含有个人信息、函件和附件。导出会连同目的记入访问日志，审计人员可以查到；只可用于该目的，请妥善保管，用后销毁。',
    en: 'A full capsule holds personal data, letters and files. The export enters the access log with its purpose, where auditors find it; use it for that purpose only, keep it safe, and destroy it afterwards.',
  },
  purpose: { zh: '导出目的', en: 'Purpose' },
  masked: {
    zh: '不含个人信息：遮盖后导出，函件和附件只列名称',
    en: 'Without personal data: masked, letters and files by name alone',
  },
  asYouSee: {
    zh: '只包含您可以查看的内容；其余记录仅留校验码。',
    en: 'It holds what you may see; of other entries only the hash.',
  },
} satisfies Record<string, Words>
