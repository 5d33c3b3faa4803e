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
  entry: { zh: '单独出具一条记录', en: 'Hand out one entry' },
  entryText: {
    zh: '只出具选定的一条，含个人信息，会连同目的记入访问日志。收到的人在“离线核验页”同时选择（已遮盖的）档案包和这个文件，即可看到它是不是包中的那一条。',
    en: 'Only the entry you choose leaves, with personal data; it enters the access log with its purpose. Whoever receives it chooses it on the offline page together with the (masked) capsule and sees whether it is the entry of that capsule.',
  },
  whichEntry: { zh: '哪一条记录', en: 'Which entry' },
  handOut: { zh: '出具', en: 'Hand out' },
  entryFile: { zh: '{{number}} 第{{seq}}条记录.json', en: '{{number}} entry {{seq}}.json' },
  asYouSee: {
    zh: '只包含您可以查看的内容；其余记录仅留校验码。',
    en: 'It holds what you may see; of other entries only the hash.',
  },
} satisfies Record<string, Words>
