import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { pdfText } from '../../src/features/letters/pdf-text.fixture.ts'
import { airportCars } from '../../src/features/matters/kinds/clue/clue.examples.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { asActor } from '../../src/platform/as-actor.ts'
import { aCase, aClue } from '../a-case.ts'
import { aSeal } from '../a-seal.ts'
import { anotherProcess } from '../another-process.ts'
import { aServer, type Client, signIn } from '../http.ts'

const server = await aServer()

/** The bytes a path answers with, and its headers. */
async function bytesOf(client: Client, path: string) {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    headers: client.cookie ? { cookie: `xiezhi=${client.cookie}` } : {},
  })
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

async function previewOf(client: Client, matterId: string, wanted: unknown) {
  const response = await fetch(`${server.url}/api/v1/matters/${matterId}/letters/preview`, {
    method: 'POST',
    headers: { cookie: `xiezhi=${client.cookie}`, 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    status: response.status,
    text: response.ok ? pdfText(bytes).replaceAll(' ', '') : bytes.toString(),
  }
}

const lettersOf = async (client: Client, matterId: string) =>
  (await client.get(`/matters/${matterId}/letters`)).body.items

describe('a letter over HTTP', () => {
  test('is looked at before it is sent: 样稿, without a number and without using one', async () => {
    const { id, officer, bodies } = await aCase(server, { isSent: false })

    const preview = await previewOf(officer, id, { action: 'send' })
    await officer.act(id, 'send')

    expect(preview.text).toContain('样稿')
    expect(preview.text).toContain(bodies.submit.case.cause)
    expect((await lettersOf(officer, id))[0].number).toMatch(/〔\d{4}〕\d+号$/)
  })

  test('is looked at while it is still being written, from what the form carries', async () => {
    const officer = await server.signedIn('tieling.officer')
    const { body } = await officer.post('/matters', { kind: 'clue' })
    const form = airportCars([server.agencyOf('siping.officer')])

    const preview = await previewOf(officer, body.matter.id, { action: 'push', body: form })
    const half = await previewOf(officer, body.matter.id, { action: 'push', body: { to: form.to } })

    expect(preview.text).toContain(form.what.title)
    expect(half).toMatchObject({ status: 422, text: expect.stringContaining('"faults"') })
    expect((await officer.matter(body.matter.id)).version).toBe(1)
  })

  test('shows a name of rare characters or in Mongolian as it was typed; one of 300 characters is refused at its place in both languages', async () => {
    const { id, officer, bodies } = await aCase(server, { isSent: false })
    const named = (name: string) => ({
      action: 'submit',
      body: { ...bodies.submit, party: { ...bodies.submit.party, name } },
    })

    const rare = await previewOf(officer, id, named('䶮𬱖㛃ᠮᠣᠩᠭᠣᠯ有限公司'))
    const long = await previewOf(officer, id, named('试例'.repeat(150)))

    expect(rare.text).toContain('䶮𬱖㛃ᠮᠣᠩᠭᠣᠯ有限公司')
    expect(long.status).toBe(422)
    expect(JSON.parse(long.text).faults).toEqual([
      {
        path: ['party', 'name'],
        message: {
          zh: '最多 150 个字，现有 300 个，请缩短。',
          en: 'At most 150 characters, these are 300; shorten it.',
        },
      },
    ])
  })

  test('cannot be looked at by the other side, and not where there is none', async () => {
    const { id, officer, receiver } = await aCase(server)

    expect((await previewOf(receiver, id, { action: 'send' })).status).toBe(403)
    expect((await previewOf(officer, id, { action: 'giveUp', body: { reason: '试例。' } })).status).toBe(409)
    expect((await previewOf(await server.signedIn('gaomi.officer'), id, { action: 'send' })).status).toBe(404)
  })

  test('is downloaded as PDF and DOCX by both sides and by nobody else, and each opening is recorded', async () => {
    const { id, officer, receiver } = await aCase(server)
    const [letter] = await lettersOf(receiver, id)

    const pdf = await bytesOf(receiver, `/letters/${letter.id}/pdf`)
    const docx = await bytesOf(officer, `/letters/${letter.id}/docx`)
    const stranger = await bytesOf(await server.signedIn('gaomi.officer'), `/letters/${letter.id}/pdf`)

    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(decodeURIComponent(pdf.headers.get('content-disposition') ?? '')).toContain(letter.number)
    expect(pdfText(pdf.bytes)).toContain(letter.number)
    expect(pdf.bytes.toString('latin1')).toContain('ETSI.CAdES.detached')
    expect(docx.bytes.subarray(0, 2).toString()).toBe('PK')
    expect(stranger.status).toBe(404)
    const auditor = await server.signedIn('auditor')
    const log = await auditor.get(`/access-log?what=letter-opened&matter=${id}`)
    expect(log.body.items.map((entry: { facts: unknown }) => entry.facts)).toContainEqual({
      letter: letter.id,
      form: 'pdf',
    })
  })

  test('keeps its bytes: every download is the same file', async () => {
    const { id, officer } = await aCase(server)
    const [letter] = await lettersOf(officer, id)

    const [one, two] = await Promise.all([
      bytesOf(officer, `/letters/${letter.id}/pdf`),
      bytesOf(officer, `/letters/${letter.id}/pdf`),
    ])

    expect(one.bytes.equals(two.bytes)).toBe(true)
    const check = await server.stranger().get(`/letters/check/${letter.code}`)
    expect(check.body.pdfDigest).toBe(createHash('sha256').update(one.bytes).digest('hex'))
  })
})

describe('the public check of a letter', () => {
  test('tells anybody type, number, agencies, day and state, and nobody’s personal data', async () => {
    const { id, officer, bodies } = await aCase(server)
    const [letter] = await lettersOf(officer, id)

    const { status, body } = await server.stranger().get(`/letters/check/${letter.code}`)

    expect(status).toBe(200)
    expect(body).toMatchObject({
      typeWords: { zh: '案件移送函' },
      number: letter.number,
      issuer: letter.issuer,
      to: letter.to,
      day: letter.day,
      state: 'valid',
      digest: letter.digest,
      stamped: false,
    })
    for (const secret of [
      bodies.submit.party.name,
      bodies.submit.case.number,
      bodies.submit.case.cause,
      '试例三',
      id,
    ])
      expect(JSON.stringify(body)).not.toContain(secret)
  })

  test('takes the code as people type it, and says what to do about one that is unknown', async () => {
    const id = await aClue(server, server.agencyOf('siping.officer'))
    const [letter] = await lettersOf(await server.signedIn('tieling.officer'), id)
    const typed = (letter.code.match(/.{4}/g) ?? [])
      .join('-')
      .toLowerCase()
      .replaceAll('1', 'l')
      .replaceAll('0', 'o')

    expect((await server.stranger().get(`/letters/check/${typed}`)).status).toBe(200)
    const unknown = (said: string) => ({
      status: 404,
      body: { code: 'not-found', words: { zh: expect.stringContaining(said) } },
    })
    expect(await server.stranger().get('/letters/check/0000000000000000')).toMatchObject(unknown('核实'))
    for (const wrong of ['x', '%00', "' or 1=1", letter.number])
      expect(await server.stranger().get(`/letters/check/${encodeURIComponent(wrong)}`)).toMatchObject(
        unknown('这不是核验码'),
      )
  })

  test('says when a letter was taken back', async () => {
    const { id, officer, receiver } = await aCase(server)
    const [letter] = await lettersOf(officer, id)
    await officer.act(id, 'askBack', { reason: '当事人已到案。' })
    await receiver.act(id, 'release')

    expect((await server.stranger().get(`/letters/check/${letter.code}`)).body).toMatchObject({
      state: 'void',
      stateWords: { zh: '已撤回或已失效，不再有效' },
    })
  })
})

describe('the electronic seal of an agency', () => {
  test('is on no letter without a permission, on each letter with one, and every use is listed', async () => {
    const leader = await server.signedIn('siping.leader')
    const officer = await server.signedIn('siping.officer')
    const to = server.agencyOf('tieling.officer')
    const push = async () => {
      const { body } = await officer.post('/matters', { kind: 'clue' })
      await officer.act(body.matter.id, 'push', airportCars([to]))
      return (await lettersOf(officer, body.matter.id))[0]
    }

    expect((await leader.put('/stamp', { image: aSeal().toString('base64') })).status).toBe(204)
    const before = await push()
    expect(
      (await leader.post('/stamp/permissions', { types: ['clue-transfer'], reason: '支队长办公会决定。' }))
        .status,
    ).toBe(204)
    const during = await push()
    const { permissions, uses } = (await leader.get('/stamp')).body
    await leader.delete(`/stamp/permissions/${permissions[0].id}`)
    const after = await push()

    expect([before, during, after].map(({ stamped }) => stamped)).toEqual([false, true, false])
    expect(uses).toMatchObject([{ number: during.number, by: '李思远' }])
    const { bytes } = await bytesOf(officer, `/letters/${during.id}/pdf`)
    expect(bytes.toString('latin1')).toContain('/Subtype /Image')
    expect((await server.stranger().get(`/letters/check/${during.code}`)).body.stamped).toBe(true)
  })

  test('is kept by the leader alone, and its picture given to nobody else', async () => {
    const officer = await server.signedIn('siping.officer')

    expect((await officer.put('/stamp', { image: aSeal().toString('base64') })).status).toBe(403)
    expect((await officer.post('/stamp/permissions', { types: ['clue-transfer'], reason: 'x' })).status).toBe(
      403,
    )
    expect((await officer.put('/letter-sign', { sign: '吉四交执' })).status).toBe(403)
    expect((await bytesOf(officer, '/stamp/image')).status).toBe(403)
  })

  test('is refused when the picture is none, is broken, or carries something behind it', async () => {
    const leader = await server.signedIn('siping.leader')
    const seal = aSeal()
    const flipped = Buffer.from(seal)
    flipped[60] = (flipped[60] ?? 0) ^ 1

    for (const image of [
      Buffer.alloc(0),
      Buffer.from('none'),
      Buffer.from('<svg onload=alert(1)>'.repeat(20)),
      seal.subarray(0, seal.length - 20),
      Buffer.concat([seal, Buffer.from('<script>')]),
      flipped,
    ])
      expect(await leader.put('/stamp', { image: image.toString('base64') })).toMatchObject({
        status: 415,
        body: { code: 'unsupported' },
      })
  })
})

describe('the sign and the templates', () => {
  test('a leader sets the sign of the agency, and the next letter bears it', async () => {
    const leader = await server.signedIn('tieling.leader')
    await leader.put('/letter-sign', { sign: '辽铁交执' })
    const id = await aClue(server, server.agencyOf('siping.officer'))

    expect((await lettersOf(leader, id))[0].number).toMatch(/^辽铁交执线函〔/)
    expect((await leader.put('/letter-sign', { sign: '铁〔2026〕' })).status).toBe(422)
  })

  test('the joint office adopts a template: letters from then on name its version, older ones keep theirs', async () => {
    const secretary = await server.signedIn('office.secretary')
    const officer = await server.signedIn('tieling.officer')
    const older = await aClue(server, server.agencyOf('siping.officer'))
    const alliance = (await officer.matter(older)).alliance?.id
    const template = { layout: 'letter', title: '线索函', blocks: [{ paragraph: '本协作区域专用：{facts}' }] }

    const adopted = await secretary.post('/letter-templates', {
      allianceId: alliance,
      type: 'clue-transfer',
      template,
      reason: '联席会议第三次会议。',
    })
    const newer = await aClue(server, server.agencyOf('siping.officer'))

    expect(adopted.status).toBe(201)
    expect((await lettersOf(officer, older))[0].template).toBe('default/5')
    expect((await lettersOf(officer, newer))[0]).toMatchObject({
      template: adopted.body.name,
      title: '线索函',
    })
    expect((await secretary.get(`/letter-templates?alliance=${alliance}`)).body.items).toContainEqual(
      expect.objectContaining({ name: adopted.body.name }),
    )
  })

  test('a template with an unknown field is refused with its place; so is somebody who may not adopt one', async () => {
    const officer = await server.signedIn('tieling.officer')
    const secretary = await server.signedIn('office.secretary')
    const id = await aClue(server, server.agencyOf('siping.officer'))
    const wanted = (paragraph: string) => ({
      allianceId: '',
      type: 'clue-transfer',
      template: { title: '函', blocks: [{ paragraph }] },
      reason: '试例。',
    })
    const allianceId = (await officer.matter(id)).alliance?.id

    expect(await secretary.post('/letter-templates', { ...wanted('罚款{fine}'), allianceId })).toMatchObject({
      status: 422,
      body: {
        faults: [{ path: ['blocks', 0, 'paragraph'], message: { en: expect.stringContaining('fine') } }],
      },
    })
    expect((await officer.post('/letter-templates', { ...wanted('{facts}'), allianceId })).status).toBe(403)
  })
})

test('numbers have neither gap nor double when the server is killed again and again in the middle of sending', async () => {
  const to = server.agencyOf('tieling.officer')
  for (let round = 0; round < 3; round++) {
    await using killed = await anotherProcess(server.databaseUrl)
    const officer = await signIn(killed.url, 'lishu.officer')
    const sending = Array.from({ length: 12 }, async () => {
      const { body } = await officer.post('/matters', { kind: 'clue' })
      await officer.act(body.matter.id, 'push', airportCars([to]))
    })
    // Dies while some are committed, some are on their way, and some have not begun.
    await Promise.any(sending)
    await killed.kill()
    await Promise.allSettled(sending)
  }
  const officer = await server.signedIn('lishu.officer')
  const { body } = await officer.post('/matters', { kind: 'clue' })
  await officer.act(body.matter.id, 'push', airportCars([to]))

  const { rows } = await asActor(server.db, systemActor('test'), (tx) =>
    sql<{ serial: number }>`select serial from letter
      where issuer_id = (select issuer_id from letter where matter_id = ${body.matter.id}) order by serial`.execute(
      tx,
    ),
  )
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_, index) => index + 1))
})
