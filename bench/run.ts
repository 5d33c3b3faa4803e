#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { type Figure, isMet, shown } from './figures.ts'

const usage = `npm run bench [-- NAME … --json --large]
  moves     moves per second through HTTP against one hand-written statement for the same rows
  reading   open a matter, list, inbox, workbench at 10,000 matters and at 200,000 (--large: 1,000,000)
  arrival   from the answer to the sender until the other agency's page hears of it
  clocks    10,000 clocks due in one minute until every reminder is queued, with kill -9 of a worker
  start     npm start on a prepared clone until ready
  page      first load of the web page: bytes, time, growth
  letters   a letter as DOCX and signed PDF, 10,000 in a batch and what memory they leave (minutes)
  capsule   500 MB exported and verified, against sha256sum of the same file
  upload    1 GB in pieces, hashed and kept, against cp and sha256sum of the same file
Without a name: all of them. Load only on the loopback interface, on a PostgreSQL of its own in a temporary folder.`

/** Each measurement in a module of its own, loaded when it is asked for. */
const measurements: Readonly<Record<string, (large: boolean) => Promise<Figure[]>>> = {
  moves: async () => (await import('./moves.ts')).measureMoves(),
  reading: async (large) => (await import('./reading.ts')).measureReading(large),
  arrival: async () => (await import('./arrival.ts')).measureArrival(),
  clocks: async () => (await import('./clocks.ts')).measureClocks(),
  start: async () => (await import('./start.ts')).measureStart(),
  page: async () => (await import('./page.ts')).measurePage(),
  letters: async () => (await import('./letters.ts')).measureLetters(),
  capsule: async () => (await import('./capsule.ts')).measureCapsule(),
  upload: async () => (await import('./upload.ts')).measureUpload(),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, large: { type: 'boolean' }, help: { type: 'boolean' } },
})
const unknown = positionals.filter((name) => !(name in measurements))
if (values.help || unknown.length > 0) {
  process.stdout.write(
    `${unknown.length > 0 ? `There is no benchmark ${unknown.join(', ')}.\n` : ''}${usage}\n`,
  )
  process.exit(unknown.length > 0 ? 2 : 0)
}

const results: Record<string, Figure[]> = {}
for (const name of positionals.length > 0 ? positionals : Object.keys(measurements)) {
  if (!values.json) process.stdout.write(`\n${name}\n`)
  const figures = (await measurements[name]?.(values.large ?? false)) ?? []
  results[name] = figures
  if (!values.json) for (const figure of figures) process.stdout.write(`${lineOf(figure)}\n`)
}
if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)

function lineOf(figure: Figure): string {
  const { what, value, unit, aim } = figure
  const held = aim ? `${aim.is === 'at-least' ? '≥' : '≤'} ${aim.than} ${isMet(figure) ? '✓' : '✗'}` : ''
  return `  ${what.padEnd(64)} ${shown(value).padStart(8)} ${unit.padEnd(13)} ${held}`.trimEnd()
}
