// `npm run build`: the web page, where it is not up to date.
import { buildPage, installPackages } from './prepare.mjs'

await installPackages()
await buildPage()
