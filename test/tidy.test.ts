import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'
import { type Source, sourcesAmong, textFiles } from './source-files.ts'

/*
 * What we ask of each other, as tests. Each rule is a sentence; its failure names the offenders and says what to do.
 * An exception stands here by name with its reason, and nowhere else.
 */

const files = textFiles()
const paths = new Set(files.map(({ path }) => path))
const sources = sourcesAmong(files)
const product = sources.filter(({ path }) => path.startsWith('src/'))
const sourceAt = new Map(sources.map((source) => [source.path, source]))

const isTest = (path: string): boolean => /\.(test|fixture)\.tsx?$/.test(path)
const featureOf = (path: string | undefined): string | undefined =>
  /^src\/features\/([^/]+)\//.exec(path ?? '')?.[1]

/** Lines that match, as `path:line`; only in files whose path fits. */
function placesOf(pattern: RegExp, inFiles: (path: string) => boolean = () => true): string[] {
  return files
    .filter(({ path }) => inFiles(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, at) =>
          pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 120)}`] : [],
        ),
    )
}

// ---- Imports ----

type Layer = 'kernel' | 'platform' | 'features' | 'web' | 'cli' | 'root'

/** What each layer may import besides itself. `root` are the files directly in `src`: the composition root. */
const below: Readonly<Record<Layer, readonly Layer[]>> = {
  kernel: [],
  platform: ['kernel'],
  features: ['kernel', 'platform'],
  web: ['kernel', 'features'],
  cli: ['kernel', 'platform', 'features', 'root'],
  root: ['kernel', 'platform', 'features', 'cli'],
}

function layerOf(path: string): Layer | undefined {
  const [top, folder, rest] = path.split('/')
  if (top !== 'src') return undefined
  return rest === undefined ? 'root' : (folder as Layer)
}

test('imports go kernel ← platform ← features ← web, cli, main', () => {
  const offences = product
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, imports }) => {
      const layer = layerOf(path)
      return imports.flatMap(({ target }) => {
        if (target === undefined || layer === undefined) return []
        const other = layerOf(target)
        const isBelow = other !== undefined && (other === layer || below[layer].includes(other))
        return isBelow ? [] : [`${path} imports ${target}`]
      })
    })

  expect(offences, 'Move the idea down to where both may reach it, or pass it in as an argument.').toEqual([])
})

/** Files inside a feature that others may import although they are not its front door. */
const sideDoors: readonly {
  readonly file: RegExp
  readonly from: RegExp
  readonly asTypesOnly?: true
  readonly because: string
}[] = [
  { file: /\/\w+\.routes\.ts$/, from: /^src\/serve\.ts$/, because: 'the composition root plugs routes in' },
  {
    file: /^src\/features\/[^/]+\/[^/]+\.ts$/,
    from: /^src\/web\//,
    asTypesOnly: true,
    because:
      'the page knows the server by its answers, whose shapes stand beside what gives them; nothing of it runs',
  },
  {
    file: /^src\/features\/(people\/roles|matters\/(evidence-words|reveal-purposes)|agencies\/agency-kinds|agencies\/lines-of-business|notification\/notice-sorts)\.ts$/,
    from: /^src\/web\//,
    because: 'words in a table that needs nothing at run time; the front door would bring the server along',
  },
  {
    file: /\.(chart|contract)\.ts$/,
    from: /^src\/web\/.*\.test\.tsx?$/,
    because: 'how charts and forms are drawn is tested with the real ones',
  },
]

test('a feature is used through its front door, the file named like its folder', () => {
  const offences = product.flatMap(({ path, imports }) =>
    imports.flatMap(({ target, typeOnly }) => {
      const feature = featureOf(target)
      if (target === undefined || feature === undefined || feature === featureOf(path)) return []
      if (target === `src/features/${feature}/${feature}.ts`) return []
      const isOpen = sideDoors.some(
        ({ file, from, asTypesOnly }) => file.test(target) && from.test(path) && (typeOnly || !asTypesOnly),
      )
      return isOpen ? [] : [`${path} imports ${target}`]
    }),
  )

  expect(offences, 'Export it from the front door of that feature and import it from there.').toEqual([])
})

test('every feature has a front door', () => {
  const features = new Set(product.flatMap(({ path }) => featureOf(path) ?? []))

  expect([...features].filter((name) => !paths.has(`src/features/${name}/${name}.ts`))).toEqual([])
})

test('nothing of the server reaches the browser', () => {
  const reached = reachedFrom('src/web/main.tsx')
  const offences = [...reached].flatMap((path) => {
    const isServers = path.startsWith('src/platform/')
    const node = sourceAt.get(path)?.imports.filter(({ specifier }) => specifier.startsWith('node:')) ?? []
    return [...(isServers ? [path] : []), ...node.map(({ specifier }) => `${path} imports ${specifier}`)]
  })

  expect(offences, 'Import types alone (`import type`), or take the value from the API.').toEqual([])
})

/** All files that run when this one does. */
function reachedFrom(start: string): Set<string> {
  const reached = new Set([start])
  for (const path of reached)
    for (const { target, typeOnly } of sourceAt.get(path)?.imports ?? [])
      if (target !== undefined && !typeOnly) reached.add(target)
  return reached
}

test('no file imports itself by a detour', () => {
  const graph = new Map(
    product.map(({ path, imports }) => [
      path,
      imports.flatMap(({ target, typeOnly }) => (target === undefined || typeOnly ? [] : [target])),
    ]),
  )

  expect(cyclesIn(graph), 'Move what both need into a file of its own.').toEqual([])
})

test('no feature needs itself by a detour, not even for its types', () => {
  const graph = new Map<string, string[]>()
  for (const { path, imports } of product) {
    const feature = featureOf(path)
    if (feature === undefined || isTest(path)) continue
    const others = imports
      .flatMap(({ target }) => featureOf(target) ?? [])
      .filter((other) => other !== feature)
    graph.set(feature, [...new Set([...(graph.get(feature) ?? []), ...others])])
  }

  expect(
    cyclesIn(graph),
    'Let the composition root pass in what the lower one needs (src/serve.ts).',
  ).toEqual([])
})

/** The cycles of a graph, each once, as `a → b → a`. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (node: string, trail: readonly string[]): void => {
    const at = trail.indexOf(node)
    if (at >= 0) found.push([...trail.slice(at), node].join(' → '))
    if (at >= 0 || done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return found
}

test('every import names a file of the project, with its ending', () => {
  const offences = sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, target }) =>
      target === undefined || paths.has(target) ? [] : [`${path} imports ${specifier}`],
    ),
  )

  expect(offences).toEqual([])
})

test('there is no index.ts and no second name for a path', () => {
  const barrels = [...paths].filter((path) => /(^|\/)index\.(ts|tsx|mts|mjs|js)$/.test(path))
  const aliases = placesOf(/"(paths|baseUrl|imports)"\s*:|\balias\s*:/, (path) =>
    /(^|\/)(tsconfig.*\.json|package\.json|(vite|vitest)\.config\.ts)$/.test(path),
  )
  const invented = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier }) => /^([@~#]\/|src\/|#)/.test(specifier))
      .map(({ specifier }) => `${path} imports ${specifier}`),
  )

  expect([...barrels, ...aliases, ...invented], 'Import the file itself, by its relative path.').toEqual([])
})

/** What the pure part may use: shapes, ids, hashing, and the published calendar. */
const kernelMayUse = ['zod', 'uuid', 'node:crypto', 'chinese-days/dist/chinese-days.json']

test('the kernel touches nothing outside and does not look at the clock', () => {
  const kernel = product.filter(({ path }) => layerOf(path) === 'kernel' && !isTest(path))
  const foreign = kernel.flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier, target }) => target === undefined && !kernelMayUse.includes(specifier))
      .map(({ specifier }) => `${path} imports ${specifier}`),
  )
  const own = new Set(kernel.map(({ path }) => path))
  const impure = placesOf(/\bDate\.now\(|new Date\(\)|Math\.random\(|randomUUID\(|\bprocess\./, (path) =>
    own.has(path),
  )

  expect([...foreign, ...impure], 'Take time, chance and settings as arguments.').toEqual([])
})

// ---- Names ----

/** A word that says nothing: whoever needs it has not understood what the thing is. */
const emptyWord = /^(utils?|helpers?|managers?|common|misc|base|data|info|handlers?|processors?|services?)$/

/** Phrases of the law and of formats in which one of these words says something. */
const termsOfArt: readonly (readonly [term: RegExp, because: string])[] = [
  [/common-?(superior|alliance)/gi, '共同上级 and 共同协作区域: of the two together'],
  [/personal-?data/gi, '个人信息, the term of the law'],
  [/service-?methods?/gi, '送达方式: service of documents'],
  [/document-?service/gi, '委托送达: having a document served'],
  [/service-?date/gi, '送达日期: the day a document counts as served'],
  [/data-?correction/gi, '数据纠错, correcting a record of another agency (政务数据共享条例 Art. 26)'],
  [/\.data\.json$/g, 'a table that is generated, which the formatter leaves alone by this ending'],
]

function saysNothing(name: string): boolean {
  const rest = termsOfArt.reduce((left, [term]) => left.replace(term, ''), name)
  const words = rest
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
  return words.split(/[^a-z0-9]+/).some((word) => emptyWord.test(word))
}

test('no file is named after nothing', () => {
  const offences = [...paths].filter(
    (path) => /^(src|test|scripts|bench|migrations|docs)\//.test(path) && path.split('/').some(saysNothing),
  )

  expect(offences, 'Name the idea: date-utils → working-days.').toEqual([])
})

/** Names that end like a mark of their sort, and why they may. */
const mayEndSo: Readonly<Record<string, string>> = {
  FormSchema: 'it is what the API sends: the JSON Schema of a form',
}

test('no exported name says nothing, or only what sort of thing it is', () => {
  const offences = sources.flatMap(({ path, exportedNames }) =>
    exportedNames
      .filter(
        (name) =>
          saysNothing(name) ||
          (/^I[A-Z][a-z]|^[A-Z].*(Type|Schema)$/.test(name) && !Object.hasOwn(mayEndSo, name)),
      )
      .map((name) => `${path} exports ${name}`),
  )

  expect(offences, 'Use the word of GLOSSARY.md; schema and type share one plain name.').toEqual([])
})

test('files and folders are written in small letters with hyphens', () => {
  const offences = [...paths].filter(
    (path) =>
      /^(src|test|scripts|bench|migrations)\//.test(path) &&
      !/^[a-z0-9./-]+$/.test(path.replace(/README\.md$/, '')),
  )

  expect(offences).toEqual([])
})

// ---- Safety ----

test('nothing is of type any, unless the line above says why', () => {
  const offences = sources.flatMap(({ path, text, anyLines }) => {
    const lines = text.split('\n')
    const isExplained = (line: number): boolean =>
      /biome-ignore lint\/suspicious\/noExplicitAny: \S+ \S+/.test(lines[line - 2] ?? '')
    return anyLines.filter((line) => !isExplained(line)).map((line) => `${path}:${line}`)
  })

  expect(offences, 'Use unknown and parse it at the border.').toEqual([])
})

test('the compiler is never silenced', () => {
  const silence = new RegExp(`@ts-${'(ignore|nocheck)'}|@ts-${'expect-error'}\\s*$`)

  expect(
    placesOf(silence, (path) => sourceAt.has(path)),
    'Mend the type.',
  ).toEqual([])
})

test('no test is left out, and none runs alone', () => {
  const partial = new RegExp(
    `\\b(test|it|describe|suite)(\\.\\w+)*\\.(${['only', 'skip', 'todo', 'fails'].join('|')})\\b`,
  )

  expect(placesOf(partial, isTest), 'Mend the test or delete it.').toEqual([])
})

test('nothing is left for later in the text', () => {
  const later = new RegExp(
    `\\b(${['TO', 'FIX', 'HA'].map((head, at) => head + ['DO', 'ME', 'CK'][at]).join('|')})\\b`,
  )

  expect(placesOf(later), 'It is an issue, or it is done.').toEqual([])
})

test('long files are worth another look', () => {
  const long = sources
    .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
    .filter(({ lines }) => lines > 300)
    .sort((one, other) => other.lines - one.lines)

  // A list to read, not a rule: tables and tests may be long.
  console.log(
    ['Files over 300 lines:', ...long.map(({ path, lines }) => `${String(lines).padStart(5)}  ${path}`)].join(
      '\n',
    ),
  )
})

// ---- The one door ----

/** Tables that only functions of the database write, and what the running roles may do to them besides reading. */
const guarded: Readonly<Record<string, readonly string[]>> = {
  chart_state: [],
  matter: [],
  leg: [],
  party: [],
  event: [],
  clock: [],
  inbox: [],
  draft: [],
  matter_link: [],
  matter_search: [],
  attachment: [],
  letter: [],
  letter_counter: [],
  agency_stamp: [],
  stamp_permission: [],
  // What no client asks for again is forgotten (clock-jobs.ts).
  idempotency: ['xiezhi_system DELETE'],
  // An event leaves this list in the transaction that seals it (seal-pending.ts).
  unsealed: ['xiezhi_system DELETE'],
}

test('no statement of the program writes to a guarded table', () => {
  const tables = Object.keys(guarded).join('|')
  const statement = new RegExp(
    `\\b(insert\\s+into|update|delete\\s+from|merge\\s+into|truncate|copy)\\s+(only\\s+)?(public\\.)?(${tables})\\s+(set|where|using|values|select|from|as|\\()|\\b(insert\\s+into|delete\\s+from|truncate)\\s+(${tables})\\b|(insertInto|updateTable|deleteFrom|mergeInto)\\(\\s*['"\`](${tables})\\b`,
    'gi',
  )
  const allowed = new Set([
    'src/features/matters/clock-jobs.ts: delete from idempotency',
    'src/features/proof/seal-pending.ts: delete from unsealed',
  ])
  const offences = sources
    .filter(({ path }) => /^(src|scripts)\//.test(path) && !isTest(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(statement)].map(([found]) => `${path}: ${found.replace(/\s+(where)?$/, '')}`),
    )
    .filter((offence) => !allowed.has(offence))

  expect(offences, 'Go through actOnMatter, openMatter or recordOnMatter.').toEqual([])
})

test('the running roles cannot write to a guarded table, whatever a statement says', async () => {
  const client = new pg.Client({ connectionString: (await testDatabase()).url })
  await client.connect()
  const { rows } = await client.query<{ name: string; right: string }>(
    `select c.relname as name, r.role || ' ' || p.privilege as right
     from pg_class c, unnest(array['xiezhi_app', 'xiezhi_system']) as r (role),
       unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as p (privilege)
     where c.relnamespace = 'public'::regnamespace and c.relname = any ($1) and (
       has_table_privilege(r.role, c.oid, p.privilege)
       or p.privilege in ('INSERT', 'UPDATE') and has_any_column_privilege(r.role, c.oid, p.privilege))`,
    [Object.keys(guarded)],
  )
  await client.end()
  const rights = Object.fromEntries(
    Object.keys(guarded).map((table) => [
      table,
      rows.filter(({ name }) => name === table).map(({ right }) => right),
    ]),
  )

  expect(rights).toEqual(guarded)
})

test('migrations are numbered from 0001 without gap or double', () => {
  const names = [...paths]
    .filter((path) => path.startsWith('migrations/'))
    .map((path) => path.slice('migrations/'.length))
  const numbers = names.map((name) => /^(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.exec(name)?.[1] ?? name).sort()

  expect(numbers).toEqual(numbers.map((_, at) => String(at + 1).padStart(4, '0')))
})

// ---- The project stands alone ----

test('no file knows the machine it was written on', () => {
  const machine = /(^|[\s'"`(=:])\/(work|home|root|Users|tmp|mnt)\/[\w.-]/

  expect(placesOf(machine), 'Derive the path from import.meta.url, or ask for a folder.').toEqual([])
})

test('the lock file names no place that packages come from: npm asks the registry it is set to', () => {
  const lock = files.find(({ path }) => path === 'package-lock.json')?.text ?? ''
  const places = [...lock.matchAll(/"resolved": "([^"]+)"/g)].map(([, url]) => url)

  expect([...places, ...placesOf(/\bregistry\s*=/, (path) => path.endsWith('.npmrc'))]).toEqual([])
})

test('nothing reads what lies beside the clone', () => {
  const beside = /\.\.\/shared\b/
  const climbing = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => target?.startsWith('..'))
      .map(({ specifier }) => `${path} imports ${specifier}`),
  )

  expect(
    [...placesOf(beside), ...climbing],
    'Copy the facts into a file of ours and note their source.',
  ).toEqual([])
})

/** Sources read by name above must exist, or a rule would hold for nothing. */
test('these rules see the whole project', () => {
  const seen: readonly (readonly [string, Source | undefined])[] = [
    'src/main.ts',
    'src/web/main.tsx',
    'src/kernel/chart.ts',
  ].map((path) => [path, sourceAt.get(path)])

  expect(seen.filter(([, source]) => !source?.imports)).toEqual([])
  expect(reachedFrom('src/web/main.tsx').size).toBeGreaterThan(30)
})
