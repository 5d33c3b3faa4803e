import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { type AccountId, newId } from '../../kernel/ids.ts'
import { type Actor, type Power, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { httpServer } from '../../platform/http.ts'
import { openLog } from '../../platform/log.ts'
import {
  AgencyPage,
  AgencyProfileReply,
  AgencyReply,
  AllianceList,
  CommonSuperiorReply,
  DivisionList,
} from './agencies.contract.ts'
import { agencyRoutes } from './agencies.routes.ts'
import { agencyIdOf, foundAgencies } from './agencies.ts'

const { db } = await testDatabase()
const people: Record<string, Actor> = {
  officer: somebody('211224-ZF', 'handle'),
  leader: somebody('211224-ZF', 'lead'),
  sysadmin: somebody('210000-FW', 'manage-system'),
}
const app = await httpServer({
  log: openLog('silent'),
  authenticate: async (request) => people[String(request.headers['x-person'])],
})
agencyRoutes(app, { db })

beforeAll(() => asActor(db, systemActor('founding'), foundAgencies))
afterAll(() => app.close())

function somebody(code: string, ...powers: Power[]): Actor {
  const agencyId = agencyIdOf(code)
  const accountId = newId() as AccountId
  return { type: 'person', accountId, name: '测试人员', agencyId, agencyPath: '/', powers: new Set(powers) }
}

async function ask(
  person: string,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  payload?: object,
) {
  const reply = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { 'x-person': person },
    ...(payload && { payload }),
  })
  return { status: reply.statusCode, body: reply.body === '' ? undefined : reply.json() }
}

const changtu = agencyIdOf('211224-ZF')
const lishu = agencyIdOf('220322-ZF')

describe('reading the directory', () => {
  test.each([
    ['/agencies?q=tlzf&limit=5', AgencyPage],
    [`/agencies?neighbourOf=${changtu}&kind=brigade&line=overload`, AgencyPage],
    [`/agencies/${changtu}`, AgencyProfileReply],
    [`/agencies/${agencyIdOf('000000')}`, AgencyProfileReply],
    [`/agencies/common-superior?a=${changtu}&b=${lishu}`, CommonSuperiorReply],
    ['/alliances', AllianceList],
    ['/divisions?parent=211200', DivisionList],
    ['/divisions', DivisionList],
  ])('GET %s answers as documented', async (path, schema) => {
    const { status, body } = await ask('officer', 'GET', path)

    expect(status).toBe(200)
    expect(schema.parse(body)).toEqual(body)
  })

  test.each(['/agencies', `/agencies/${changtu}`, '/alliances', '/divisions?parent=nonsense'])(
    'GET %s is not for strangers',
    async (path) => {
      expect(await ask('stranger', 'GET', path)).toMatchObject({
        status: 401,
        body: { code: 'not-signed-in' },
      })
    },
  )

  test.each([
    '/agencies?line=nonsense',
    '/agencies?limit=0',
    '/agencies?colour=red',
    '/agencies?cursor=nonsense',
    '/agencies/nonsense',
    `/agencies/common-superior?a=${changtu}`,
    '/divisions?parent=12',
  ])('GET %s says what is wrong', async (path) => {
    expect(await ask('officer', 'GET', path)).toMatchObject({ status: 422, body: { code: 'invalid-input' } })
  })

  test('an unknown agency is not found', async () => {
    expect(await ask('officer', 'GET', `/agencies/${newId()}`)).toMatchObject({ status: 404 })
  })

  test('pages follow a cursor', async () => {
    const first = await ask('officer', 'GET', '/agencies?limit=2')
    const second = await ask('officer', 'GET', `/agencies?limit=2&cursor=${first.body.next}`)

    expect(second.status).toBe(200)
    expect(first.body.items[0].id).not.toBe(second.body.items[0].id)
  })
})

describe('keeping the directory', () => {
  const desk = { name: '值班室', phone: '024-00000001', hours: '全天', urgent: true }
  const liaison = { line: 'overload', name: '联络员甲', phone: '024-00000000' }

  test('a leader keeps the duty desk and the liaisons of the agency', async () => {
    expect((await ask('leader', 'PUT', `/agencies/${changtu}/duty-desk`, desk)).status).toBe(204)
    const appointed = await ask('leader', 'POST', `/agencies/${changtu}/liaisons`, liaison)
    expect(appointed.status).toBe(201)

    const { body } = await ask('leader', 'GET', `/agencies/${changtu}`)
    expect(AgencyProfileReply.parse(body)).toMatchObject({
      dutyDesk: desk,
      liaisons: [liaison],
      mayKeep: true,
    })

    expect((await ask('leader', 'DELETE', `/liaisons/${appointed.body.id}`)).status).toBe(204)
    expect((await ask('leader', 'DELETE', `/liaisons/${appointed.body.id}`)).status).toBe(404)
  })

  test('the administrator founds, corrects and closes an agency, and writes an alliance', async () => {
    const team = {
      code: '220322-ZF-02',
      name: '梨树县交通运输综合行政执法大队郭家店中队',
      nameEn: 'Guojiadian Squad',
      shortName: '郭家店中队',
      kind: 'brigade',
      level: 'township',
      parentId: lishu,
      divisionCode: '220322',
      lines: ['overload'],
    }
    const founded = await ask('sysadmin', 'POST', '/agencies', team)
    expect(founded.status).toBe(201)
    expect(AgencyReply.parse(founded.body).id).toBe(agencyIdOf('220322-ZF-02'))
    expect((await ask('sysadmin', 'POST', '/agencies', team)).status).toBe(409)

    const { id } = founded.body
    const corrected = await ask('sysadmin', 'PATCH', `/agencies/${id}`, { shortName: '梨树郭家店中队' })
    expect(corrected).toMatchObject({ status: 200, body: { shortName: '梨树郭家店中队', name: team.name } })
    expect((await ask('sysadmin', 'POST', `/agencies/${id}/closure`, { successorId: lishu })).status).toBe(
      204,
    )
    expect((await ask('sysadmin', 'POST', `/agencies/${id}/closure`, {})).status).toBe(409)

    const alliance = {
      name: '昌图—梨树协作',
      nameEn: 'Changtu–Lishu',
      since: '2026-01-01',
      convenorId: changtu,
      members: [lishu],
    }
    expect((await ask('sysadmin', 'PUT', '/alliances/changtu-lishu', alliance)).status).toBe(200)
    const listed = AllianceList.parse((await ask('officer', 'GET', '/alliances')).body)
    const written = listed.items.find(({ code }) => code === 'changtu-lishu')
    expect(written?.members.map(({ role, agency }) => [role, agency.code])).toEqual([
      ['convenor', '211224-ZF'],
      ['member', '220322-ZF'],
    ])
  })

  test.each([
    ['PUT', `/agencies/${changtu}/duty-desk`, desk],
    ['POST', `/agencies/${changtu}/liaisons`, liaison],
    ['PATCH', `/agencies/${changtu}`, { name: '假名' }],
    ['POST', `/agencies/${changtu}/closure`, {}],
    [
      'PUT',
      '/alliances/northeast',
      { name: '假名', nameEn: 'False', since: '2026-01-01', convenorId: changtu },
    ],
  ] as const)(
    '%s %s is refused to an officer, and to a stranger whatever is sent',
    async (method, path, body) => {
      expect(await ask('officer', method, path, body)).toMatchObject({
        status: 403,
        body: { code: 'not-allowed' },
      })
      expect((await ask('stranger', method, path, { nonsense: 1 })).status).toBe(401)
    },
  )

  test('an input with faults is refused with all of them', async () => {
    const { status, body } = await ask('leader', 'POST', `/agencies/${changtu}/liaisons`, {
      line: 'nonsense',
      name: '',
      phone: 'call me',
    })

    expect(status).toBe(422)
    expect(body.faults.map(({ path }: { path: string[] }) => path[0])).toEqual(['line', 'name', 'phone'])
  })
})

test('every route is described in the OpenAPI document', async () => {
  await app.ready()
  const { paths } = (await app.inject('/api/v1/openapi.json')).json()

  expect(Object.keys(paths).toSorted()).toEqual([
    '/api/v1/agencies',
    '/api/v1/agencies/common-superior',
    '/api/v1/agencies/{id}',
    '/api/v1/agencies/{id}/closure',
    '/api/v1/agencies/{id}/duty-desk',
    '/api/v1/agencies/{id}/liaisons',
    '/api/v1/alliances',
    '/api/v1/alliances/{code}',
    '/api/v1/divisions',
    '/api/v1/liaisons/{id}',
  ])
})
