import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { parseArgs } from 'node:util'
import { Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'
import { type Api, withApi } from './api.ts'
import { type Command, WrongUsage } from './command.ts'

/** Takes a whole matter away as one file, or one event of it, as the person or program that the environment names may read it. */
export const export_: Command = {
  name: 'export',
  usage: `export matter ID [--to FILE] [--purpose handling|verification|service|supervision]
  xiezhi export event ID NUMBER --purpose … [--to FILE]`,
  help: {
    zh: '导出事项档案包；导出会被记录。写明目的才包含个人信息、函件和附件，否则遮盖，只列名称。event 单独出具一条记录，可与已遮盖的档案包核对。',
    en: 'Export a matter as one file; the export is recorded. Only with a purpose does it hold personal data, letters and files; else they are masked or listed by name. With event, hand out one event, to be proved against a masked capsule.',
  },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { to: { type: 'string' }, purpose: { type: 'string' } },
    })
    const { address, name, check } = wanted(positionals, values.purpose)
    const path = await withApi(io, (api) => download(api, address, name, values))
    const isMasked = values.purpose === undefined
    io.answer({ file: path, masked: isMasked }, textOf(path, isMasked, check)[io.language])
    return 0
  },
}

/** Where it is asked for, what its file is called unless the server says, and how it is verified. */
function wanted([what, id, seq, more]: readonly string[], purpose: string | undefined) {
  const matter = `/matters/${encodeURIComponent(id ?? '')}`
  if (what === 'matter' && id !== undefined && seq === undefined)
    return {
      address: `${matter}/capsule`,
      name: `${id}.zip`,
      check: (path: string) => `xiezhi verify ${path}`,
    }
  if (
    what === 'event' &&
    seq !== undefined &&
    /^\d{1,8}$/.test(seq) &&
    more === undefined &&
    purpose !== undefined
  )
    return {
      address: `${matter}/events/${seq}/proof`,
      name: `${id} ${seq}.json`,
      check: (path: string) => `xiezhi verify CAPSULE.zip --event ${path}`,
    }
  throw new WrongUsage({
    zh: '请写明 matter 和事项的编码；或 event、事项的编码、记录的序号，并用 --purpose 写明目的。',
    en: 'Say matter, and its id; or event, the id, the number of the event, and why with --purpose.',
  })
}

type Options = { readonly to?: string | undefined; readonly purpose?: string | undefined }

/** Writes beside the target and puts it in place when it is whole; a file that is there already stays. */
async function download(api: Api, address: string, name: string, { to, purpose }: Options): Promise<string> {
  if (to !== undefined) await refuseExisting(to)
  const reply = await api.open({ path: address, query: { purpose } })
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

function textOf(path: string, isMasked: boolean, check: (path: string) => string): Words {
  const zh = [`已导出：${path}`]
  const en = [`Exported: ${path}`]
  if (isMasked) {
    zh.push('个人信息已遮盖，不含函件和附件内容；如需完整内容，请用 --purpose 写明目的。')
    en.push(
      'Personal data is masked, letters and files are left out; name a purpose with --purpose for all of it.',
    )
  } else {
    zh.push('其中含有个人信息：只可用于所写明的目的，请妥善保管，用后销毁。')
    en.push(
      'It holds personal data: use it only for the purpose you named, keep it safe, and destroy it afterwards.',
    )
  }
  zh.push(`核验：${check(path)}`)
  en.push(`To verify: ${check(path)}`)
  return { zh: zh.join('\n'), en: en.join('\n') }
}
