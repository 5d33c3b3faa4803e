import { expect, test } from 'vitest'
import { aSystem } from './browser.ts'
import { eventually } from './matter-page.ts'

const system = await aSystem({ stories: true })

test('a view kept in one window survives one kept in another, and is given another name', async () => {
  const first = await system.signedIn('tieling.officer')
  await first.open('/matters?kind=case-transfer')
  const views = first.page.getByRole('navigation', { name: '常用视图' })
  await views.getByRole('button', { name: '保存为常用视图' }).waitFor()
  const second = await first.tab('/matters?kind=clue')
  await second.page.getByRole('button', { name: '保存为常用视图' }).click()
  await second.page.getByLabel('视图名称').fill('线索')
  await second.page.keyboard.press('Enter')
  await second.page.getByText('已保存常用视图“线索”').waitFor()

  await views.getByRole('button', { name: '保存为常用视图' }).click()
  await first.page.getByLabel('视图名称').fill('移送')
  await first.page.keyboard.press('Enter')
  await views.getByRole('link', { name: /^移送/ }).waitFor()
  await views.getByRole('button', { name: '给视图 移送 改名' }).click()
  await first.page.getByLabel('视图名称').fill('线索')
  await first.page.keyboard.press('Enter')
  await first.page.getByText('已经有名为“线索”的常用视图').waitFor()
  await first.page.getByLabel('视图名称').fill('全部移送')
  await first.page.keyboard.press('Enter')

  await views.getByRole('link', { name: /^全部移送/ }).waitFor()
  await first.page.reload()
  await eventually(() => views.getByRole('link').allTextContents()).toEqual([
    expect.stringMatching(/^线索/),
    expect.stringMatching(/^全部移送/),
  ])
})

test('the results of several at once stay, though the matters have left the list by what was done', async () => {
  const { page, open } = await system.signedIn('siping.leader')
  await open('/matters?side=answerer&settled=false&assignee=none&nonsense=1')
  const boxes = page.getByRole('table', { name: '协作事项' }).getByRole('checkbox', { name: /^选择 / })
  await boxes.nth(1).waitFor()
  expect(new URL(page.url()).searchParams.has('nonsense'), 'an address carries no noise').toBe(false)
  const before = await boxes.count()
  await boxes.nth(0).check()
  await boxes.nth(1).check()

  await page.getByRole('combobox', { name: '批量指派' }).click()
  await page.getByTitle('李思远').click()

  const results = page.getByRole('dialog', { name: '逐件结果' })
  await results.getByText('成功 2 件，未办理 0 件').waitFor()
  await eventually(() => boxes.count()).toBeLessThan(before)
  expect(await results.getByRole('listitem').count()).toBe(2)
  await results.getByRole('button', { name: '关闭' }).last().click()
  await results.waitFor({ state: 'hidden' })
})

test('A in a list signs one’s own leg of a warning that went to several', async () => {
  const { page, open } = await system.signedIn('kezuohouqi.officer')
  await open('/matters?kind=warning-notice&side=answerer&settled=false')
  const state = page.getByRole('table', { name: '协作事项' }).getByRole('row').nth(1)
  await state.getByText('已发布待签收 ×2').waitFor()

  await page.keyboard.press('j')
  await page.keyboard.press('a')

  await state.getByText('已发布待签收 ×1').waitFor()
  await state.getByText('已签收，生效中 ×3').waitFor()
})

test('printing a list prints everything it finds, not only what was loaded', async () => {
  const { page, open } = await system.signedIn('tieling.leader')
  await open('/matters')
  const rows = page.getByRole('table', { name: '协作事项' }).locator('tbody tr')
  await rows.first().waitFor()
  const loaded = await rows.count()
  const printed = page.evaluate(
    () =>
      new Promise<number>((tell) => {
        window.print = () => tell(document.querySelectorAll('tbody tr').length)
      }),
  )

  await page.getByRole('button', { name: '打印列表' }).click()

  const found = /共 (\d+) 件/.exec((await page.getByText(/^共 \d+ 件$/).textContent()) ?? '')?.[1]
  expect(await printed).toBe(Number(found))
  expect(loaded).toBeLessThan(Number(found))
})

test('a list between days that no matter can lie between says so, and which to correct', async () => {
  const { page, open } = await system.signedIn('tieling.officer')

  await open('/matters?since=2026-03-09&until=2026-03-04')

  await page.getByText('“发起日期自”晚于“发起日期至”').waitFor()
})
