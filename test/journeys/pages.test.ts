import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { palettes } from '../../src/web/theme/palette.ts'
import { aSystem, type Window } from './browser.ts'
import { buttonFor } from './form.ts'
import { eventually, goToStep, seesState } from './matter-page.ts'
import { picture } from './picture.ts'

const system = await aSystem({ stories: true })

/** Every page by what it is called, who visits it, and its address. */
const officersPages = [
  ['workbench', '/'],
  ['list', '/matters'],
  ['news', '/inbox'],
  ['begin', '/new'],
  ['directory', '/directory'],
  ['rules', '/deadlines'],
  ['calendar', '/calendar'],
  ['account', '/account'],
] as const

/** Those that stand in the user's guide. */
const pictured: readonly string[] = ['sign-in', 'list', 'accounts', 'access-log']

test('the page serves at a desk without a mouse, on a phone, in English, in the dark and on paper', async () => {
  await walksByKeys()
  await signsOnPhone()
  await writesOnPhone()
  await changesItsLooks()
}, 240_000)

/** J and K move, A acknowledges, Z takes it back, / searches, ? explains, Enter opens. */
async function walksByKeys(): Promise<void> {
  const { page } = await system.signedIn('siping.officer')
  const rows = page.getByRole('table', { name: '待我办理' }).locator('tbody tr')
  await rows.first().waitFor()
  await picture(page, 'workbench')
  const heights = await rows
    .locator('button')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
  expect(Math.max(...heights), 'a button in a row stands on one line').toBeLessThan(36)
  const count = await rows.count()
  const names = await rows.locator('button', { hasText: '签收' }).first().getAttribute('aria-label')
  const number = names?.replace('签收 ', '') ?? ''
  const target = await rows.evaluateAll(
    (all, wanted) => all.findIndex((row) => row.textContent?.includes(wanted)),
    number,
  )

  for (let step = 0; step <= target; step++) await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await eventually(() => rows.nth(target).getAttribute('aria-current')).toBe('true')
  await page.keyboard.press('a')
  await page.getByText(`已签收 ${number}`).waitFor()
  await eventually(() => rows.count()).toBeLessThan(count)
  await page.keyboard.press('z')
  await page.getByText(`已签收 ${number}`).waitFor({ state: 'hidden' })
  await eventually(() => rows.count()).toBe(count)

  // A letter typed into a field is a letter.
  await page.keyboard.press('/')
  await page.keyboard.type('aj?z')
  expect(await page.getByRole('searchbox', { name: '搜索事项' }).inputValue()).toBe('aj?z')
  expect(await rows.count()).toBe(count)
  await page.getByRole('heading', { level: 1, name: '工作台' }).click()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '键盘快捷键' }).getByText('签收所在行').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '现在可以办理' }).waitFor()
}

/** A phone is enough to sign for a matter, and nothing runs off its edge. */
async function signsOnPhone(): Promise<void> {
  const window = await system.signedIn('siping.dispatcher', {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  const { page } = window
  const cards = page.getByRole('list', { name: '待我办理' }).getByRole('listitem')
  const card = cards.filter({ has: page.getByRole('button', { name: /^签收/ }) }).first()
  const label = await card.getByRole('button', { name: /^签收/ }).getAttribute('aria-label')
  await picture(page, 'phone')
  await card.getByRole('button', { name: /^签收/ }).tap()
  await page.getByText(`已${label}`).waitFor()
  await page.getByText(`已${label}`).waitFor({ state: 'hidden' })
  await page.getByRole('searchbox', { name: '搜索事项' }).fill(label?.replace('签收 ', '') ?? '')
  await page.keyboard.press('Enter')
  await page.getByText('共 1 件').waitFor()
  await page.getByRole('list', { name: '协作事项' }).getByRole('link').first().tap()
  await seesState(page, '已签收待决定')
  await fits(page, 'matter')
  for (const [name, path] of officersPages) {
    await window.open(path)
    await settled(page)
    await fits(page, name)
  }
}

/** Writing on a phone, in the longer words of English: no name of an alliance, a letter or a step pushes the page wide. */
async function writesOnPhone(): Promise<void> {
  const { page, open } = await system.signedIn('tieling.officer', {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  await page.evaluate(() => localStorage.setItem('xiezhi.language', 'en'))
  for (const [kind, steps] of [
    ['Lookout', ['Issued to', 'Vehicles', 'Declaration', 'Check your answers']],
    ['Co-investigation', ['Tasks', 'Materials', 'Check your answers']],
  ] as const) {
    await open('/new')
    await page.getByRole('button', { name: `Begin: ${kind}`, exact: true }).tap()
    await page.getByRole('heading', { level: 1, name: `Write: ${kind}` }).waitFor()
    await page.locator('.step-list > details > summary').tap()
    await fits(page, `${kind}, task list`)
    for (const step of steps) {
      const task = page.getByRole('navigation', { name: 'Task list' }).getByRole('button', { name: step })
      if (!(await task.isVisible())) await page.locator('.step-list > details > summary').tap()
      await task.tap()
      await page.getByRole('heading', { level: 2, name: step, exact: true }).waitFor()
      await fits(page, `${kind}, ${step}`)
      await staysAboveBar(page, step)
    }
  }
}

/** Whatever one goes to by keys stands above the bar at the foot of the screen. */
async function staysAboveBar(page: Page, step: string): Promise<void> {
  await page.locator('#step-title').focus()
  const hidden: string[] = []
  for (const control of await page.locator('.write-step').locator('input, textarea, button').all()) {
    if (!(await control.isVisible())) continue
    await control.focus()
    hidden.push(
      ...(await control.evaluate((it) => {
        const bar = document.querySelector('.menu')?.getBoundingClientRect().top ?? innerHeight
        const { bottom, height } = it.getBoundingClientRect()
        return bottom > bar && height < bar ? [`${it.tagName} ${it.id} ${it.textContent}`] : []
      })),
    )
  }
  expect(hidden, `${step}: behind the bar`).toEqual([])
}

/** English and back, dark and still dark after reloading, printed without menus. */
async function changesItsLooks(): Promise<void> {
  const window = await system.signedIn('siping.leader')
  const { page } = window
  await page.getByRole('button', { name: '切换为英文 English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Workbench' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('link', { name: 'Matters', exact: true }).click()
  await page.getByRole('table', { name: 'Matters' }).getByRole('link').first().click()
  await page.getByRole('heading', { name: 'What can be done now' }).waitFor()
  await page.getByRole('button', { name: /中文/ }).click()
  await page.getByRole('heading', { name: '现在可以办理' }).waitFor()

  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()
  await page.getByRole('button', { name: '深色' }).click()
  await eventually(ground).not.toBe(light)
  await page.reload()
  await page.getByRole('heading', { name: '现在可以办理' }).waitFor()
  expect(await ground()).not.toBe(light)

  await page.emulateMedia({ media: 'print' })
  await page.getByRole('navigation', { name: '主菜单' }).waitFor({ state: 'hidden' })
  for (const place of [page.getByRole('banner'), page.locator('.action-panel')])
    expect(await place.isVisible()).toBe(false)
  // The names of files and letters are buttons too, and belong on paper; no other button does.
  expect(await page.locator('button:not(.text-button):visible').count()).toBe(0)
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  await page.getByText(/于 .* 打印/).waitFor()
}

test('nobody is shut out: axe finds nothing on any page, light or dark', async () => {
  const found: string[] = []
  const look = async (page: Page, name: string) => {
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await settled(page)
    await page.addStyleTag({ content: '* { transition: none !important; animation: none !important }' })
    found.push(...(await violationsOn(page, name)))
    if (pictured.includes(name)) await picture(page, name)
    const dark = page.getByRole('button', { name: '深色', exact: true })
    if (!(await dark.isVisible())) return
    await dark.click()
    await eventually(() => dark.getAttribute('aria-pressed')).toBe('true')
    found.push(...(await violationsOn(page, `${name}, dark`, ['color-contrast'])))
    await dark.click()
    await eventually(() => dark.getAttribute('aria-pressed')).toBe('false')
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    const door = await system.window({ colorScheme })
    await door.open('/sign-in')
    await door.page.getByRole('list', { name: '演示账号' }).waitFor()
    await look(door.page, colorScheme === 'light' ? 'sign-in' : 'sign-in, dark')
  }
  const officer = await system.signedIn('tieling.officer')
  for (const [name, path] of officersPages) {
    await officer.open(path)
    await look(officer.page, name)
  }
  await officer.open('/matters')
  await officer.page.getByRole('table', { name: '协作事项' }).getByRole('link').first().click()
  await officer.page.getByRole('heading', { name: '现在可以办理' }).waitFor()
  await look(officer.page, 'matter')
  await officer.open('/directory')
  await officer.page.getByRole('table', { name: '机构名录' }).getByRole('link').first().click()
  await look(officer.page, 'agency')
  await lookAtWriting(officer, look)
  await lookAtDialogs(officer, found)
  await lookAtRefusals(officer, look)

  const leader = await system.signedIn('tieling.leader')
  await leader.open('/tokens')
  await look(leader.page, 'tokens')
  await leader.open('/retention')
  await look(leader.page, 'keeping of recordings')
  const office = await system.signedIn('office.secretary')
  await office.open('/deadlines')
  await look(office.page, 'rules an office may set')
  const keeper = await system.signedIn('sysadmin')
  await keeper.open('/calendar')
  await look(keeper.page, 'calendar one may correct')
  const guard = await system.signedIn('secadmin')
  await guard.open('/accounts')
  await look(guard.page, 'accounts')
  const auditor = await system.signedIn('auditor')
  await auditor.open('/access-log')
  await look(auditor.page, 'access-log')

  expect(found).toEqual([])
}, 480_000)

/** What stands before a page: the form of an action, and a file. */
async function lookAtDialogs({ page, open }: Window, found: string[]): Promise<void> {
  await open('/matters?state=received&side=asker')
  await page.getByRole('table', { name: '协作事项' }).getByRole('link').first().click()
  await page.getByRole('button', { name: '关联事项', exact: true }).click()
  await page.getByRole('form', { name: '关联事项' }).waitFor()
  found.push(...(await violationsOn(page, 'form of an action')))
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page
    .getByRole('button', { name: /^查看 .*pdf$/ })
    .first()
    .click()
  await page.getByRole('dialog').locator('iframe').waitFor()
  found.push(...(await violationsOn(page, 'a file')))
  await page.keyboard.press('Escape')
}

/** Pages that say no. */
async function lookAtRefusals(
  { page, open, refusals }: Window,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await open('/nowhere')
  await look(page, 'an address that leads nowhere')
  await open('/access-log')
  await look(page, 'a page of others')
  await open('/matters/018f0000-0000-7000-8000-000000000001')
  await look(page, 'no such matter')
  expect(refusals()).toEqual(expect.arrayContaining(['GET /access-log 403', 'GET /matters/… 404']))
}

/** What axe finds on a page, as `page: rule, place, element`. */
async function violationsOn(page: Page, name: string, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze()
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target }) => `${id} ${String(target)} ${html.slice(0, 160)}`),
  )
  return [...faults, ...(await namedOtherwise(page))].map((fault) => `${name}: ${fault}`)
}

/** Buttons and links whose name lacks the words on them: who speaks to the page says what it shows (WCAG 2.5.3). */
const namedOtherwise = (page: Page): Promise<readonly string[]> =>
  page.locator('button[aria-label]:visible, a[aria-label]:visible').evaluateAll((found) =>
    found.flatMap((each) => {
      const name = each.getAttribute('aria-label') ?? ''
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen, line by line, and not what stands in the document.
      const [shown = ''] = (each as HTMLElement).innerText.trim().split('\n')
      return name.includes(shown) ? [] : [`shows ${shown}, is named ${name}`]
    }),
  )

/** Looks at the steps of writing, each kind of control among them, and at the faults. */
async function lookAtWriting({ page }: Window, look: (page: Page, name: string) => Promise<void>) {
  await page.getByRole('link', { name: '新建事项' }).click()
  await page.getByRole('button', { name: '开始填写案件移送' }).click()
  for (const step of ['受移送机关', '案件情况', '涉案车辆', '在案强制措施', '随附材料', '核对内容']) {
    await goToStep(page, step)
    for (const box of await page.getByRole('checkbox', { name: /如涉及/ }).all()) await box.check()
    await look(page, step)
  }
  await answersLightly(page)
  await showsWhereOneIs(page)
  await goToStep(page, '核对内容')
  await page.getByRole('button', { name: '提交审核', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: '处需要更正' }).waitFor()
  await look(page, 'faults')

  // Missing materials are faults like all others, and each line leads to its place.
  const faults = page.getByRole('alert').filter({ hasText: '处需要更正' }).getByRole('link')
  await faults.filter({ hasText: '缺少“现场笔录”' }).click()
  const choose = page.getByRole('button', { name: buttonFor('现场笔录') })
  await eventually(() => choose.evaluate((button) => button === document.activeElement)).toBe(true)
  await faults.filter({ hasText: '发现时间' }).click()
  await eventually(() =>
    page.getByLabel('发现时间').evaluate((field) => field === document.activeElement),
  ).toBe(true)
}

/** Whoever works by keys sees where: around a field or a button stands a ring in the full colour of the palette. */
async function showsWhereOneIs(page: Page): Promise<void> {
  await goToStep(page, '案件情况')
  const dark = page.getByRole('button', { name: '深色', exact: true })
  for (const shade of ['light', 'dark'] as const) {
    await eventually(() => dark.getAttribute('aria-pressed')).toBe(String(shade === 'dark'))
    await page.getByLabel('涉嫌违反的规定').fill('公路法第五十条')
    for (const control of ['the last field', 'the button after it']) {
      const ring = await page.locator(':focus').evaluate((it) => {
        const { outlineStyle, outlineColor, boxShadow } = getComputedStyle(it)
        return outlineStyle === 'none' ? boxShadow : outlineColor
      })
      expect(ring, `${control}, ${shade}`).toContain(asRgb(palettes[shade].primary))
      await page.keyboard.press('Tab')
    }
    await dark.click()
  }
}

const asRgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`

/** What a group of fields is for stands above it, and what need not be answered can be taken back. */
async function answersLightly(page: Page): Promise<void> {
  await goToStep(page, '联系人')
  await page.getByText('对方可直接联系的经办人。').waitFor()
  await goToStep(page, '涉案船舶')
  await page.getByRole('checkbox', { name: /如涉及/ }).check()
  await page.getByRole('radio', { name: '货船类', exact: true }).check()
  await page.getByRole('button', { name: '清除“船舶类型”所选' }).click()
  expect(await page.getByRole('radio', { name: '货船类', exact: true }).isChecked()).toBe(false)
  await page.getByRole('checkbox', { name: /如涉及/ }).uncheck()
}

/** Waits until a page has shown what it loads. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await eventually(() => page.locator('.loading').count()).toBe(0)
}

/** No page is wider than its screen. A phone's window grows with a page that is too wide, so the window says nothing. */
async function fits(page: Page, name: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(wide, `${name} runs off the edge`).toBeLessThanOrEqual(0)
}
