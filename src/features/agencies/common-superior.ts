import { sql } from 'kysely'
import type { AgencyId } from '../../kernel/ids.ts'
import type { Words } from '../../kernel/words.ts'
import type { Tx } from '../../platform/database.ts'
import { type AgencyRef, getAgency, refColumns } from './agency-store.ts'

/** Who designates when two agencies cannot agree, and why that is so. */
export type CommonSuperior = { readonly superior: AgencyRef | null; readonly why: Words }

/**
 * The common superior (共同的上一级机关) of two agencies: the nearest department or ministry at or above both (行政处罚法 25). Two
 * counties of a city have the city's bureau, two cities the province's department, two provinces the ministry. A
 * partner has a line of its own, so there is none with it. An office or a joint conference mediates but never designates.
 * @throws Refusal `not-found` when one of them does not exist
 */
export async function commonSuperior(tx: Tx, one: AgencyId, other: AgencyId): Promise<CommonSuperior> {
  const [a, b] = [await getAgency(tx, one), await getAgency(tx, other)]
  const { rows } = await sql<AgencyRef>`
    select ${refColumns} from agency where id = common_superior(${one}, ${other})`.execute(tx)
  const superior = rows[0] ?? null
  return { superior, why: superior ? whyThis(a, b, superior) : whyNone(a, b) }
}

function whyThis(a: AgencyRef, b: AgencyRef, superior: AgencyRef): Words {
  if (superior.id === a.id || superior.id === b.id) {
    const [lower, lowerEn] = superior.id === a.id ? [b.name, b.nameEn] : [a.name, a.nameEn]
    return {
      zh: `${superior.name}是${lower}的上级，由其直接决定。`,
      en: `${superior.nameEn} is the superior of ${lowerEn} and decides itself.`,
    }
  }
  return {
    zh: `${superior.name}是双方共同的上一级交通运输主管部门，协商不成时报请其指定管辖（行政处罚法第二十五条）。`,
    en: `${superior.nameEn} is the nearest transport department above both; where they cannot agree, it designates (Art. 25, Administrative Penalty Law).`,
  }
}

function whyNone(a: AgencyRef, b: AgencyRef): Words {
  const partner = [a, b].find((agency) => agency.kind === 'partner')
  if (partner)
    return {
      zh: `${partner.name}属于其他系统，与交通运输机构没有共同的上级主管部门。请协商，或分别报请本级人民政府协调。`,
      en: `${partner.nameEn} belongs to another line of government and shares no superior department with a transport agency. Consult, or ask the people's government of the level to coordinate.`,
    }
  return {
    zh: '双方没有共同的上级主管部门。请核对机构目录中的隶属关系，或联系系统管理员。',
    en: 'The two have no superior department in common. Check their parents in the directory, or ask the system administrator.',
  }
}
