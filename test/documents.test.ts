import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { commands } from '../src/cli/commands.ts'
import { runCommandLine } from '../src/cli/run.ts'
import { agencyKinds, agencyLevels, linesOfBusiness } from '../src/features/agencies/agencies.ts'
import { kinds } from '../src/features/matters/matters.ts'
import { revealPurposes } from '../src/features/matters/reveal-purposes.ts'
import { standingActions } from '../src/features/matters/standing-actions.ts'
import { roles } from '../src/features/people/people.ts'
import type { Words } from '../src/kernel/words.ts'
import { httpStatus } from '../src/platform/http.ts'
import { projectFolder, textFiles } from './source-files.ts'

/* Documents describe what is. What a machine can compare with the project is compared here. */

const files = textFiles()
const paths = new Set(files.map(({ path }) => path))

type Manifest = Readonly<
  Record<'dependencies' | 'devDependencies' | 'scripts', Readonly<Record<string, string>>>
>
const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as Manifest
const wholeText = (path: string): string => files.find((file) => file.path === path)?.text ?? ''
const documents = files.filter(({ path }) => path.endsWith('.md'))

/** What we may use: licences that ask for no more than their text. MPL-2.0 and only for development: file by file. */
const permissive =
  /^(MIT|Apache-2\.0|BSD-[23]-Clause|0BSD|ISC|PostgreSQL|WTFPL|Unlicense|MIT OR Apache-2\.0|MPL-2\.0)\b/

test('every dependency has its line, with a reason and a permissive licence', () => {
  const entries = [...wholeText('docs/dependencies.md').matchAll(/^- (\S+) — (.+) — ([^—]+)$/gm)]
  const listed = entries.map(([, name]) => name ?? '').sort()
  const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).sort()
  const faults = entries.flatMap(([, name = '', , licence = '']) => {
    const declared = licenceOf(name)
    return permissive.test(licence) && licence.includes(declared)
      ? []
      : [`${name}: ${licence} (its package.json says ${declared})`]
  })

  expect(listed, 'Write `- name — reason — licence` in docs/dependencies.md.').toEqual(used)
  expect(faults).toEqual([])
})

function licenceOf(name: string): string {
  const path = join(projectFolder, 'node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as { license: string }).license
}

test('what a document points to is there', () => {
  const offences = documents.flatMap(({ path, text }) => {
    const folder = path.split('/').slice(0, -1)
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to]) =>
      resolved(folder, to ?? ''),
    )
    const named = [
      ...text.matchAll(/`((?:src|test|docs|migrations|scripts|bench|protocol|bin)\/[\w./-]*)`/g),
    ].map(([, to]) => to ?? '')
    return [...links, ...named].filter((to) => !isThere(to)).map((to) => `${path} names ${to}`)
  })

  expect(offences, 'Correct the path: a document describes what is.').toEqual([])
})

function resolved(folder: readonly string[], to: string): string {
  const parts = [...folder]
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

const isThere = (path: string): boolean =>
  paths.has(path) ||
  [...paths].some((each) => each.startsWith(`${path.replace(/\/$/, '')}/`)) ||
  /\.(png|jpe?g)$/.test(path)

test('every npm command a document names exists', () => {
  const offences = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm run ([a-z:]+)/g)]
      .filter(([, name]) => !Object.hasOwn(manifest.scripts, name ?? ''))
      .map(([command]) => `${path} names ${command}`),
  )

  expect(offences).toEqual([])
})

test('every command of ours a document names exists', () => {
  const known = new Set([...Object.keys(commands), 'help'])
  const offences = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:bin\/|`)xiezhi ([a-z]+)/g)]
      .filter(([, name]) => !known.has(name ?? ''))
      .map(([command]) => `${path} names ${command}`),
  )

  expect(offences).toEqual([])
})

test('the deadline of the README is counted as it says', async () => {
  const [, line = ''] = /bin\/xiezhi (deadline [^#\n]+)/.exec(wholeText('README.md')) ?? []
  const lines: string[] = []
  const stopped = new AbortController().signal
  const say = (text: string): void => void lines.push(text)
  const code = await runCommandLine(line.trim().split(' '), {
    env: {},
    stdin: Readable.from([]),
    stopped,
    out: say,
    err: say,
  })

  expect(code, lines.join('\n')).toBe(0)
  expect(lines.join('\n')).toContain('2026-02-27')
})

test('decisions are numbered in order, and each says its context, the decision, what follows and what was rejected', () => {
  const decisions = files.filter(({ path }) => /^docs\/decisions\/\d{4}-/.test(path))
  const offences = decisions.flatMap(({ path, text }, at) => [
    ...(path.startsWith(`docs/decisions/${String(at + 1).padStart(4, '0')}-`)
      ? []
      : [`${path} is out of order`]),
    ...['## Context', '## Decision', '## Consequences', '## Rejected']
      .filter((heading) => !text.includes(`\n${heading}\n`))
      .map((heading) => `${path} lacks ${heading}`),
  ])

  expect(decisions.length).toBeGreaterThan(0)
  expect(offences).toEqual([])
})

/** Every term that has words in the program, as its row of the glossary has to be. */
function rowsOfTheProgram(): string[] {
  const row = ([id, { zh, en }]: readonly [string, Words]): string => `| ${zh} | ${en} | \`${id}\` |`
  const tables: readonly Readonly<Record<string, Words>>[] = [
    ...kinds.flatMap(({ name, words }) => [
      { [name]: words.name },
      words.states,
      words.actions,
      words.clocks,
    ]),
    Object.fromEntries(Object.entries(standingActions).map(([name, { words }]) => [name, words])),
    Object.fromEntries(Object.entries(roles).map(([name, { words }]) => [name, words])),
    agencyKinds,
    agencyLevels,
    linesOfBusiness,
    revealPurposes,
  ]
  return tables.flatMap((table) => Object.entries(table).map(row))
}

test('the glossary has every kind, state, action, clock, role and closed list, in the words of the interface', () => {
  const glossary = new Set(wholeText('GLOSSARY.md').split('\n'))

  expect(
    rowsOfTheProgram().filter((row) => !glossary.has(row)),
    'Put these rows into GLOSSARY.md in the place of the old ones.',
  ).toEqual([])
})

test('the glossary has every refusal code', () => {
  const glossary = wholeText('GLOSSARY.md')

  expect(Object.keys(httpStatus).filter((code) => !glossary.includes(`| \`${code}\` |`))).toEqual([])
})

/** The nouns of the database and the charts: a reader of either looks them up. */
const mainNouns = [
  'agency',
  'alliance',
  'matter',
  'kind',
  'leg',
  'asker',
  'answerer',
  'superior',
  'lead',
  'party',
  'chart',
  'state',
  'action',
  'move',
  'event',
  'clock',
  'rule',
  'inbox',
  'draft',
  'matter_link',
  'attachment',
  'seal',
  'account',
  'role',
  'power',
  'session',
  'delegation',
  'api_token',
  'access_log',
  'division',
  'liaison',
  'duty_desk',
  'node',
]

test('the glossary has the main nouns, each once', () => {
  const nouns = wholeText('GLOSSARY.md').split('\n## ')[1] ?? ''
  const counts = mainNouns.map((noun) => [noun, nouns.split(`| \`${noun}\` |`).length - 1] as const)

  expect(counts.filter(([, count]) => count !== 1)).toEqual([])
})
