import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { loadDemo } from './demo.ts'

const { db } = await testDatabase()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiezhi-demo-'))
  const t = performance.now()
  expect(await loadDemo(db, { filesFolder: folder })).toBe(true)
  console.log('loaded in', performance.now() - t)
})
afterAll(() => rm(folder, { recursive: true, force: true }))
test('x', async () => {})
