// `npm run build`: the web page, where it is not up to date.
import { buildPage, installPackages } from './prepare.mjs'

if (!(await installPackages()) || !(await buildPage())) process.exit(1)
