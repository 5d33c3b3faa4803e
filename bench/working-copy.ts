import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchFolder } from './bench-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const left = new Set(['node_modules', '.git', 'data', 'dist'])

/** A copy of the working tree with the packages linked, to start and build in; removed when disposed. */
export async function workingCopy(): Promise<{ readonly folder: string } & AsyncDisposable> {
  const folder = await benchFolder()
  const place = join(folder.path, 'copy')
  await cp(root, place, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) })
  await symlink(join(root, 'node_modules'), join(place, 'node_modules'))
  return { folder: place, [Symbol.asyncDispose]: folder[Symbol.asyncDispose] }
}

/** Builds the web page of a copy as the project does. */
export async function buildPageIn(folder: string): Promise<void> {
  const child = spawn('npm', ['run', '--silent', 'build'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The page could not be built.')
}
