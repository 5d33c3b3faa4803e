import { parseArgs } from 'node:util'
import type { Words } from '../kernel/words.ts'
import { withApi } from './api.ts'
import { type Command, WrongUsage } from './command.ts'
import { download } from './download.ts'

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
    const { to, purpose } = values
    const path = await withApi(io, (api) => download(api, { path: address, query: { purpose }, name, to }))
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
