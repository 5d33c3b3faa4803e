// Finds or gets the browser for the journeys.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, tell } from './prepare.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The path of a Chromium that starts: the one of `XIEZHI_CHROMIUM`, an installed one, Debian's package where we may
 * install it, or the one inside an npm package. Undefined when there is none; the journeys then fail and say so.
 */
export async function findChromium() {
  const installed = [process.env.XIEZHI_CHROMIUM, ...names.map(inPath)].find(starts)
  if (installed) return installed
  if (process.getuid?.() === 0 && inPath('apt-get')) {
    tell('正在安装 Chromium 和中文字体……', 'Installing Chromium and Chinese fonts …')
    await installFromDebian()
    const fresh = names.map(inPath).find(starts)
    if (fresh) return fresh
  }
  tell('改用 npm 包中的 Chromium……', 'Using the Chromium of an npm package …')
  const { default: packaged } = await import('@sparticuz/chromium')
  const path = await packaged.executablePath()
  return starts(path) ? path : undefined
}

function inPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** Whether a browser is there with all the libraries it needs. */
function starts(path) {
  return (
    path !== undefined && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  )
}

async function installFromDebian() {
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
  if ((await run('apt-get', install, { ...quiet, stdio: 'ignore' })) === 0) return
  await run('apt-get', ['update', '-qq'], quiet)
  await run('apt-get', install, quiet)
}
