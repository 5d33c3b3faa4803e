import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { reportRetention } from '../../src/features/files/retention.ts'
import { anMp4 } from '../../src/features/files/sample-files.fixture.ts'
import { signIn } from '../http.ts'
import { aSystem } from './browser.ts'
import { choose } from './form.ts'
import { picture } from './picture.ts'

const system = await aSystem()

test('an officer describes a recording as evidence, what is missing of a monitoring device is named at once, and custody is kept', async () => {
  const officer = await signIn(system.url, 'tieling.officer')
  const { body } = await officer.post('/matters', { kind: 'clue' })
  await officer.upload(body.matter.id, { name: '称重.mp4' }, anMp4(5_000))
  const { page, open } = await system.signedIn('tieling.officer')
  await open(`/matters/${body.matter.id}`)
  const begin = async (name: string) => {
    await page.getByRole('button', { name: '其他操作' }).click()
    await page.getByRole('menuitem', { name }).click()
    return page.getByRole('form', { name })
  }

  const form = await begin('登记证据')
  await choose(form.getByRole('combobox', { name: '附件' }), '称重.mp4')
  await choose(form.getByRole('combobox', { name: '证据种类' }), '电子数据')
  await form.getByLabel('证明内容').fill('车货总质量 61.2 吨。')
  await form.getByRole('radio', { name: '原件、原物' }).check()
  await form.getByRole('radio', { name: '电子技术监控设备记录' }).check()
  await form.getByRole('button', { name: '登记证据' }).click()
  const faults = form.getByRole('alert').filter({ hasText: '需要更正' })
  await faults.waitFor()
  const named = (await faults.allTextContents()).join()
  for (const what of [
    '检定证书编号',
    '检定有效期至',
    '法制审核日期',
    '技术审核日期',
    '设置地点公布日期',
    '记录审核日期',
  ])
    expect(named).toContain(what)

  await form.getByRole('radio', { name: '执法人员取得' }).check()
  await form.getByLabel('取得时间').fill('2026-03-05 09:30')
  await form.getByLabel('地点').fill('G102 铁岭收费站')
  for (const [at, name, number] of [
    [0, '周启明', '21120001'],
    [1, '王志远', '21120002'],
  ] as const) {
    await form.getByLabel('姓名').nth(at).fill(name)
    await form.getByLabel('执法证号').nth(at).fill(number)
  }
  await form.getByRole('button', { name: '登记证据' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('证据 · 电子数据').waitFor()

  const custody = await begin('记载证据保管')
  await custody.getByRole('radio', { name: '移交' }).check()
  await choose(custody.getByRole('combobox', { name: '附件' }), '称重.mp4')
  await custody.getByLabel('时间').fill('2026-03-07 09:00')
  await custody.getByLabel('地点').fill('四平支队')
  await custody.getByLabel('事由').fill('随案移送')
  await custody.getByLabel('交出人').fill('周启明')
  await custody.getByLabel('接收人').fill('李思远')
  await custody.getByLabel('接收单位').fill('四平支队')
  await custody.getByRole('button', { name: '记载证据保管' }).click()
  await custody.waitFor({ state: 'hidden' })

  await page.getByRole('button', { name: '查看 称重.mp4' }).click()
  const viewer = page.getByRole('dialog', { name: '称重.mp4' })
  await viewer.getByText('保管记载 1 条').click()
  await viewer.getByText('随案移送').waitFor()
  await viewer.getByText('车货总质量 61.2 吨。').waitFor()
}, 120_000)

test('a leader sees which recordings need not be kept any longer, until when and why the others are, and destroys nothing here', async () => {
  const officer = await signIn(system.url, 'tieling.officer')
  const { body } = await officer.post('/matters', { kind: 'clue' })
  const matterId: string = body.matter.id
  for (const name of ['旧巡查.mp4', '新巡查.mp4']) await officer.upload(matterId, { name }, anMp4(5_000))
  await officer.upload(matterId, { name: '过磅.mp4', item: 'evidence' }, anMp4(5_000))
  await sql`update attachment set added_at = '2025-01-05T02:00:00Z' where matter_id = ${matterId} and name = '旧巡查.mp4'`.execute(
    system.db,
  )
  await sql`update matter set settled_at = now() where id = ${matterId}`.execute(system.db)
  await reportRetention(system.db)
  const { page, open } = await system.signedIn('tieling.leader', { viewport: { width: 360, height: 740 } })
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

  await open('/retention')

  const table = page.getByRole('table', { name: '音像资料保存期' })
  await table.getByRole('link', { name: '旧巡查.mp4' }).waitFor()
  const over = (await table.getByRole('row').allTextContents()).join()
  expect(over).toContain('2025年7月5日')
  expect(over).toContain('保存期已满，事项已办结')
  expect(over).toContain('来源转述，尚待核对')
  expect(over).not.toContain('新巡查')
  await page.getByText('本系统不删除任何文件').waitFor()
  expect(
    await page
      .getByRole('main')
      .getByRole('button', { name: /删除|销毁/ })
      .count(),
  ).toBe(0)
  expect(await fits()).toBeLessThanOrEqual(0)

  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('link', { name: '音像资料保存期' }).click()
  await page.getByText('仍须保存', { exact: true }).click()
  await table.getByRole('link', { name: '新巡查.mp4' }).waitFor()
  const rowOf = (name: string) => table.getByRole('row').filter({ hasText: name })
  await rowOf('新巡查.mp4').getByText('保存期未满').waitFor()
  await rowOf('过磅.mp4').getByText('随案卷', { exact: true }).waitFor()
  await picture(page, 'retention')
  await page.getByRole('button', { name: '切换为英文 English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Keeping of recordings' }).waitFor()
  await page
    .getByRole('row')
    .filter({ hasText: '过磅.mp4' })
    .getByText('A material of the check-list')
    .waitFor()
  await page.getByRole('link', { name: '过磅.mp4' }).click()
  await page.getByRole('dialog', { name: '过磅.mp4' }).waitFor()

  const other = await system.signedIn('tieling.officer')
  await other.page.getByRole('navigation', { name: '主菜单' }).waitFor()
  expect(await other.page.getByRole('link', { name: '音像资料保存期' }).count()).toBe(0)
}, 120_000)
