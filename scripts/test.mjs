// `npm test`: prepares what is missing, finds a browser for the journeys, then runs every check.
import { check } from './check.mjs'
import { findChromium } from './chromium.mjs'
import { buildPage, installPackages, tell } from './prepare.mjs'

if (await installPackages()) {
  const isBuilt = await buildPage()
  const chromium = await findChromium()
  if (chromium) process.env.XIEZHI_CHROMIUM = chromium
  else tell('没有可用的 Chromium，浏览器测试将失败。', 'No Chromium starts here: the journeys will fail.')
  await check([{ passed: isBuilt ? 1 : 0, failed: isBuilt ? 0 : 1 }])
} else {
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
