import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { agencySigner } from '../src/features/letters/agency-certificate.ts'
import { composeLetter, type LetterContent } from '../src/features/letters/compose-letter.ts'
import { defaultTemplates } from '../src/features/letters/default-templates.ts'
import { letterDocx } from '../src/features/letters/letter-docx.ts'
import { signPdf } from '../src/features/letters/sign-pdf.ts'
import { openTypesetter } from '../src/features/letters/typesetter.ts'
import { type Figure, median } from './figures.ts'

const printing = { publicUrl: 'https://xiezhi.example' }
const issuer = { id: '0190a000-0000-7000-8000-000000000001', name: '昌图县交通运输局' }
const warm = 20
const singles = 200
/** Enough for caches and the heap to be as large as they get before growth is looked for. */
const settled = 1_000
const batch = 10_000
/** One reading of the memory says little: a collection halves it. */
const sampledEvery = 20

/**
 * Letters: one as an editable document and as a signed PDF/A, the first one, and ten thousand different ones in a batch, whose memory must not
 * grow once it has settled.
 */
export async function measureLetters(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'xiezhi-bench-letters-'))
  const signer = await agencySigner(folder, issuer)
  await using typesetter = openTypesetter()
  const pdf = async (number: number): Promise<void> => {
    const letter = aLetter(number)
    const set = await typesetter.pdf(letter, printing)
    signPdf(set.pdf, { signer, name: issuer.name, at: letter.at })
  }
  try {
    const first = await timed(() => pdf(0))
    const pdfs = await each(pdf)
    const documents = await each(async (number) => void (await letterDocx(aLetter(number), printing)))

    const began = performance.now()
    const resident: number[] = []
    for (let number = 1; number <= batch; number++) {
      await pdf(number)
      if (number % sampledEvery === 0) resident.push(residentMegabytes())
    }
    const seconds = (performance.now() - began) / 1_000
    const window = settled / sampledEvery
    const before = median(resident.slice(window, 2 * window))
    const after = median(resident.slice(-window))
    return [
      {
        what: 'a letter as DOCX, median',
        value: median(documents),
        unit: 'ms',
        aim: { is: 'at-most', than: 60 },
      },
      {
        what: 'a letter as PDF/A, signed, median',
        value: median(pdfs),
        unit: 'ms',
        aim: { is: 'at-most', than: 150 },
      },
      { what: 'the first letter: thread started, fonts read', value: first, unit: 'ms' },
      { what: '10,000 letters in a batch, set and signed', value: seconds, unit: 's' },
      {
        what: 'memory over the last 1,000 letters ÷ over the second 1,000, medians',
        value: after / before,
        unit: '×',
        aim: { is: 'at-most', than: 1.1 },
      },
      { what: 'memory of the process over the last 1,000', value: after, unit: 'MB' },
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function each(make: (number: number) => Promise<void>): Promise<number[]> {
  for (let number = 0; number < warm; number++) await make(number)
  const milliseconds: number[] = []
  for (let number = 0; number < singles; number++) milliseconds.push(await timed(() => make(warm + number)))
  return milliseconds
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const residentMegabytes = (): number => process.memoryUsage.rss() / 1_048_576

/** Each another text, as in real life: what is set once must not be what makes the second one fast. */
function aLetter(number: number): LetterContent {
  const plate = `吉C${String(10_000 + (number % 90_000))}`
  return composeLetter(
    'case-transfer',
    defaultTemplates['case-transfer'],
    {
      caseNumber: `辽铁昌交执〔2026〕${String(number).padStart(5, '0')}号`,
      cause: '车辆超限运输',
      party: `四平试例${number}物流有限公司`,
      vehicle: plate,
      discoveredAt: '2026年3月5日9时40分',
      place: '辽宁省铁岭市昌图县毛家店镇',
      facts:
        `执法人员检查发现，六轴半挂货车${plate}装载玉米行驶公路，经检测车货总质量${50_000 + number}千克，超过限值。`.repeat(
          3,
        ),
      law: '公路法第五十条',
      reasons: '车辆自四平市梨树县装载后驶入我县，违法行为在梨树县境内已经开始。',
      basis: '行政处罚法第二十二条、第二十五条',
      objects: [{ name: '半挂货车', quantity: '1辆', condition: '完好', custody: '昌图县毛家店停车场' }],
      materials: ['案件调查报告', '现场笔录', '询问笔录', '超限检测单'],
      contact: '试例三',
      phone: '024-00000001',
    },
    {
      number: `辽铁交执移函〔2026〕${number + 1}号`,
      code: String(number).padStart(16, '0'),
      issuer,
      to: [{ id: '2', name: '四平市交通运输综合行政执法支队' }],
      enclosures: ['案件调查报告', '现场笔录'],
      copies: [],
      day: '2026-03-05',
      at: '2026-03-05T01:30:00.000Z',
      matter: '案移-20260305-000001',
      template: 'default/1',
      stamp: null,
    },
  )
}
