import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import {
  findMatterToVerify,
  type KnownSeal,
  type Verification,
  verifyDatabase,
} from '../features/proof/proof.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'
import { readConfig } from '../platform/config.ts'
import { type Db, openDatabase } from '../platform/database.ts'
import { openInstallation } from '../platform/installation.ts'
import { type CliIo, type Command, WrongUsage } from './command.ts'
import { verifyCapsuleFile } from './verify-capsule.ts'

/** Checks that nothing recorded was altered, dropped, inserted or back-dated: in the database, or in a capsule that was taken away. */
export const verify: Command = {
  name: 'verify',
  usage: `verify [--matter NUMBER|ID] [--database URL] [--key KEYID]… [--seal NO:HASH]…
  xiezhi verify FILE [--key KEYID]…`,
  help: {
    zh: '核验存证：逐条检查记录是否被改动、删除、插入或倒填时间。--key 只认给定密钥的封存，--seal 核对此前抄存的封存。给出文件时离线核验事项档案包。',
    en: 'Check that no record was altered, dropped, inserted or back-dated. --key accepts only seals of the keys you name, --seal checks a seal you wrote down earlier. With a file, verify that capsule offline.',
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
      },
    })
    const [file, more] = positionals
    if (file !== undefined) {
      if (more ?? values.matter ?? values.database ?? values.seal) throw onlyFile()
      return verifyCapsuleFile(file, values.key, io)
    }
    const knownSeals = values.seal?.map(readKnownSeal)
    const env = values.database === undefined ? io.env : { ...io.env, DATABASE_URL: values.database }
    await using installation = await openInstallation(readConfig(env))
    await using db = openDatabase(installation.databaseUrl, 2)
    await refuseWithoutLog(db)
    const matterId = values.matter === undefined ? undefined : await findMatterToVerify(db, values.matter)

    const result = await verifyDatabase(db, {
      matterId,
      trustedKeys: values.key,
      knownSeals,
      progress: progressOn(io),
    })
    io.answer(result, textOf(result)[io.language])
    return result.isSound ? 0 : 1
  },
}

const onlyFile = (): WrongUsage =>
  new WrongUsage({
    zh: '核验事项档案包时只写一个文件，另可用 --key。',
    en: 'To verify a capsule, name one file and nothing but --key.',
  })

function readKnownSeal(text: string): KnownSeal {
  const [, no, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (no && hash) return { no: Number(no), hash }
  throw new WrongUsage({
    zh: `--seal 应写成“次数:摘要”，摘要为 64 位十六进制，例如 --seal 12:3a7f…；现为“${text}”。`,
    en: `--seal takes NO:HASH with a hash of 64 hexadecimal digits, such as --seal 12:3a7f…, not "${text}".`,
  })
}

async function refuseWithoutLog(db: Db): Promise<void> {
  const { rows } = await sql<{
    ready: boolean
  }>`select to_regclass('public.seal') is not null as ready`.execute(db)
  if (rows[0]?.ready) return
  throw new Refusal('not-now', {
    zh: '这个数据库还没有协执的表。请核对地址；若是旧版本，请先执行 xiezhi migrate。',
    en: 'This database has no tables of Xiezhi yet. Check the address, or run xiezhi migrate first.',
  })
}

/** At most one line in two seconds, and only for somebody who watches. */
function progressOn(io: CliIo): ((checked: number, about: number) => void) | undefined {
  if (io.json || !process.stderr.isTTY) return undefined
  let quietUntil = Date.now() + 2_000
  return (checked, about) => {
    if (Date.now() < quietUntil) return
    quietUntil = Date.now() + 2_000
    const all = Math.max(checked, about)
    const words = {
      zh: `已核验 ${checked} 条，共约 ${all} 条……`,
      en: `${checked} events checked of about ${all} …`,
    }
    io.note(words[io.language])
  }
}

function textOf(result: Verification): Words {
  const { isSound, matters, events, seals, waiting, faults, faultCount, lastSeal } = result
  const more = faultCount - faults.length
  const zh = faults.map(({ words }) => words.zh)
  const en = faults.map(({ words }) => words.en)
  if (more > 0) {
    zh.push(`另有 ${more} 处问题未列出。`)
    en.push(`${more} more are not listed.`)
  }
  zh.push(`已核验事项 ${matters} 件、记录 ${events} 条、封存 ${seals} 次；另有 ${waiting} 条等待封存。`)
  en.push(`Checked: ${matters} matters, ${events} events, ${seals} seals; ${waiting} events wait for a seal.`)
  if (lastSeal) {
    const { no, sealedAt, hash, keyId } = lastSeal
    zh.push(`最近一次封存：第 ${no} 次，${sealedAt}，密钥 ${keyId}。`)
    zh.push(`请抄存，今后可据此发现日志被截去或替换：--seal ${no}:${hash}`)
    en.push(`Last seal: ${no}, ${sealedAt}, key ${keyId}.`)
    en.push(`Write it down to find out later whether the log was cut off or replaced: --seal ${no}:${hash}`)
  }
  zh.push(isSound ? '核验通过：未发现改动。' : `核验未通过：发现 ${faultCount} 处问题。`)
  en.push(
    isSound
      ? 'Sound: nothing was altered.'
      : `Not sound: ${faultCount} ${faultCount === 1 ? 'fault' : 'faults'} found.`,
  )
  return { zh: zh.join('\n'), en: en.join('\n') }
}
