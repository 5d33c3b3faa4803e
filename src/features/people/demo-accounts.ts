import { sql } from 'kysely'
import { z } from 'zod'
import { type AccountId, newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { hashPassword } from './password-hash.ts'
import { type Role, roleNames } from './roles.ts'

/** The password of every account of a demonstration. Nowhere else can anybody choose it. */
export const demoPassword = 'Xiezhi-demo-2026'

/** The job in whose name demonstration accounts are made. */
export const demonstrationJob = 'demonstration'

export type DemoAccount = {
  readonly login: string
  /** An invented person. */
  readonly name: string
  readonly role: Role
  /** The code of the agency (src/features/agencies/agency-tree.ts). */
  readonly agency: string
  /** Invented; of those who enforce. */
  readonly certificateNumber?: string
  readonly phone?: string | undefined
}

type Place = readonly [
  place: string,
  agency: string,
  people: Partial<Readonly<Record<Role, string>>>,
  /** The number its people answer at, where they have accounts with one. */
  phone?: string,
]

/** Who works where; every name is invented. */
const places: readonly Place[] = [
  // Two neighbours across the border of 辽宁 and 吉林, with everybody a matter needs. Of 铁岭's brigades it is the one of 昌图 that
  // touches 四平.
  [
    'tieling',
    '211224-ZF',
    { officer: '周启明', reviewer: '宋文静', leader: '韩立国', dispatcher: '孟晓峰', liaison: '郭婷' },
    '024-55500101',
  ],
  [
    'siping',
    '220300-ZF',
    { officer: '李思远', reviewer: '赵敏华', leader: '王长林', dispatcher: '孙浩然', liaison: '于海霞' },
    '0434-5550101',
  ],
  ['tielingxian', '211221-ZF', { officer: '高向东', reviewer: '冯雪', leader: '石建业' }],
  ['lishu', '220322-ZF', { officer: '陈树森', reviewer: '姜丽萍', leader: '谭永安' }],
  ['shuangliao', '220382-ZF', { officer: '邢志远', reviewer: '白雅琴', leader: '纪广田' }],
  ['kezuohouqi', '150522-ZF', { officer: '包乌云', reviewer: '陶格斯', leader: '白音图' }],
  // Off-site overload cases settled where the vehicle is registered.
  ['zherong', '350926-ZF', { officer: '林志诚', reviewer: '吴静怡', leader: '叶承德' }],
  ['ningde', '350900-ZF', { officer: '黄伟强', reviewer: '陈美玲', leader: '郑国栋' }],
  ['weifang', '370700-ZF', { officer: '孙大勇', reviewer: '刘芳', leader: '张宝山', liaison: '崔敏' }],
  ['gaomi', '370785-ZF', { officer: '王德厚', reviewer: '李春燕', leader: '单立新' }],
  // Cases of one agency that others have to find: a first violation, and a van from another province.
  ['xiamen', '350200-ZF', { officer: '洪建南', reviewer: '苏琳', leader: '庄海峰' }],
  ['shiyan', '420300-ZF', { officer: '罗先勇', reviewer: '汪倩', leader: '柯大军' }],
  ['lianyungang', '320700-ZF', { officer: '宋海波', reviewer: '武晓蕾', leader: '严学军' }],
  // A joint search on the border of two counties; a car that the border police hand over.
  ['luyi', '411628-ZF', { officer: '老学礼', reviewer: '贾红梅', leader: '邢战胜' }],
  ['qiaocheng', '341602-ZF', { officer: '曹亳生', reviewer: '魏兰', leader: '花建新' }],
  ['weigang', '341602.WEIGANG-ZF', { officer: '曹继承' }],
  ['shatu', '341602.SHATU-ZF', { officer: '邓国华' }],
  ['lushui', '533301-ZF', { officer: '余文学', reviewer: '和丽春', leader: '褚江' }],
  // Unlicensed passenger transport between two municipalities.
  ['tianjin', '120000-ZF', { officer: '杨振海', reviewer: '穆秋月', leader: '魏国平', dispatcher: '田野' }],
  ['beijing', '110000-ZF', { officer: '赵京生', reviewer: '许文慧', leader: '董志刚', dispatcher: '马跃' }],
  // One waterway, three provinces.
  ['wujiang', '320509-ZF', { officer: '沈江南', reviewer: '陆晓燕', leader: '钱水根', dispatcher: '顾平' }],
  ['qingpu', '310118-ZF', { officer: '徐浦生', reviewer: '朱佳', leader: '夏明远' }],
  ['jiashan', '330421-ZF', { officer: '陶善良', reviewer: '金慧', leader: '俞伯林' }],
  // Ships that dump spoil between a district and a township of the next province.
  ['xiuzhou', '330411-ZF', { officer: '计禾兴', reviewer: '屠晓岚', leader: '闻人杰' }],
  ['shengze', '320509.SHENGZE-ZF', { officer: '盛雨亭', reviewer: '仲月琴', leader: '史永泉' }],
  // A road into 北京, checked together at one inspection station.
  ['fengning', '130826-ZF', { officer: '佟宝良', reviewer: '关玉洁', leader: '白景山' }],
  ['huairou', '110000-ZF-10', { officer: '彭怀远', reviewer: '范晓晨', leader: '于长河' }],
  // Where the car that the border police hand over is licensed.
  ['guangzhou', '440100-ZF', { officer: '冼志航', reviewer: '麦咏诗', leader: '区兆明' }],
  // Partner departments 协作部门.
  ['tieling', '211200-GA', { partner: '关峰' }],
  ['siping', '220300-GA', { partner: '曲波' }],
  ['shiyan', '420300-GA', { partner: '龚明' }],
  ['lushui', '533301-GA', { partner: '密向东' }],
  ['wujiang', '320509-ZH', { partner: '蒋卫东' }],
  ['qingpu', '310118-ZH', { partner: '戴丽' }],
  ['jiashan', '330421-ZH', { partner: '费强' }],
  // Above and beside.
  ['office', '210000-FW', { secretary: '苏明哲' }],
  ['hotline', '211200', { operator: '齐悦' }],
  ['liaoning', '210000', { leader: '鲍振东', supervisor: '佟海涛' }],
  ['jilin', '220000', { supervisor: '那志成' }],
  ['ministry', '000000', { supervisor: '方正' }],
]

const enforcing: ReadonlySet<Role> = new Set(['officer', 'dispatcher', 'reviewer', 'leader'])

/** The three administrators carry no place: they serve the installation. */
const administrators: readonly DemoAccount[] = [
  { login: 'sysadmin', name: '系统管理员', role: 'sysadmin', agency: '000000' },
  { login: 'secadmin', name: '安全管理员', role: 'secadmin', agency: '000000' },
  { login: 'auditor', name: '审计管理员', role: 'auditor', agency: '000000' },
]

/** Every account of a demonstration: `<place>.<role>`, each with one role. */
export const demoAccounts: readonly DemoAccount[] = [
  ...places
    .flatMap(([place, agency, people, phone]) =>
      roleNames.flatMap((role) => {
        const name = people[role]
        return name ? [{ login: `${place}.${role}`, name, role, agency, phone }] : []
      }),
    )
    .map((account, index) =>
      enforcing.has(account.role)
        ? { ...account, certificateNumber: `${account.agency.slice(0, 4)}${1001 + index}` }
        : account,
    ),
  ...administrators,
]

/**
 * Makes this installation a demonstration, with its accounts. Run it as the system job `demonstration`, after the agencies
 * are founded. What is there already stays.
 * @returns the account of each login
 */
export async function createDemoAccounts(tx: Tx): Promise<ReadonlyMap<string, AccountId>> {
  // One password, one hash: sixty of them would take two seconds of every first start.
  const hash = await hashPassword(demoPassword)
  const rows = demoAccounts.map((account) => ({ ...account, id: newId() }))
  await sql`
    with made as (
      insert into account (id, login, name, agency_id, roles, phone, certificate_number)
      select wanted.id, wanted.login, wanted.name, agency.id, array[wanted.role], wanted.phone,
        wanted."certificateNumber"
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as wanted(id uuid, login text, name text, role text, agency text, phone text, "certificateNumber" text)
      join agency on agency.code = wanted.agency
      on conflict (login) do nothing
      returning id
    ), demonstration as (
      insert into installation (key, value) values ('demonstration', 'true')
      on conflict (key) do update set value = 'true'
    )
    insert into password (account_id, hash, one_time) select id, ${hash}, false from made`.execute(tx)
  const { rows: accounts } = await sql<{ login: string; id: AccountId }>`
    select login, id from account where login = any(${rows.map(({ login }) => login)}::text[])`.execute(tx)
  const made = new Map(accounts.map(({ login, id }) => [login, id]))
  const missing = demoAccounts.find(({ login }) => !made.has(login))
  if (missing) throw new Error(`The agency ${missing.agency} of ${missing.login} is not founded`)
  return made
}

export const DemoAccounts = z.object({
  password: z.string(),
  accounts: z.array(
    z.object({
      login: z.string(),
      name: z.string(),
      agency: z.object({ name: z.string(), nameEn: z.string() }),
      roles: z.array(z.enum(roleNames)),
    }),
  ),
})

/** The accounts for the sign-in page of a demonstration. Any other installation says that there is no such page. */
export async function demoAccountsView(db: Db): Promise<z.infer<typeof DemoAccounts>> {
  const { rows } = await asActor(db, systemActor(demonstrationJob), (tx) =>
    sql<{ login: string; name: string; agency: { name: string; nameEn: string }; roles: Role[] }>`
      select login, account.name, jsonb_build_object('name', agency.name, 'nameEn', agency.name_en) as agency, roles
      from account join agency on agency.id = account.agency_id
      where is_demonstration() and account.active and login = any(${demoAccounts.map(({ login }) => login)}::text[])
      order by array_position(${demoAccounts.map(({ login }) => login)}::text[], login)`.execute(tx),
  )
  if (rows.length > 0) return { password: demoPassword, accounts: rows }
  throw new Refusal('not-found', {
    zh: '本系统不是演示环境，没有演示账号。请使用分配给您的账号登录。',
    en: 'This is not a demonstration and has no demonstration accounts. Sign in with your own.',
  })
}
