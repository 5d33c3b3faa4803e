import { sql } from 'kysely'
import type { AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { FoundAgency } from './agencies.contract.ts'
import { agencyIdOf } from './agency-id.ts'
import { type AgencyRef, findAgencyByCode, getAgency, getOpenAgency } from './agency-store.ts'
import { mustManageSystem } from './keep-agency.ts'
import { soundOf } from './pinyin-of.ts'

/**
 * Adds an agency to the tree. Its id follows from its code, so that two nodes that found the same agency mean the same.
 * @throws Refusal `not-allowed` for anybody but the system administrator; `conflict` when the code is taken; `not-found` or
 *   `not-now` for a parent that does not exist or is closed; `invalid-input` for a division that is none, or a missing parent
 */
export async function foundAgency(tx: Tx, actor: Actor, input: FoundAgency): Promise<AgencyRef> {
  mustManageSystem(actor)
  if ((input.kind === 'partner') !== (input.parentId === undefined)) throw wrongParent()
  for (const id of [input.parentId, input.actsInNameOf]) if (id) await getOpenAgency(tx, id)
  if (!(await isDivision(tx, input.divisionCode))) throw noDivision()
  if (await findAgencyByCode(tx, input.code)) throw codeTaken(input.code)
  const id = agencyIdOf(input.code)
  await insertAgency(tx, id, input)
  return getAgency(tx, id)
}

async function insertAgency(tx: Tx, id: AgencyId, input: FoundAgency): Promise<void> {
  const { pinyin, initials } = soundOf(input.name, input.shortName)
  await sql`
    insert into agency (id, code, name, name_en, short_name, name_confidence, kind, level, parent_id, division_code,
                        lines, acts_in_name_of, pinyin, initials)
    values (${id}, ${input.code}, ${input.name}, ${input.nameEn}, ${input.shortName}, 'confirmed', ${input.kind},
            ${input.level}, ${input.parentId ?? null}, ${input.divisionCode}, ${[...new Set(input.lines)]}::text[],
            ${input.actsInNameOf ?? null}, ${pinyin}, ${initials})`.execute(tx)
}

async function isDivision(tx: Tx, code: string): Promise<boolean> {
  const { rows } = await sql`select from division where code = ${code} and not pseudo`.execute(tx)
  return rows.length > 0
}

function wrongParent(): Refusal {
  const message = {
    zh: '交通运输机构必须选择上级机构；协作部门属于其他系统，不能选择上级机构。',
    en: 'A transport agency needs a parent; a partner belongs to another line of government and takes none.',
  }
  return new Refusal('invalid-input', message, { faults: [{ path: ['parentId'], message }] })
}

function noDivision(): Refusal {
  const message = {
    zh: '没有这个行政区划，或它只是统计用功能区。请选择正式的行政区划。',
    en: 'There is no such division, or it is only a statistical zone. Choose a division of GB/T 2260.',
  }
  return new Refusal('invalid-input', message, { faults: [{ path: ['divisionCode'], message }] })
}

function codeTaken(code: string): Refusal {
  return new Refusal('conflict', {
    zh: `机构代码 ${code} 已被使用（包括已撤销的机构）。请换一个代码。`,
    en: `The code ${code} is in use already, perhaps by a closed agency. Choose another code.`,
  })
}
