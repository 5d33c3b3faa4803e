import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '../kernel/refusal.ts'
import { writeBackup } from '../platform/backup.ts'
import { readConfig } from '../platform/config.ts'
import { openInstallation } from '../platform/installation.ts'
import { migrate } from '../platform/migrate.ts'
import { type Command, WrongUsage } from './command.ts'

/** Writes everything into one file while the system goes on working. */
export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE.tar.zst',
  help: {
    zh: '把数据库和附件备份到一个文件，系统可照常运行。',
    en: 'Write the database and the files into one file while the system goes on working.',
  },
  async run(args, io) {
    const file = oneFile(args)
    if (existsSync(file)) {
      throw new Refusal('conflict', {
        zh: `文件 ${file} 已存在，没有覆盖。请换一个文件名。`,
        en: `The file ${file} exists already and is not overwritten. Choose another name.`,
      })
    }
    await using installation = await openInstallation(readConfig(io.env))
    await migrate(installation.migrationUrl)
    const { tables, files } = await writeBackup(
      installation.migrationUrl,
      installation.filesFolder,
      file,
      new Date(),
    )
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const words = {
      zh: `已备份 ${tables.length} 张表、${rows} 行、${files.length} 个附件到 ${file}。文件含个人信息，请妥善保管。`,
      en: `${tables.length} tables, ${rows} rows and ${files.length} files are in ${file}. It holds personal data: keep it safe.`,
    }
    io.answer({ file, tables: tables.length, rows, files: files.length }, words[io.language])
    return 0
  },
}

/** The one file a command names. */
export function oneFile(args: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) {
    throw new WrongUsage({ zh: '请写明一个文件名。', en: 'Name one file.' })
  }
  return resolve(file)
}
