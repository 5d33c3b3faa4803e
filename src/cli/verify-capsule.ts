import { readFile } from 'node:fs/promises'
import { plain } from '../kernel/capsule/capsule-fault.ts'
import { readDisclosed } from '../kernel/capsule/read-disclosed.ts'
import { type CapsuleReport, verifyCapsule } from '../kernel/capsule/verify-capsule.ts'
import { numberWithKind } from '../kernel/kind-before.ts'
import type { Words } from '../kernel/words.ts'
import { openCapsuleFile } from '../platform/capsule-file.ts'
import type { CliIo } from './command.ts'

/** Verifies a capsule on the disk with nothing but its bytes: no database, no network. */
export async function verifyCapsuleFile(
  path: string,
  {
    key: trustedKeys,
    event: proofs = [],
  }: { readonly key?: readonly string[]; readonly event?: readonly string[] },
  io: CliIo,
): Promise<number> {
  const disclosed = await Promise.all(
    proofs.map(async (proof) => readDisclosed(await readFile(proof).catch(() => undefined), proof)),
  )
  await using file = await openCapsuleFile(path)
  const report = await verifyCapsule(file, { trustedKeys, disclosed, progress: progressOn(io) })
  io.answer(report, textOf(report)[io.language])
  return report.isSound && report.disclosed.every(({ isOfCapsule }) => isOfCapsule) ? 0 : 1
}

/** At most one line in two seconds, and only for somebody who watches. */
function progressOn(io: CliIo): (done: number, all: number) => void {
  if (io.json || !process.stderr.isTTY) return () => {}
  let quietUntil = Date.now() + 2_000
  return (done, all) => {
    if (Date.now() < quietUntil) return
    quietUntil = Date.now() + 2_000
    const share = Math.floor((done / Math.max(1, all)) * 100)
    io.note({ zh: `已核验 ${share}%……`, en: `${share}% checked …` }[io.language])
  }
}

function textOf(report: CapsuleReport): Words {
  const { events, faults, faultCount, isSound, masked, signedBy } = report
  const named = report.kind
    ? numberWithKind(report.number, report.kind)
    : { zh: report.number, en: report.number }
  const zh = [`事项档案包：${plain(named.zh)}　${plain(report.title ?? '')}`]
  const en = [`Capsule of ${plain(named.en)}, ${plain(report.title ?? '')}`]
  zh.push(`导出单位：${plain(report.reader.name)}${masked ? '（个人信息已遮盖）' : ''}`)
  en.push(`Exported for ${plain(report.reader.nameEn)}${masked ? ' (personal data masked)' : ''}`)
  zh.push(
    `记录 ${report.version} 条（完整 ${events.recorded}，遮盖 ${events.masked}，仅校验码 ${events.withheld}），已封存 ${events.sealed} 条，函件 ${report.letters.length} 件，附件 ${report.files.length} 件。`,
  )
  en.push(
    `${report.version} events (${events.recorded} in full, ${events.masked} masked, ${events.withheld} by hash alone), ${events.sealed} sealed; ${report.letters.length} letters, ${report.files.length} files.`,
  )
  if (events.waiting > 0) {
    zh.push(`其中 ${events.waiting} 条导出时还在等待封存，只由节点的签名担保。`)
    en.push(
      `${events.waiting} events waited for a seal when it was exported; only the node's signature vouches for them.`,
    )
  }
  if (masked) {
    zh.push('遮盖过的记录算不出原校验码，由前后记录、封存和节点的签名担保。')
    en.push(
      'Masked events cannot give their hashes; neighbours, seals and the signature of the node vouch for them.',
    )
  }
  for (const { seq, isOfCapsule, why } of report.disclosed) {
    zh.push(
      `单独出具的第 ${seq} 条记录：${isOfCapsule ? '就是包中的那一条。' : '不是包中的那一条。'}${why?.zh ?? ''}`,
    )
    en.push(
      `The event ${seq} that was handed out is ${isOfCapsule ? 'the one' : 'not the one'} of the capsule.${why ? ` ${why.en}` : ''}`,
    )
  }
  for (const { words } of faults) {
    zh.push(words.zh)
    en.push(words.en)
  }
  if (faultCount > faults.length) {
    zh.push(`另有 ${faultCount - faults.length} 处问题未列出。`)
    en.push(`${faultCount - faults.length} more are not listed.`)
  }
  for (const { keyId, isTrusted } of report.keys) {
    const role =
      keyId === signedBy
        ? { zh: '签名密钥', en: 'Signed with the key' }
        : { zh: '封存密钥', en: 'Sealed with the key' }
    const said =
      isTrusted === null
        ? {
            zh: '（请与出具单位公布的指纹核对，或用 --key 指定）',
            en: ' (compare it with the one the node makes known, or name it with --key)',
          }
        : isTrusted
          ? { zh: '（是您指定的）', en: ' (which you named)' }
          : { zh: '（不是您指定的）', en: ' (not one you named)' }
    zh.push(`${role.zh}：${keyId}${said.zh}`)
    en.push(`${role.en} ${keyId}${said.en}`)
  }
  zh.push(isSound ? '核验通过：未发现改动。' : `核验未通过：发现 ${faultCount} 处问题。`)
  en.push(
    isSound
      ? 'Sound: nothing was altered.'
      : `Not sound: ${faultCount} ${faultCount === 1 ? 'fault' : 'faults'} found.`,
  )
  return { zh: zh.join('\n'), en: en.join('\n') }
}
