import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

/** The folder of the clone. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

/** A text file of the project: its path from the project's folder, with `/`, and what it says. */
export type TextFile = { readonly path: string; readonly text: string }

/** One import of a source file. */
export type Import = {
  /** What is written between the quotes. */
  readonly specifier: string
  /** The file of the project it leads to; undefined for a package or a part of Node. */
  readonly target: string | undefined
  /** True when types alone are imported: such an import is gone when the program runs. */
  readonly typeOnly: boolean
}

/** A source file, read by a compiler's parser and not by patterns: text in strings and comments is no import. */
export type Source = TextFile & {
  readonly imports: readonly Import[]
  readonly exportedNames: readonly string[]
  /** Lines on which the type `any` stands. */
  readonly anyLines: readonly number[]
}

const unread = /\.(png|jpe?g|webp|gif|ico|woff2?|ttf|otf|pdf|mp4|zst|gz|br)$/

/** Every text file of the project, in order of path; what `.gitignore` names is left out. */
export function textFiles(): TextFile[] {
  const ignored = readFileSync(join(projectFolder, '.gitignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const isIgnored = (name: string): boolean =>
    name === '.git' ||
    ignored.some((line) =>
      line.startsWith('*.') ? name.endsWith(line.slice(1)) : name === line.replaceAll('/', ''),
    )
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (isIgnored(entry.name)) return []
      return entry.isDirectory() ? walk(path) : unread.test(entry.name) ? [] : [path]
    })
  return walk(projectFolder)
    .map((path) => ({
      path: relative(projectFolder, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}

/** Reads the TypeScript and JavaScript among the files. */
export function sourcesAmong(files: readonly TextFile[]): Source[] {
  return files.filter(({ path }) => /\.(ts|tsx|mts|mjs)$/.test(path)).map(readSource)
}

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown }

function readSource({ path, text }: TextFile): Source {
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`)
  const nodes = nodesOf(program as unknown as Node)
  const anyAt = nodes.filter(({ type }) => type === 'TSAnyKeyword').map(({ start }) => start)
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length
  const imports = [
    ...nodes.flatMap(importOf),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) =>
      literalIn(text.slice(start, end)),
    ),
  ]
  const names = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName }) => exportName.name ?? []),
  )
  return {
    path,
    text,
    imports: imports.map((each) => ({ ...each, target: targetOf(path, each.specifier) })),
    exportedNames: names,
    anyLines: anyAt.map(lineOf),
  }
}

function nodesOf(root: Node): Node[] {
  const found: Node[] = []
  const waiting: unknown[] = [root]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) waiting.push(...next)
    else if (typeof next === 'object' && next !== null) {
      if ('type' in next) found.push(next as Node)
      waiting.push(...Object.values(next).filter((value) => typeof value === 'object' && value !== null))
    }
  }
  return found
}

type Written = Pick<Import, 'specifier' | 'typeOnly'>

/** `import`, `export … from` and `import('…')` within a type. Only-types also when each name says `type`. */
function importOf(node: Node): Written[] {
  const source = node.source as { value?: unknown } | null | undefined
  if (typeof source?.value !== 'string') return []
  const specifier = source.value
  if (node.type === 'TSImportType') return [{ specifier, typeOnly: true }]
  if (!/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) return []
  const specifiers = (node.specifiers ?? []) as { importKind?: string; exportKind?: string }[]
  const areTypes =
    specifiers.length > 0 && specifiers.every((each) => (each.importKind ?? each.exportKind) === 'type')
  return [{ specifier, typeOnly: node.importKind === 'type' || node.exportKind === 'type' || areTypes }]
}

const literalIn = (code: string): Written[] => {
  const specifier = /^(['"`])([^'"`$]+)\1$/.exec(code)?.[2]
  return specifier ? [{ specifier, typeOnly: false }] : []
}

const targetOf = (path: string, specifier: string): string | undefined =>
  specifier.startsWith('.')
    ? relative(projectFolder, resolve(projectFolder, dirname(path), specifier))
        .split(sep)
        .join('/')
    : undefined
