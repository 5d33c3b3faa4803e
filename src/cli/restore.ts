import { existsSync } from 'node:fs'
import { Refusal } from '../kernel/refusal.ts'
import { readConfig } from '../platform/config.ts'
import { openInstallation } from '../platform/installation.ts'
import { restoreBackup } from '../platform/restore.ts'
import { oneFile } from './backup.ts'
import type { Command } from './command.ts'

/** Brings a backup back into an empty installation. */
export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE.tar.zst',
  help: {
    zh: '把备份恢复到一个空的安装（先核对全部摘要，再写入）。',
    en: 'Bring a backup back into an empty installation; every digest is checked before anything is written.',
  },
  async run(args, io) {
    const file = oneFile(args)
    if (!existsSync(file)) {
      throw new Refusal('not-found', {
        zh: `没有文件 ${file}。请核对文件名。`,
        en: `There is no file ${file}. Check its name.`,
      })
    }
    await using installation = await openInstallation(readConfig(io.env))
    const manifest = await restoreBackup(installation.migrationUrl, installation.filesFolder, file)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const words = {
      zh: `已恢复 ${manifest.madeAt} 的备份：${manifest.tables.length} 张表、${rows} 行、${manifest.files.length} 个附件。`,
      en: `The backup of ${manifest.madeAt} is restored: ${manifest.tables.length} tables, ${rows} rows, ${manifest.files.length} files.`,
    }
    const answer = {
      madeAt: manifest.madeAt,
      tables: manifest.tables.length,
      rows,
      files: manifest.files.length,
    }
    io.answer(answer, words[io.language])
    return 0
  },
}
