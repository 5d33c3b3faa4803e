import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { homeOfPlate } from '../../kernel/identifiers/plate-home.ts'
import { type AccountId, newId } from '../../kernel/ids.ts'
import { type PersonActor, type Power, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Tx } from '../../platform/database.ts'
import {
  agenciesByIds,
  agencyIdOf,
  agencyProfile,
  alliancesOf,
  appointLiaison,
  closeAgency,
  commonAlliance,
  commonSuperior,
  commonSuperiorPath,
  correctAgency,
  enforcementIn,
  findAgencyByCode,
  foundAgencies,
  foundAgency,
  getAgency,
  listAlliances,
  listDivisions,
  removeLiaison,
  searchAgencies,
  setAlliance,
  setDutyDesk,
} from './agencies.ts'
import { readDivisions } from './divisions.ts'

const { db } = await testDatabase()
const founding = systemActor('founding')

beforeAll(() => asActor(db, founding, foundAgencies))

/** Somebody of an agency, with powers. */
function somebodyOf(code: string, ...powers: Power[]): PersonActor {
  return {
    type: 'person',
    accountId: newId() as AccountId,
    name: '测试人员',
    agencyId: agencyIdOf(code),
    agencyPath: '/',
    powers: new Set(powers),
  }
}

const officer = somebodyOf('211224-ZF', 'handle')
const leader = somebodyOf('211224-ZF', 'handle', 'lead')
const administrator = somebodyOf('210000-FW', 'manage-system')

const asOfficer = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asActor(db, officer, work)

async function codesFound(search: Partial<Parameters<typeof searchAgencies>[1]>, actor = officer) {
  const { items } = await asActor(db, actor, (tx) => searchAgencies(tx, { limit: 200, ...search }))
  return items.map(({ code }) => code)
}

describe('the tree of a fresh installation', () => {
  test('has one brigade for every real county of the four provinces, and none for a functional zone', async () => {
    const { rows } = await asOfficer((tx) =>
      sql<{ code: string; name: string; pseudo: boolean; brigades: number }>`
        select d.code, d.name, d.pseudo,
          (select count(*) from agency where division_code = d.code and kind = 'brigade') as brigades
        from division d where d.level = 'county' and left(d.code, 2) in ('15', '21', '22', '23')`.execute(tx),
    )

    const real = rows.filter(({ pseudo }) => !pseudo)
    expect(real.filter(({ brigades }) => brigades !== 1)).toEqual([])
    expect(rows.filter(({ pseudo, brigades }) => pseudo && brigades > 0)).toEqual([])
    const counted = Object.groupBy(real, ({ code }) => code.slice(0, 2))
    expect(
      Object.fromEntries(Object.entries(counted).map(([province, all]) => [province, all?.length])),
    ).toEqual({
      '15': 103,
      '21': 100,
      '22': 60,
      '23': 121,
    })
  })

  test('has a bureau and a detachment for every prefecture of the four provinces', async () => {
    const { rows } = await asOfficer((tx) =>
      sql<{ code: string; kinds: string[] }>`
        select d.code, array(select kind from agency where division_code = d.code
                             and kind in ('department', 'detachment') order by kind) as kinds
        from division d
        where d.level = 'prefecture' and not d.pseudo and left(d.code, 2) in ('15', '21', '22', '23')`.execute(
        tx,
      ),
    )

    expect(rows).toHaveLength(48)
    for (const { kinds } of rows) expect(kinds).toEqual(['department', 'detachment'])
  })

  test('has parents everywhere, and paths that begin with the parent’s', async () => {
    const { rows } = await asOfficer((tx) =>
      sql<{ code: string; kind: string }>`
        select a.code, a.kind from agency a left join agency p on p.id = a.parent_id
        where a.path is distinct from coalesce(p.path, '/') || a.code || '/'
           or (p.id is null and a.kind not in ('ministry', 'partner'))`.execute(tx),
    )

    expect(rows).toEqual([])
  })

  test('says in whose name every team of a department acts: that one or one above it', async () => {
    const { rows } = await asOfficer((tx) =>
      sql<{ code: string }>`
        select a.code from agency a left join agency d on d.id = a.acts_in_name_of
        where a.kind in ('corps', 'detachment', 'brigade', 'expressway-detachment', 'expressway-brigade')
          and (d.kind is distinct from 'department' or not starts_with(a.path, d.path))`.execute(tx),
    )

    // Bureaus of comprehensive enforcement are organs of their own (行政处罚法 Arts. 18, 24).
    expect(rows.map(({ code }) => code).sort()).toEqual(['320509.SHENGZE-ZF', '330411-ZF'])
  })

  test('gives no two agencies one short name', async () => {
    const { rows } = await asOfficer((tx) =>
      sql<{ short_name: string }>`select short_name from agency group by 1 having count(*) > 1`.execute(tx),
    )

    expect(rows).toEqual([])
  })

  test('stays as people have corrected it when the founding runs again', async () => {
    const before = await codesFound({ q: '梨树' })
    await asActor(db, administrator, (tx) =>
      correctAgency(tx, administrator, {
        agencyId: agencyIdOf('220322-ZF'),
        name: '梨树县交通运输综合执法大队',
      }),
    )

    await asActor(db, founding, foundAgencies)

    const { name } = await asOfficer((tx) => getAgency(tx, agencyIdOf('220322-ZF')))
    expect(name).toBe('梨树县交通运输综合执法大队')
    expect(await codesFound({ q: '梨树' })).toEqual(before)
  })
})

describe('divisions', () => {
  test('list what lies directly below, without functional zones and containers', async () => {
    const below = (parent?: string) =>
      asOfficer(async (tx) => (await listDivisions(tx, parent)).map(({ name }) => name))

    expect(await below()).toHaveLength(34)
    expect(await below('310000')).toContain('青浦区')
    expect(await below('220800')).toEqual(['洮北区', '镇赉县', '通榆县', '洮南市', '大安市'])
    expect(await below('232700')).toEqual(['漠河市', '呼玛县', '塔河县'])
    expect(await below('410000')).toContain('济源市')
  })

  test('touch across borders: Changtu meets the counties of Siping, and Qingpu is met as part of Shanghai', async () => {
    const touching = (code: string) =>
      asOfficer(async (tx) => {
        const { rows } = await sql<{ code: string }>`select divisions_touching(${code}) as code`.execute(tx)
        return rows.map(({ code }) => code)
      })

    expect(await touching('211224')).toEqual(
      expect.arrayContaining(['220302', '220303', '220322', '220382', '220300']),
    )
    expect(await touching('211224')).not.toContain('211200')
    expect(await touching('211224')).not.toContain('220000')
    expect(await touching('210000')).toEqual(expect.arrayContaining(['220000', '150000', '130000']))
    expect(await touching('320509')).toEqual(expect.arrayContaining(['310118', '310000', '330421']))
  })
})

describe('the common superior', () => {
  test.each([
    ['211224-ZF', '211282-ZF', '211200'],
    ['211224-ZF', '210100-ZF', '210000'],
    ['211224-ZF', '220322-ZF', '000000'],
    ['211200-ZF', '150500-ZF', '000000'],
    ['210000-FW', '220000-ZF', '000000'],
    ['310118-ZF', '310000-ZF-23', '310000'],
    ['211224-ZF', '210000-GS1-04', '210000'],
  ])('of %s and %s is %s', async (one, other, superior) => {
    const found = await asOfficer((tx) => commonSuperior(tx, agencyIdOf(one), agencyIdOf(other)))

    expect(found.superior?.code).toBe(superior)
    expect(found.why.zh).toContain(found.superior?.name)
  })

  test('is missing with a partner department, and the answer says what to do', async () => {
    const found = await asOfficer((tx) =>
      commonSuperior(tx, agencyIdOf('211224-ZF'), agencyIdOf('220322-GA')),
    )

    expect(found.superior).toBeNull()
    expect(found.why.zh).toContain('梨树县公安局交通警察大队属于其他系统')
  })

  test('is the same by path as in the database, for any two agencies', async () => {
    const { rows: all } = await asOfficer((tx) =>
      sql<{ id: string; path: string }>`select id, path from agency order by path`.execute(tx),
    )
    const pairs = fc.sample(fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)), 2_000)

    const { rows } = await asOfficer((tx) =>
      sql<{ superior: string | null }>`
        select (select path from agency where id = common_superior(one, other)) as superior
        from unnest(${pairs.map(([one]) => one.id)}::uuid[], ${pairs.map(([, other]) => other.id)}::uuid[])
          with ordinality as pair(one, other, n) order by n`.execute(tx),
    )

    expect(rows.map(({ superior }) => superior)).toEqual(
      pairs.map(([one, other]) => commonSuperiorPath(one.path, other.path) ?? null),
    )
  })
})

describe('alliances', () => {
  test('an agency is in several, through the agencies above it', async () => {
    const codes = async (agency: string) =>
      (await asOfficer((tx) => alliancesOf(tx, agencyIdOf(agency)))).map(({ code }) => code)

    expect(await codes('211224-ZF')).toEqual(['northeast', 'tieling-siping'])
    expect(await codes('220382-ZF')).toEqual(['northeast', 'tieling-siping', 'tongliao-siping'])
    expect(await codes('310118-ZF')).toEqual(['taipu-river', 'yangtze-delta'])
    expect(await codes('211224-GA')).toEqual([])
  })

  test('the default one is preferred where several are common, and strangers have none', async () => {
    const between = (one: string, other: string) =>
      asOfficer((tx) => commonAlliance(tx, agencyIdOf(one), agencyIdOf(other)))

    expect((await between('211224-ZF', '220322-ZF'))?.code).toBe('northeast')
    expect((await between('350926-ZF', '370785-ZF'))?.code).toBe('ningde-weifang')
    expect(await between('211224-ZF', '370785-ZF')).toBeUndefined()
  })

  test('name who convenes, and where the office is', async () => {
    const [first] = await asOfficer(listAlliances)

    expect(first).toMatchObject({ code: 'northeast', isDefault: true, officeId: agencyIdOf('210000-FW') })
    expect(first?.members.map(({ role, agency }) => [role, agency.code])).toEqual([
      ['convenor', '210000'],
      ['deputy', '150000'],
      ['deputy', '220000'],
      ['deputy', '230000'],
    ])
  })
})

describe('looking agencies up', () => {
  test.each([
    ['铁岭执法支队', '211200-ZF'],
    ['tlzf', '211200-ZF'],
    ['tlszd', '211200-ZF'],
    ['tieling', '211200-ZF'],
    ['tieling zhifa', '211200-ZF'],
    ['昌图', '211224-ZF'],
    ['changtu', '211224-ZF'],
    ['ctzf', '211224-ZF'],
    ['211224-zf', '211224-ZF'],
    ['昌图交警', '211224-GA'],
    ['四平执法', '220300-ZF'],
    ['spzf', '220300-ZF'],
    ['Siping City', '220300-ZF'],
    ['科左后旗', '150522-ZF'],
    ['辽宁总队', '210000-ZF'],
    ['  交通运输部 ', '000000'],
  ])('“%s” finds %s first', async (q, code) => {
    expect((await codesFound({ q }))[0]).toBe(code)
  })

  test('what nobody is called finds nothing, and a percent sign is only a percent sign', async () => {
    expect(await codesFound({ q: '火星执法大队' })).toEqual([])
    expect(await codesFound({ q: '%' })).toEqual([])
  })

  test('of the same name, that of the asker’s neighbours comes first', async () => {
    const fromSiping = await codesFound({ q: '铁西' }, somebodyOf('220300-ZF', 'handle'))
    const fromAnshan = await codesFound({ q: '铁西' }, somebodyOf('210300-ZF', 'handle'))

    expect(fromSiping[0]).toBe('220302-ZF')
    expect(fromAnshan[0]).toBe('210303-ZF')
  })

  test('conditions hold together: division with all in it, line, kind, level, neighbours, alliance', async () => {
    expect(await codesFound({ division: '211200', kind: 'brigade' })).toHaveLength(7)
    expect(await codesFound({ line: 'traffic-police', division: '220300' })).toEqual(
      expect.arrayContaining(['220300-GA', '220322-GA', '220382-GA']),
    )
    expect(
      await codesFound({ neighbourOf: agencyIdOf('211224-ZF'), kind: 'brigade', division: '220000' }),
    ).toEqual(expect.arrayContaining(['220302-ZF', '220303-ZF', '220322-ZF', '220382-ZF']))
    expect(await codesFound({ neighbourOf: agencyIdOf('211224-ZF'), kind: 'detachment' })).toContain(
      '220300-ZF',
    )
    expect(await codesFound({ alliance: 'tieling-siping', level: 'prefecture', kind: 'department' })).toEqual(
      ['211200', '220300'],
    )
  })

  test('pages follow each other without a gap or a repetition', async () => {
    const whole = await codesFound({ q: '执法', limit: 90 })
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await asOfficer((tx) => searchAgencies(tx, { q: '执法', limit: 30, cursor }))
      paged.push(...page.items.map(({ code }) => code))
      cursor = page.next ?? undefined
    } while (cursor && paged.length < 90)

    expect(paged).toEqual(whole)
  })
})

describe('the page of an agency', () => {
  test('shows its parents, neighbours, alliances, and in whose name it acts', async () => {
    const profile = await asOfficer((tx) => agencyProfile(tx, officer, agencyIdOf('211224-ZF')))

    expect(profile.parents.map(({ code }) => code)).toEqual(['000000', '210000', '211200', '211224'])
    expect(profile.actsInNameOf?.name).toBe('昌图县交通运输局')
    expect(profile.neighbours.map(({ code }) => code)).toContain('220322-ZF')
    expect(profile.alliances.map(({ code }) => code)).toEqual(['northeast', 'tieling-siping'])
    expect(profile).toMatchObject({
      divisionName: '昌图县',
      divisionNameEn: 'Changtu County',
      childrenCount: 1,
      dutyDesk: null,
      mayKeep: false,
    })
  })

  test('of the ministry, which lies in no division, has no neighbours', async () => {
    const profile = await asOfficer((tx) => agencyProfile(tx, officer, agencyIdOf('000000')))

    expect(profile).toMatchObject({ parents: [], neighbours: [], divisionName: null, actsInNameOf: null })
  })
})

describe('liaisons and duty desks', () => {
  const liaison = {
    agencyId: agencyIdOf('211224-ZF'),
    line: 'overload',
    name: '联络员甲',
    phone: '024-00000000',
  } as const
  const desk = {
    agencyId: agencyIdOf('211224-ZF'),
    name: '值班室',
    phone: '024-00000001',
    hours: '全天',
    urgent: true,
  }

  test('are kept by the agency’s own leader', async () => {
    const { id } = await asActor(db, leader, async (tx) => {
      await setDutyDesk(tx, leader, { ...desk, hours: '工作日' })
      await setDutyDesk(tx, leader, desk)
      return appointLiaison(tx, leader, liaison)
    })

    const profile = await asOfficer((tx) => agencyProfile(tx, officer, agencyIdOf('211224-ZF')))
    expect(profile.liaisons).toEqual([
      { id, line: 'overload', name: '联络员甲', phone: '024-00000000', accountId: null, note: null },
    ])
    expect(profile.dutyDesk).toEqual({ name: '值班室', phone: '024-00000001', hours: '全天', urgent: true })

    await asActor(db, leader, (tx) => removeLiaison(tx, leader, id))
    await expect(asActor(db, leader, (tx) => removeLiaison(tx, leader, id))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test.each([
    ['an officer of the agency', officer],
    ['the leader of another agency', somebodyOf('220322-ZF', 'lead')],
    ['the account administrator', somebodyOf('211224-ZF', 'manage-accounts')],
    ['the auditor', somebodyOf('211224-ZF', 'audit')],
  ])('are not for %s to change', async (_, actor) => {
    const change = (work: (tx: Tx) => Promise<unknown>) =>
      expect(asActor(db, actor, work)).rejects.toMatchObject({ code: 'not-allowed' })

    await change((tx) => appointLiaison(tx, actor, liaison))
    await change((tx) => setDutyDesk(tx, actor, desk))
  })
})

describe('the directory itself', () => {
  const team = {
    code: '211224-ZF-02',
    name: '昌图县交通运输综合行政执法大队八面城中队',
    nameEn: 'Bamiancheng Squad',
    shortName: '八面城中队',
    kind: 'brigade',
    level: 'township',
    parentId: agencyIdOf('211224-ZF'),
    divisionCode: '211224',
    lines: ['overload', 'overload'],
    actsInNameOf: agencyIdOf('211224'),
  } as const
  const found = (input: Parameters<typeof foundAgency>[2]) =>
    asActor(db, administrator, (tx) => foundAgency(tx, administrator, input))

  test('a founded agency stands below its parent, under the id its code gives', async () => {
    const agency = await found({ ...team, lines: [...team.lines] })

    expect(agency).toMatchObject({
      id: agencyIdOf('211224-ZF-02'),
      path: '/000000/210000/211200/211224/211224-ZF/211224-ZF-02/',
    })
    expect(await codesFound({ q: 'bamiancheng' })).toEqual(['211224-ZF-02'])
    await expect(found({ ...team, lines: ['overload'] })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('founding is refused in a functional zone, without a parent, or for a partner with one', async () => {
    const refused = (change: object) =>
      expect(found({ ...team, code: '211224-ZF-03', lines: ['overload'], ...change })).rejects.toMatchObject({
        code: 'invalid-input',
      })

    await refused({ divisionCode: '220171' })
    await refused({ divisionCode: '999999' })
    await refused({ parentId: undefined })
    await refused({ kind: 'partner' })
  })

  test('a closed agency is not offered any more but can still be read, with its successor', async () => {
    const close = (agency: string, successor?: string) =>
      asActor(db, administrator, (tx) =>
        closeAgency(tx, administrator, {
          agencyId: agencyIdOf(agency),
          successorId: successor === undefined ? undefined : agencyIdOf(successor),
        }),
      )
    await expect(close('220303-ZF')).rejects.toMatchObject({ code: 'not-now' })
    await expect(close('220303-CZ1', '220303-CZ1')).rejects.toMatchObject({ code: 'invalid-input' })

    await close('220303-CZ1', '220303-ZF')

    expect(await codesFound({ q: '四平102超限站' })).toEqual([])
    expect(await codesFound({ q: '四平102超限站', active: false })).toEqual(['220303-CZ1'])
    const profile = await asOfficer((tx) => agencyProfile(tx, officer, agencyIdOf('220303-CZ1')))
    expect(profile).toMatchObject({ active: false, successor: { code: '220303-ZF' } })
    const named = await asOfficer((tx) => agenciesByIds(tx, [profile.id, profile.id]))
    expect(named.get(profile.id)?.name).toBe('四平市 102 国道超限检测站')
    await expect(close('220303-CZ1')).rejects.toMatchObject({ code: 'not-now' })
    await expect(
      found({ ...team, code: '220303-CZ1-2', lines: ['overload'], parentId: profile.id }),
    ).rejects.toMatchObject({ code: 'not-now' })
  })

  test.each<[string, PersonActor]>([
    ['an officer', officer],
    ['a leader, even of the ministry', somebodyOf('000000', 'lead', 'designate', 'oversee')],
    ['the joint office', somebodyOf('210000-FW', 'convene', 'lead')],
    ['the account administrator', somebodyOf('210000-FW', 'manage-accounts')],
  ])('is not for %s to change, through a command or past it', async (_, actor) => {
    const agencyId = agencyIdOf('220322-ZF')
    const refused = (work: (tx: Tx) => Promise<unknown>) =>
      expect(asActor(db, actor, work)).rejects.toMatchObject({ code: 'not-allowed' })
    await refused((tx) => foundAgency(tx, actor, { ...team, code: '211224-X', lines: ['overload'] }))
    await refused((tx) => correctAgency(tx, actor, { agencyId, name: '假名' }))
    await refused((tx) => closeAgency(tx, actor, { agencyId }))

    const raw = (statement: string) => asActor(db, actor, (tx) => sql.raw(statement).execute(tx))
    expect((await raw(`update agency set name = '假名' where id = '${agencyId}'`)).numAffectedRows).toBe(0n)
    expect((await raw(`update alliance set name = '假名'`)).numAffectedRows).toBe(0n)
    expect((await raw('delete from alliance_member')).numAffectedRows).toBe(0n)
    await expect(
      raw(`insert into alliance_member select id, '${agencyId}', 'member' from alliance`),
    ).rejects.toThrow(/row-level security/)
    await expect(
      raw(
        `insert into liaison (id, agency_id, line, name, phone) values (gen_random_uuid(), '${agencyId}', 'x', 'x', 'x')`,
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(raw(`insert into duty_desk values ('${agencyId}', 'x', 'x', 'x', true)`)).rejects.toThrow(
      /row-level security/,
    )
  })

  test('not even the administrator moves or deletes an agency, nor does a job of the server that is not the founding', async () => {
    const raw = (actor: Parameters<typeof asActor>[1], statement: string) =>
      asActor(db, actor, (tx) => sql.raw(statement).execute(tx))

    await expect(raw(administrator, `update agency set path = '/x/'`)).rejects.toThrow(/permission denied/)
    await expect(raw(administrator, `update agency set parent_id = null`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(raw(administrator, 'delete from agency')).rejects.toThrow(/permission denied/)
    await expect(raw(systemActor('clocks'), `update agency set name = 'x'`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      raw(
        systemActor('clocks'),
        `insert into duty_desk values ('${agencyIdOf('000000')}', 'x', 'x', 'x', true)`,
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('agencies are found by code, and an unknown one is refused with what to do', async () => {
    expect(await asOfficer((tx) => findAgencyByCode(tx, '999999'))).toBeUndefined()
    await expect(asOfficer((tx) => getAgency(tx, agencyIdOf('999999')))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('an alliance is written as a whole; a new default replaces the old', async () => {
    const input = {
      code: 'xilamulun',
      name: '西拉木伦河流域执法协作',
      nameEn: 'Xar Moron River',
      since: '2026-01-01',
      convenorId: agencyIdOf('150400'),
      kinds: ['clue'],
      isDefault: true,
      deputies: [],
      members: [agencyIdOf('150400'), agencyIdOf('150500')],
    }
    const between = (kind: string) =>
      asOfficer((tx) => commonAlliance(tx, agencyIdOf('150430-ZF'), agencyIdOf('150522-ZF'), kind))

    await asActor(db, administrator, (tx) => setAlliance(tx, administrator, input))
    expect(await between('clue')).toMatchObject({ code: 'xilamulun', isDefault: true })
    expect(await between('case-transfer')).toMatchObject({ code: 'northeast', isDefault: false })

    await asActor(db, administrator, (tx) =>
      setAlliance(tx, administrator, { ...input, isDefault: false, members: [] }),
    )
    expect(await between('clue')).toMatchObject({ code: 'northeast' })
  })
})

describe('who answers for a division', () => {
  const answering = async (division: string) => (await asOfficer((tx) => enforcementIn(tx, division)))?.code

  test('is its enforcement team, never a unit of a road, a station, a partner or a township', async () => {
    expect(await answering('220300')).toBe('220300-ZF')
    expect(await answering('220000')).toBe('220000-ZF')
    expect(await answering('130826')).toBe('130826-ZF')
    expect(await answering('320509')).toBe('320509-ZF')
    expect(await answering('110000')).toBe('110000-ZF')
  })

  test('or the nearest above it that the directory has, and nobody where it has none of the province', async () => {
    expect(await answering('130900')).toBe('130000')
    expect(await answering('220184')).toBe('220184-ZF')
    expect(await answering('450100')).toBeUndefined()
  })

  test('every letter of a plate stands for divisions there are, and every prefecture has its letter', async () => {
    const { divisions } = await readDivisions()
    const real = new Map(divisions.filter(({ pseudo }) => !pseudo).map((each) => [each.code, each]))
    const homes = [...'京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'].flatMap((character) =>
      [...'ABCDEFGHJKLMNPQRSTUVWXYZ'].flatMap((letter) => homeOfPlate(`${character}${letter}TEST1`) ?? []),
    )
    const issued = new Set(homes.flatMap((home) => home.divisions))
    const silent = [...real.values()]
      .filter(({ level, code }) => level === 'prefecture' && !issued.has(code))
      .map(({ name }) => name)

    expect([...issued].filter((code) => !real.has(code))).toEqual([])
    // Their plates are those of 海口 and of the counties of the island.
    expect(silent).toEqual(['三沙市', '儋州市'])
  })
})
