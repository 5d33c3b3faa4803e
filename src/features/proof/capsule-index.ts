import type {
  CapsuleChecklist,
  CapsuleFile,
  CapsuleLetter,
  CapsuleMatter,
  CapsuleSeals,
} from '../../kernel/capsule/capsule-shapes.ts'
import { numberWithKind } from '../../kernel/kind-before.ts'
import type { Words } from '../../kernel/words.ts'
import { kindOf } from '../matters/matters.ts'
import type { ProvenHash } from './prove-events.ts'
import type { ReadEvent, ReadMatter } from './read-for-capsule.ts'

/** What the readable index of a capsule is made of. */
export type IndexParts = {
  readonly matter: CapsuleMatter
  readonly checklist: CapsuleChecklist
  readonly letters: readonly CapsuleLetter[]
  readonly files: readonly CapsuleFile[]
  readonly read: ReadMatter
  readonly seals: CapsuleSeals['seals']
  readonly hashes: readonly ProvenHash[]
  /** Fingerprint of the node's key. */
  readonly signedBy: string
}

/**
 * The page one reads a capsule by: Chinese with English beside it, made to be printed, without script and without a request to anywhere. It says
 * the same as the data beside it; the data are what is verified.
 */
export function capsuleIndex(parts: IndexParts): string {
  const { matter, read, signedBy } = parts
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(`${matter.number} 事项档案包`)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="kind">事项档案包 <span lang="en">Capsule of a matter</span></p>
<h1>${text(matter.title)}</h1>
<p>${text(numberWithKind(matter.number, matter.kind).zh)} <span lang="en">${text(matter.kind.en)}</span></p>
</header>
${read.isMasked ? `<p class="note">${both(words.masked)}</p>` : `<p class="note">${both(words.personal)}</p>`}
${section(words.state, stateRows(parts))}
${section(words.content, contentRows(read))}
${section(words.checklist, checklistTable(parts))}
${section(words.letters, lettersTable(parts.letters))}
${section(words.files, filesTable(parts.files))}
${section(words.clocks, clocksTable(matter))}
${section(words.events, eventsTable(parts))}
${section(words.proof, proofRows(parts))}
<footer><p>${both(words.check)}</p><p class="hash">${text(signedBy)}</p></footer>
</body>
</html>
`
}

function stateRows({ matter, read }: IndexParts): string {
  const rows: [Words, string][] = [
    [{ zh: '发起单位', en: 'Opened by' }, agency(matter.opener)],
    [{ zh: '主办单位', en: 'Leads' }, agency(matter.lead)],
    ...(matter.alliance
      ? [[{ zh: '协作区域', en: 'Alliance' }, agency(matter.alliance)] as [Words, string]]
      : []),
    [{ zh: '发起时间', en: 'Opened' }, time(matter.openedAt)],
    [{ zh: '办结时间', en: 'Settled' }, matter.settledAt ? time(matter.settledAt) : both(words.unsettled)],
    [{ zh: '导出单位', en: 'Exported for' }, agency(read.reader)],
    ...matter.legs.map((leg): [Words, string] => [
      { zh: `往来 ${leg.no}`, en: `Conversation ${leg.no}` },
      `${agency(leg.asker)} → ${leg.answerer ? agency(leg.answerer) : '–'}<br>${both(leg.state)}${
        leg.sentAt ? ` · ${time(leg.sentAt)}` : ''
      }`,
    ]),
    ...matter.links.map((link): [Words, string] => [
      { zh: '关联事项', en: 'Linked' },
      `${text(link.number)} ${text(link.title)}`,
    ]),
  ]
  return table(rows.map(([label, value]) => `<tr><th scope="row">${both(label)}</th><td>${value}</td></tr>`))
}

function contentRows(read: ReadMatter): string {
  return table(valueRows(read.content, labelsOf(read), []))
}

function labelsOf({ view }: ReadMatter): Labels {
  const agencies = view.legs.flatMap((leg) => [leg.asker, leg.answerer, leg.superior, ...leg.attending])
  const names = new Map(agencies.flatMap((each) => (each ? [[each.id, agency(each)]] : [])))
  return { ...kindOf(view.kind).words, names }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

/** Where the words of a place stand: `officers[].name`. */
const wordsKey = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (key, step) => (typeof step === 'number' ? `${key}[]` : key === '' ? step : `${key}.${step}`),
    '',
  )

type Labels = {
  /** What the ids of agencies stand for. */
  readonly names: ReadonlyMap<string, string>
  readonly fields: Readonly<Record<string, Words>>
  readonly options: Readonly<Record<string, Readonly<Record<string, Words>>>>
}

/** Every value of a form with the label it has on the page, groups and lists flattened. */
function valueRows(value: unknown, labels: Labels, path: readonly (string | number)[]): string[] {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value) && value.some((each) => typeof each === 'object'))
    return value.flatMap((each, index) => valueRows(each, labels, [...path, index + 1]))
  if (typeof value === 'object' && !Array.isArray(value))
    return Object.entries(value).flatMap(([name, inner]) => valueRows(inner, labels, [...path, name]))
  const label = (side: 'zh' | 'en') =>
    path
      .map((step, index) =>
        typeof step === 'number'
          ? String(step)
          : (labels.fields[wordsKey(path.slice(0, index + 1))]?.[side] ?? step),
      )
      .join(' · ')
  const options = labels.options[wordsKey(path)]
  const shown = (each: unknown): string => {
    const option = options?.[String(each)]
    if (option) return both(option)
    if (typeof each === 'boolean') return both(each ? words.yes : words.no)
    if (typeof each === 'string' && instant.test(each)) return time(each)
    return labels.names.get(String(each)) ?? text(String(each))
  }
  const values = (Array.isArray(value) ? value : [value]).map(shown).join('、')
  return [`<tr><th scope="row">${both({ zh: label('zh'), en: label('en') })}</th><td>${values}</td></tr>`]
}

function checklistTable({ checklist, files }: IndexParts): string {
  const nameOf = new Map(files.map(({ id, name }) => [id, name]))
  return table(
    checklist.map(({ words: item, required, files: given, notApplicable, satisfied }) => {
      const said = satisfied ? words.satisfied : required ? words.missing : words.notGiven
      const names = given.map((id) => text(nameOf.get(id) ?? id)).join('<br>')
      const why = notApplicable ? `${both(words.notApplicable)}${text(notApplicable)}` : ''
      return `<tr><td>${both(item)}</td><td>${both(required ? words.required : words.optional)}</td><td>${both(said)}</td><td>${names}${why}</td></tr>`
    }),
  )
}

function lettersTable(letters: readonly CapsuleLetter[]): string {
  return table(
    letters.map(
      ({ number, at, void: isVoid, path, digest }) =>
        `<tr><td>${link(path, number)}${isVoid ? ` ${both(words.void)}` : ''}</td><td>${time(at)}</td><td class="hash">${digest ?? ''}</td></tr>`,
    ),
  )
}

function filesTable(files: readonly CapsuleFile[]): string {
  return table(
    files.map((file) => {
      const by = `${agency(file.agency)}${file.addedBy ? ` ${text(file.addedBy)}` : ''}`
      const notes = [
        file.note ? text(file.note) : '',
        file.internal ? both(words.internal) : '',
        file.withdrawn
          ? `${both(words.withdrawn)} ${time(file.withdrawn.at)}：${text(file.withdrawn.reason)}`
          : '',
        file.custody.length > 0 ? `${both(words.custody)} ${file.custody.join('、')}` : '',
      ]
      return `<tr><td>${link(file.path, file.name)}<br>${file.size} B</td><td>${by}<br>${time(file.addedAt)}</td><td>${notes
        .filter((note) => note !== '')
        .join('<br>')}<br><span class="hash">${file.digest ?? ''}</span></td></tr>`
    }),
  )
}

function clocksTable(matter: CapsuleMatter): string {
  return table(
    matter.clocks.map(
      (clock) =>
        `<tr><td>${both(clock.words)}</td><td>${agency(clock.owes)}</td><td>${time(clock.startedAt)} – ${time(clock.dueAt)}</td><td>${
          clock.outcome ? both(outcomes[clock.outcome]) : ''
        }<br>${both(clock.basis)}</td></tr>`,
    ),
  )
}

function eventsTable({ read, hashes }: IndexParts): string {
  const seen = new Map(read.events.map((each) => [each.event.seq, each]))
  const labels = labelsOf(read)
  return table(
    hashes.map(({ seq, hash, sealed }) => {
      const own = seen.get(seq)
      const seal = sealed
        ? both({ zh: `第 ${sealed.seal} 次封存`, en: `seal ${sealed.seal}` })
        : both(words.waiting)
      const proof = `<td><span class="hash">${hash.slice(0, 16)}…</span><br>${seal}</td>`
      if (!own)
        return `<tr><td class="seq">${seq}</td><td colspan="2">${both(words.withheld)}</td>${proof}</tr>`
      return `<tr><td class="seq">${seq}</td><td>${time(own.event.at)}<br>${whoOf(own)}</td><td><b>${both(own.view.words)}</b>${formOf(own, labels)}</td>${proof}</tr>`
    }),
  )
}

function whoOf({ view }: ReadEvent): string {
  const person = view.person ? text(view.person.name) : view.machine ? text(view.machine) : both(words.system)
  return `${view.agency ? agency(view.agency) : ''} ${person}`
}

function formOf({ event }: ReadEvent, labels: Labels): string {
  const rows = valueRows(event.body.form, labels, [])
  return rows.length > 0 ? `<table class="form">${rows.join('')}</table>` : ''
}

function proofRows({ seals, hashes, signedBy }: IndexParts): string {
  const sealed = hashes.filter(({ sealed: under }) => under).length
  const rows: [Words, string][] = [
    [{ zh: '记录', en: 'Events' }, String(hashes.length)],
    [{ zh: '已封存', en: 'Sealed' }, `${sealed}`],
    [
      { zh: '封存', en: 'Seals' },
      seals.map(({ no, sealedAt }) => `${no}（${time(sealedAt)}）`).join('、') || '–',
    ],
    [
      { zh: '节点密钥指纹', en: 'Fingerprint of the node’s key' },
      `<span class="hash">${text(signedBy)}</span>`,
    ],
  ]
  return table(rows.map(([label, value]) => `<tr><th scope="row">${both(label)}</th><td>${value}</td></tr>`))
}

const section = (title: Words, body: string): string =>
  body === '' ? '' : `<section><h2>${both(title)}</h2>${body}</section>`

const table = (rows: readonly string[]): string =>
  rows.length === 0 ? '' : `<div class="wide"><table>${rows.join('\n')}</table></div>`

/** A link to a part of the capsule; its place is safe, its name is only text. */
const link = (path: string | null, name: string): string =>
  path === null
    ? text(name)
    : `<a href="${path.split('/').map(encodeURIComponent).join('/')}" rel="noreferrer">${text(name)}</a>`

const agency = ({ name, nameEn }: { name: string; nameEn: string }): string => both({ zh: name, en: nameEn })

const both = ({ zh, en }: Words): string =>
  zh === en ? text(zh) : `${text(zh)} <span lang="en">${text(en)}</span>`

/** China's time, as people there write it; the data hold UTC. */
function time(at: string): string {
  const china = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `<time datetime="${text(at)}">${china.slice(0, 10)} ${china.slice(11, 19)}</time>`
}

const text = (value: string): string => value.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`)

const words = {
  masked: {
    zh: '本档案包已遮盖个人信息，只列出函件和附件，不含其内容，也不含可用来试探内容的摘要。今后单独出具的记录可与本档案包核对。',
    en: 'Personal data is masked; letters and files are listed without their bytes, and without digests that would let their contents be tried out. An event handed out later can be proved against this capsule.',
  },
  personal: {
    zh: '本档案包含个人信息。只可用于导出时说明的目的，请妥善保管，用后销毁。',
    en: 'This capsule holds personal data. Use it only for the purpose given when it was exported, keep it safe, and destroy it afterwards.',
  },
  state: { zh: '事项情况', en: 'The matter' },
  content: { zh: '事项内容', en: 'Content' },
  checklist: { zh: '材料清单', en: 'Check-list of materials' },
  letters: { zh: '函件', en: 'Letters' },
  files: { zh: '附件和保管链', en: 'Files and their custody' },
  clocks: { zh: '时限', en: 'Deadlines' },
  events: { zh: '办理记录', en: 'Record' },
  proof: { zh: '存证', en: 'Proof' },
  check: {
    zh: '核验：用“xiezhi verify 文件”或离线核验页打开本档案包原件（不要解压后再打包），并将下面的节点密钥指纹与出具单位公布的核对。',
    en: 'To verify: open the original of this capsule (never one packed again) with “xiezhi verify FILE” or the offline page, and compare the fingerprint below with the one the issuing node makes known.',
  },
  unsettled: { zh: '尚未办结', en: 'not settled' },
  satisfied: { zh: '已满足', en: 'satisfied' },
  missing: { zh: '尚缺', en: 'missing' },
  notGiven: { zh: '未提供', en: 'not given' },
  notApplicable: { zh: '不适用：', en: 'Not applicable: ' },
  required: { zh: '必需', en: 'required' },
  optional: { zh: '可选', en: 'optional' },
  void: { zh: '已作废', en: 'void' },
  internal: { zh: '仅本单位可见', en: 'own agency only' },
  withdrawn: { zh: '已撤下', en: 'withdrawn' },
  custody: { zh: '保管记录：第', en: 'Custody: events' },
  withheld: { zh: '不向本单位公开，只保留校验码。', en: 'Not for this reader; only its hash is here.' },
  waiting: { zh: '等待封存', en: 'waits for its seal' },
  system: { zh: '系统', en: 'system' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} satisfies Record<string, Words>

const outcomes = {
  met: { zh: '按时完成', en: 'met' },
  late: { zh: '逾期完成', en: 'late' },
  void: { zh: '终止', en: 'ended' },
} satisfies Record<string, Words>

const style = `
body{font:15px/1.6 "Noto Serif SC","Songti SC",SimSun,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}
h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.1rem;border-bottom:1px solid #999;margin-top:2rem;break-after:avoid}
span[lang=en]{color:#555;font-size:.85em}.kind{letter-spacing:.1em;margin:0}
.note{border:1px solid #a60;padding:.5rem .8rem}.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.93em}th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:normal;background:#f5f5f5;width:30%}tr{break-inside:avoid}.form{margin-top:.4rem}.form th{width:40%}
td.seq{white-space:nowrap}
.hash{font:.8em/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
@media print{body{margin:0;max-width:none}a{color:inherit;text-decoration:none}}
@page{margin:2cm}`
