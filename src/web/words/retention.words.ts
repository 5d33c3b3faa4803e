import type { Words } from '../../kernel/words.ts'

/** Words of the page of recordings and how long they are kept. */
export const retention = {
  title: { zh: '音像资料保存期', en: 'Keeping of recordings' },
  text: {
    zh: '本单位上传的录音录像：依规定保存到何时，为什么。',
    en: 'The sound and video of your agency: until when the rules ask that it be kept, and why.',
  },
  noDestruction: {
    zh: '本系统不删除任何文件，也没有删除功能。清单只供决定时使用：销毁执法记录仪、硬盘等处的原件，须由两人按本单位规定逐项核对、经负责人批准，并作书面记载。发现应作证据的，请先在事项中“登记证据”，它随即不再列入“可以不再保存”。',
    en: 'This system destroys no file, and cannot. The list is for deciding: what lies on cameras and disks is destroyed only after two people have gone through it item by item as your agency prescribes, with the approval of its leader and on paper. What turns out to be evidence is described as evidence in its matter first; it then leaves the list of what need not be kept.',
  },
  view: { zh: '范围', en: 'Show' },
  overView: { zh: '可以不再保存', en: 'Need not be kept' },
  keptView: { zh: '仍须保存', en: 'Must be kept' },
  file: { zh: '资料', en: 'Recording' },
  matter: { zh: '所属事项', en: 'Matter' },
  addedAt: { zh: '入库时间', en: 'Added' },
  keptUntil: { zh: '至少保存至', en: 'Kept at least until' },
  why: { zh: '理由', en: 'Why' },
  withCase: { zh: '随案卷', en: 'With the case file' },
  over: {
    zh: '保存期已满，事项已办结，不作证据，也不是材料清单中的材料',
    en: 'The time is over, the matter settled; it is neither evidence nor a material of the check-list',
  },
  time: { zh: '保存期未满', en: 'The time is not over' },
  ongoing: { zh: '事项尚未办结，全部资料都保存', en: 'The matter goes on; all of it is kept' },
  evidence: { zh: '已登记为证据，随案卷保存', en: 'Evidence; kept as long as the case file' },
  material: {
    zh: '是材料清单中的材料，随案卷保存',
    en: 'A material of the check-list; kept as long as the case file',
  },
  checking: {
    zh: '保存期已满，等待每日核对；核对前仍须保存（可能已被其他单位登记为证据）',
    en: 'The time is over, the daily check is still to come; keep it until then (another agency may have described it as evidence)',
  },
  basis: { zh: '期限依据', en: 'Basis' },
  noneOver: { zh: '没有可以不再保存的音像资料', en: 'No recording that need not be kept any longer' },
  noneKept: { zh: '没有须保存的音像资料', en: 'No recording that must be kept' },
  noneText: {
    zh: '清单每日核对一次。附件中的录音录像上传后自动列入。',
    en: 'The list is checked once a day. Sound and video among the files enter it by themselves.',
  },
} satisfies Record<string, Words>
