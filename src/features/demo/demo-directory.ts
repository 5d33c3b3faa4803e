import type { AccountId } from '../../kernel/ids.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import {
  agencyIdOf,
  appointLiaison,
  closeAgency,
  findAgency,
  foundAgency,
  type LineOfBusiness,
  setDutyDesk,
} from '../agencies/agencies.ts'

/** An agency that a reform has closed; what is still sent to it fails and goes to its successor. */
export const closedAgency = '220300-JC'

/** Where people of the demonstration answer: invented numbers, official in looks. */
const desks: readonly (readonly [code: string, phone: string, urgent: boolean])[] = [
  ['211224-ZF', '024-55500101', true],
  ['211221-ZF', '024-55500111', false],
  ['220300-ZF', '0434-5550101', true],
  ['220322-ZF', '0434-5550111', false],
  ['220382-ZF', '0434-5550121', false],
  ['150522-ZF', '0475-5550101', false],
  ['350926-ZF', '0593-5550101', false],
  ['350900-ZF', '0593-5550111', true],
  ['370700-ZF', '0536-5550101', true],
  ['370785-ZF', '0536-5550111', false],
  ['120000-ZF', '022-55500101', true],
  ['110000-ZF', '010-55500101', true],
  ['320509-ZF', '0512-55500101', true],
  ['310118-ZF', '021-55500101', false],
  ['330421-ZF', '0573-55500101', false],
  ['350200-ZF', '0592-55500101', false],
  ['420300-ZF', '0719-55500101', false],
  ['320700-ZF', '0518-55500101', false],
  ['411628-ZF', '0394-55500101', true],
  ['341602-ZF', '0558-55500101', true],
  ['533301-ZF', '0886-55500101', false],
  ['330411-ZF', '0573-55500131', true],
  ['320509.SHENGZE-ZF', '0512-55500131', true],
  ['130826-ZF', '0314-5550101', false],
  ['110000-ZF-10', '010-55500141', true],
  ['440100-ZF', '020-55500101', false],
]

type Liaison = readonly [
  code: string,
  line: LineOfBusiness,
  name: string,
  phone: string,
  /** The account, where the liaison has one. */
  login?: string,
]

const liaisons: readonly Liaison[] = [
  ['211224-ZF', 'overload', '郭婷', '024-55500102', 'tieling.liaison'],
  ['211224-ZF', 'passenger-hazmat', '孟晓峰', '024-55500103', 'tieling.dispatcher'],
  ['211224-ZF', 'legal', '宋文静', '024-55500104', 'tieling.reviewer'],
  ['220300-ZF', 'overload', '于海霞', '0434-5550102', 'siping.liaison'],
  ['220300-ZF', 'illegal-operation', '李思远', '0434-5550103', 'siping.officer'],
  ['220300-ZF', 'passenger-hazmat', '孙浩然', '0434-5550104', 'siping.dispatcher'],
  ['220322-ZF', 'overload', '陈树森', '0434-5550112', 'lishu.officer'],
  ['220382-ZF', 'overload', '邢志远', '0434-5550122', 'shuangliao.officer'],
  ['150522-ZF', 'overload', '包乌云', '0475-5550102', 'kezuohouqi.officer'],
  ['350900-ZF', 'overload', '黄伟强', '0593-5550112', 'ningde.officer'],
  ['370700-ZF', 'overload', '崔敏', '0536-5550102', 'weifang.liaison'],
  ['370785-ZF', 'overload', '王德厚', '0536-5550112', 'gaomi.officer'],
  ['120000-ZF', 'illegal-operation', '杨振海', '022-55500102', 'tianjin.officer'],
  ['110000-ZF', 'illegal-operation', '赵京生', '010-55500102', 'beijing.officer'],
  ['320509-ZF', 'waterway', '沈江南', '0512-55500102', 'wujiang.officer'],
  ['310118-ZF', 'waterway', '徐浦生', '021-55500102', 'qingpu.officer'],
  ['330421-ZF', 'waterway', '陶善良', '0573-55500102', 'jiashan.officer'],
  ['330411-ZF', 'urban-management', '计禾兴', '0573-55500132', 'xiuzhou.officer'],
  ['320509.SHENGZE-ZF', 'urban-management', '盛雨亭', '0512-55500132', 'shengze.officer'],
  ['130826-ZF', 'illegal-operation', '佟宝良', '0314-5550102', 'fengning.officer'],
  ['110000-ZF-10', 'illegal-operation', '彭怀远', '010-55500142', 'huairou.officer'],
  ['440100-ZF', 'taxi', '冼志航', '020-55500102', 'guangzhou.officer'],
]

/**
 * Fills in where people answer, and closes an agency as a reform does. In the name of the system administrator; once, however
 * often it is asked for.
 */
export async function keepDemoDirectory(
  tx: Tx,
  administrator: Actor,
  accounts: ReadonlyMap<string, AccountId>,
): Promise<void> {
  if (await findAgency(tx, agencyIdOf(closedAgency))) return
  for (const [code, phone, urgent] of desks)
    await setDutyDesk(tx, administrator, {
      agencyId: agencyIdOf(code),
      name: '值班室',
      phone,
      hours: urgent ? '全天' : '工作日 8:30–17:00',
      urgent,
    })
  for (const [code, line, name, phone, login] of liaisons) {
    const accountId = login && accounts.get(login)
    const liaison = { agencyId: agencyIdOf(code), line, name, phone, ...(accountId ? { accountId } : {}) }
    await appointLiaison(tx, administrator, liaison)
  }
  const closed = await foundAgency(tx, administrator, {
    code: closedAgency,
    name: '四平市交通运输稽查支队',
    nameEn: 'Siping City Transport Inspection Detachment',
    shortName: '四平稽查支队',
    kind: 'detachment',
    level: 'prefecture',
    parentId: agencyIdOf('220300'),
    divisionCode: '220300',
    lines: ['freight', 'taxi'],
    actsInNameOf: agencyIdOf('220300'),
  })
  await closeAgency(tx, administrator, { agencyId: closed.id, successorId: agencyIdOf('220300-ZF') })
}
