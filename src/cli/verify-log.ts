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
import { type CliIo, WrongUsage } from './command.ts'

/** What of the log is verified, and by what. */
export type VerifyLog = {
  readonly matter?: string | undefined
  readonly database?: string | undefined
  readonly key?: readonly string[] | undefined
  readonly seal?: readonly string[] | undefined
}

/** Verifies the log in the database. */
export async function verifyLog({ matter, database, key, seal }: VerifyLog, io: CliIo): Promise<number> {
  const knownSeals = seal?.map(readKnownSeal)
  const env = database === undefined ? io.env : { ...io.env, DATABASE_URL: database }
  await using installation = await openInstallation(readConfig(env))
  await using db = openDatabase(installation.databaseUrl, 2)
  await refuseWithoutLog(db)
  const matterId = matter === undefined ? undefined : await findMatterToVerify(db, matter)

  const result = await verifyDatabase(db, {
    matterId,
    trustedKeys: key,
    knownSeals,
    progress: progressOn(io),
  })
  io.answer(result, textOf(result)[io.language])
  return result.isSound ? 0 : 1
}

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
