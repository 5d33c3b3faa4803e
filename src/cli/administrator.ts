import { parseArgs } from 'node:util'
import { AppointAdministrator, appointAdministrator, appointmentJob } from '../features/people/people.ts'
import { parseInput } from '../kernel/faults.ts'
import { systemActor } from '../platform/actor.ts'
import { asActor } from '../platform/as-actor.ts'
import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { openInstallation } from '../platform/installation.ts'
import { migrate } from '../platform/migrate.ts'
import { type Command, WrongUsage } from './command.ts'

/** Makes one of the three administrators, or gives one a new password. Only here: nobody inside can. */
export const administrator: Command = {
  name: 'administrator',
  usage: 'administrator sysadmin | secadmin | auditor [--login NAME] [--name NAME]',
  help: {
    zh: '设立系统、安全、审计三员之一，或为其重置一次性密码。',
    en: 'Appoint one of the three administrators, or give one a new one-time password.',
  },
  async run(args, io) {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { login: { type: 'string' }, name: { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals.length !== 1)
      throw new WrongUsage({
        zh: '请写明 sysadmin、secadmin 或 auditor。',
        en: 'Say sysadmin, secadmin or auditor.',
      })
    const input = parseInput(AppointAdministrator, { role: positionals[0], ...values })
    await using installation = await openInstallation(readConfig(io.env))
    await migrate(installation.migrationUrl)
    await using db = openDatabase(installation.databaseUrl, 1)
    const given = await asActor(db, systemActor(appointmentJob), (tx) => appointAdministrator(tx, input))
    const words = {
      zh: `账号 ${given.login} 的一次性密码：${given.oneTimePassword}（首次登录后须修改）`,
      en: `One-time password of ${given.login}: ${given.oneTimePassword} (to be changed at the first sign-in)`,
    }
    io.answer(given, words[io.language])
    return 0
  },
}
