import { parseArgs } from 'node:util'
import { type Command, WrongUsage } from './command.ts'

/** Checks that nothing recorded was altered, dropped, inserted or back-dated: in the database, or in a capsule that was taken away. */
export const verify: Command = {
  name: 'verify',
  usage: `verify [--matter NUMBER|ID] [--database URL] [--key KEYID]… [--seal NO:HASH]…
  xiezhi verify FILE [--key KEYID]… [--event FILE]…`,
  help: {
    zh: '核验存证：逐条检查记录是否被改动、删除、插入或倒填时间。--key 只认给定密钥的封存，--seal 核对此前抄存的封存。给出文件时离线核验事项档案包；--event 核对单独出具的一条记录是否就是包中那一条。',
    en: 'Check that no record was altered, dropped, inserted or back-dated. --key accepts only seals of the keys you name, --seal checks a seal you wrote down earlier. With a file, verify that capsule offline; --event says whether an event that was handed out is the one in it.',
  },
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        matter: { type: 'string' },
        database: { type: 'string' },
        key: { type: 'string', multiple: true },
        seal: { type: 'string', multiple: true },
        event: { type: 'string', multiple: true },
      },
    })
    const [file, more] = positionals
    // Each loaded when it is asked for: a capsule needs nothing of the system, not even its code.
    if (file === undefined) {
      if (values.event) throw onlyWithFile()
      return (await import('./verify-log.ts')).verifyLog(values, io)
    }
    if (more ?? values.matter ?? values.database ?? values.seal) throw onlyFile()
    return (await import('./verify-capsule.ts')).verifyCapsuleFile(file, values, io)
  },
}

const onlyFile = (): WrongUsage =>
  new WrongUsage({
    zh: '核验事项档案包时只写一个文件，另可用 --key 和 --event。',
    en: 'To verify a capsule, name one file and nothing but --key and --event.',
  })

const onlyWithFile = (): WrongUsage =>
  new WrongUsage({
    zh: '--event 用来与事项档案包核对，请同时写明档案包文件。',
    en: '--event is compared with a capsule: name its file as well.',
  })
