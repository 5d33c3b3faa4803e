import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Refusal } from '../kernel/refusal.ts'
import type { Api } from './api.ts'

/** What is fetched, and the file it goes to. */
export type Download = {
  /** Below `/api/v1`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | undefined>>
  /** What the file is called where neither the person nor the server says. */
  readonly name: string
  readonly to?: string | undefined
}

/**
 * Writes beside the target and puts it in place when it is whole; a file that is there already stays.
 * @returns where it is
 * @throws Refusal `conflict` where the file exists, `unavailable` where it cannot be written or the transfer breaks off
 */
export async function download(api: Api, { path: from, query = {}, name, to }: Download): Promise<string> {
  if (to !== undefined) await refuseExisting(to)
  const reply = await api.open({ path: from, query })
  const path = resolve(to ?? nameOf(reply) ?? name)
  await refuseExisting(path)
  const aside = `${path}.part`
  try {
    // Fetch knows web streams, the file system knows its own.
    const bytes = Readable.fromWeb(reply.body as ReadableStream)
    await pipeline(bytes, createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true }))
    await rename(aside, path)
  } catch (reason) {
    await rm(aside, { force: true })
    throw asRefusal(reason, path)
  }
  return path
}

/** The name the server gives it, never a place outside of this folder. */
function nameOf(reply: Response): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(reply.headers.get('content-disposition') ?? '') ?? []
  if (encoded === undefined) return undefined
  return decodeURIComponent(encoded).replaceAll(/[\\/:\0]/g, '_')
}

async function refuseExisting(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (!isThere) return
  throw new Refusal('conflict', {
    zh: `文件 ${path} 已经存在，没有覆盖。请用 --to 另指文件名。`,
    en: `${path} exists already and was not replaced. Name another file with --to.`,
  })
}

function asRefusal(reason: unknown, path: string): unknown {
  const code = String((reason as { code?: unknown } | null)?.code)
  if (['ENOENT', 'EACCES', 'ENOSPC', 'EDQUOT', 'EROFS', 'EEXIST'].includes(code))
    return new Refusal('unavailable', {
      zh: `不能写入 ${path}（${code}）。请检查目录、权限和剩余空间后重试。`,
      en: `${path} cannot be written (${code}). Check the folder, its rights and the free space, then try again.`,
    })
  if (reason instanceof Error && /terminated|aborted|premature/i.test(`${reason.message} ${code}`))
    return new Refusal('unavailable', {
      zh: '传输中断，没有留下不完整的文件。请重试。',
      en: 'The transfer broke off; no incomplete file was left. Try again.',
    })
  return reason
}
