// `npm run check`: types, lint and format, tests; the last line counts them together.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { node24, root, run, tell } from './prepare.mjs'

/**
 * Runs everything even when something fails, prints `N passed, N failed` and sets the exit code.
 * @param before results of what was checked already
 */
export async function check(before = []) {
  const results = [
    ...before,
    await ownCheck('types'),
    await ownCheck('pageTypes'),
    await ownCheck('lint'),
    await tests({}),
  ]
  // What is tested is what is deployed: a real server, where one is named, has to pass as well.
  const server = process.env.DATABASE_URL
  if (server) results.push(await tests({ XIEZHI_TEST_DATABASE_URL: server }))
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}

const programs = {
  types: ['类型检查', 'Types', 'typescript/bin/tsc', ['--noEmit']],
  // The page is resolved as the bundler resolves it, not as Node does.
  pageTypes: ['网页类型检查', 'Types of the page', 'typescript/bin/tsc', ['--noEmit', '-p', 'src/web']],
  lint: ['代码规范', 'Lint and format', '@biomejs/biome/bin/biome', ['check']],
}

/** Types or lint: counts as one test. */
async function ownCheck(name) {
  const [zh, en, program, args] = programs[name]
  tell(`${zh}……`, `${en} …`)
  const code = await run(node24(), [join(root, 'node_modules', program), ...args])
  if (code !== 0) console.error(`${zh}未通过 · ${en}: failed`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** The tests, counted from Vitest's own report. A file that cannot be loaded and an error outside a test count as failed. */
async function tests(extra) {
  tell('测试……', extra.XIEZHI_TEST_DATABASE_URL ? 'Tests on the given server …' : 'Tests …')
  const folder = join(root, 'node_modules', '.cache', 'xiezhi')
  const report = join(folder, `tests-${process.pid}.json`)
  mkdirSync(folder, { recursive: true })
  // A person's settings must not change what the tests find.
  const { DATABASE_URL, XIEZHI_DATA, XIEZHI_PORT, XIEZHI_LANG, ...env } = process.env
  const code = await run(
    node24(),
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { ...env, ...extra } },
  )
  const counted = readReport(report)
  rmSync(report, { force: true })
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function readReport(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, 'utf8'))
    const unloadable = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    )
    for (const file of unloadable) console.error(`${relative(root, file.name)}: ${file.message}`)
    return { passed: numPassedTests, failed: numFailedTests + unloadable.length }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await check()
