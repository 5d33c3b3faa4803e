import type { Words } from '../../kernel/words.ts'

/** Words of the cases of one's own agency, and of what other regions have filed. */
export const cases = {
  title: { zh: '案件', en: 'Cases' },
  begin: { zh: '登记案件', en: 'Register a case' },
  nothing: { zh: '没有符合条件的案件', en: 'No cases fit' },
  nothingText: { zh: '请放宽筛选条件，或登记一件案件。', en: 'Widen the filters, or register a case.' },
  qHint: { zh: '案号、案由、单位', en: 'Case number, cause, company' },
  plate: { zh: '车牌号', en: 'Plate' },
  behaviour: { zh: '违法行为', en: 'Behaviour' },
  outcome: { zh: '处理结果', en: 'Outcome' },
  caseNumber: { zh: '案号', en: 'Case number' },
  theCase: { zh: '案件', en: 'Case' },
  filedAt: { zh: '立案时间', en: 'Filed' },
  notFiledYet: { zh: '未立案', en: 'not filed' },
  agency: { zh: '办案机关', en: 'Agency' },
  contact: { zh: '联系人', en: 'Contact' },

  searchTitle: { zh: '跨区域查询', en: 'Search all regions' },
  searchText: {
    zh: '查询各地已立案的案件，包括不予处罚的；只显示机关、案号、时间和联系人。每次查询都会留痕。',
    en: 'Cases filed anywhere, those without penalty among them. Only agency, number, time and contact are shown; each search is recorded.',
  },
  colour: { zh: '号牌颜色', en: 'Plate colour' },
  purpose: { zh: '查询目的', en: 'What for' },
  'first-violation': { zh: '核实是否首次违法', en: 'Is it the first violation?' },
  'same-act': { zh: '核实是否同一违法行为', en: 'Is it the same act?' },
  'repeat-offender': { zh: '核实多次违法', en: 'Repeated violations' },
  search: { zh: '查询', en: 'Search' },
  found: { zh: '查到 {{count}} 件', en: '{{count}} found' },
  foundNone: {
    zh: '各地都没有这辆车的立案记录。只包含在本平台登记的案件。',
    en: 'No case of this vehicle in any region, among those registered on this platform.',
  },
  undecided: { zh: '尚未决定', en: 'not decided yet' },

  standing: { zh: '办案条件', en: 'What the case still needs' },
  gatesText: {
    zh: '以下条件全部满足后，才能作出处罚决定。',
    en: 'A penalty can be decided only when every one of these is met.',
  },
  open: { zh: '已满足', en: 'Met' },
  shut: { zh: '还缺', en: 'Missing' },
  'not-needed': { zh: '不需要', en: 'Not needed' },
  howComputed: { zh: '怎么得出的', en: 'How this was worked out' },
  filing: { zh: '立案', en: 'Filing' },
  fixed: { zh: '立案后不能更改', en: 'cannot be changed' },
  external: { zh: '本机关办案系统', en: 'Your own case system' },
  sameActs: { zh: '其他机关已在办理', en: 'Others deal with it already' },
  noSameActs: {
    zh: '没有查到其他机关就同一违法行为立案。批准立案时系统会再查一次。',
    en: 'No other agency has filed the same act. It is looked up once more when the case is filed.',
  },
  same: { zh: '同一违法行为', en: 'The same act' },
  possible: { zh: '可能是同一违法行为', en: 'Possibly the same act' },
  sameAdvice: {
    zh: '由最先立案的机关管辖，本机关不再立案。请联系对方；从下面移送案件和证据，对管辖有异议的提出管辖争议。',
    en: 'The first to file has it; nothing is filed here. Get in touch, and below hand over what you have, or dispute jurisdiction.',
  },
  possibleAdvice: {
    zh: '请先联系核实；确属另一行为的，立案时写明理由。',
    en: 'Get in touch first. If it is another act, say why when filing.',
  },
  onward: { zh: '由本案发起协作', en: 'Begin from this case' },
  onwardText: {
    zh: '案件信息自动带入，当事人信息一并带入并留痕；两件事项互相关联。',
    en: 'What the case knows is filled in, the party too, which is recorded; the two are linked.',
  },
} as const satisfies Record<string, Words>
