// Runs on the system's Node (≥ 20.19) before anything is installed, so it is plain JavaScript without packages.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** The folder of the clone. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const inClone = (...path) => join(root, ...path)
const words = (...path) => readFileSync(inClone(...path), 'utf8')

/** Says what happens now, in both languages on one line. */
export function tell(zh, en) {
  console.log(`${zh} · ${en}`)
}

/** Says what is wrong and what to do. */
function fail(zh, en) {
  console.error(`${zh}\n${en}`)
  return false
}

/** Runs a program in the clone and resolves to its exit code. */
export function run(program, args, options = {}) {
  return new Promise((settle) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    child.once('error', () => settle(127))
    child.once('exit', (code, signal) => settle(code ?? (signal ? 130 : 1)))
  })
}

/** The Node 24 that the packages bring, or the present one where that is new enough to run TypeScript itself. */
export function node24() {
  const own = inClone('node_modules', 'node', 'bin', 'node')
  if (existsSync(own)) return own
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 12) ? process.execPath : undefined
}

/** Installs the packages of the lock file, unless exactly they are installed already; says why when it can not. */
export async function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    return fail(
      `协执需要 Node 20.19 或更新版本，现为 ${process.versions.node}。请升级 Node 后重试。`,
      `Xiezhi needs Node 20.19 or newer; this is ${process.versions.node}. Upgrade Node and try again.`,
    )
  }
  if (areInstalled() && node24()) return true
  tell('正在安装依赖（首次约一两分钟）……', 'Installing packages (a minute or two the first time) …')
  const npm = process.env.npm_execpath
  const args = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts=false',
    '--include=dev',
    '--loglevel=error',
  ]
  const code = npm ? await run(process.execPath, [npm, ...args]) : await run('npm', args)
  if (code !== 0 || !node24()) {
    return fail(
      '依赖安装失败。请检查网络（或 npm 的 registry 设置）和磁盘空间，然后重试。',
      'The packages could not be installed. Check the network (or the registry npm is set to) and the disk, then try again.',
    )
  }
  return true
}

/**
 * Compares the lock file with the list npm writes when an installation is complete. No stamp of our own: a developer's
 * `npm ci` counts as well, and an interrupted one does not.
 */
function areInstalled() {
  if (!existsSync(inClone('node_modules', '.package-lock.json'))) return false
  const wanted = JSON.parse(words('package-lock.json')).packages
  const present = JSON.parse(words('node_modules', '.package-lock.json')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (present[path] ? present[path].version === version : optional === true),
  )
}

/** Builds the web page when something it is made of has changed since it was last built; whether it could be built. */
export async function buildPage() {
  if (!existsSync(inClone('src', 'web', 'index.html'))) return true
  const stamp = inClone('dist', '.built-from')
  const digest = sourceDigest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return true
  tell('正在生成网页……', 'Building the web page …')
  rmSync(stamp, { force: true })
  const vite = inClone('node_modules', 'vite', 'bin', 'vite.js')
  // Whoever builds may be testing or developing; the page is always the one for production.
  const env = { ...process.env, NODE_ENV: 'production' }
  if ((await run(node24(), [vite, 'build', '--logLevel', 'warn'], { env })) !== 0) {
    return fail('网页生成失败，原因见上。', 'The web page could not be built; the reason stands above.')
  }
  compressFiles(inClone('dist'))
  mkdirSync(inClone('dist'), { recursive: true })
  writeFileSync(stamp, digest)
  return true
}

/** A digest over every source the page may be made of; features bring parts of it, so all sources count but tests. */
function sourceDigest() {
  const hash = createHash('sha256')
  const sources = readdirSync(inClone('src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
  for (const path of [
    ...sources,
    inClone('package-lock.json'),
    inClone('vite.config.ts'),
    inClone('vite.offline.ts'),
  ]) {
    if (existsSync(path)) hash.update(path.slice(root.length)).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/** Packs the text files once, so that the server never compresses while somebody waits. */
function compressFiles(folder) {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(entry.name)) continue
    const path = join(entry.parentPath ?? entry.path, entry.name)
    const bytes = readFileSync(path)
    if (bytes.length < 1024) continue
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, quality))
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
