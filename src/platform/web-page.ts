import { existsSync, readdirSync, statSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import files from '@fastify/static'
import type { App } from './http.ts'

/** Everything the page needs comes from this server, and no other page may frame it. Ant Design writes its styles inline. */
const pageHeaders = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'self' blob:; frame-src 'self' blob:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
}

/** The offline page carries a stricter policy in itself, so that it also holds where it was saved; only framing cannot be said there. */
const offlinePage = 'verify.html'

/**
 * Serves the built web page: its files by name, and for every other address of a browser the page itself, which reads the
 * address. Files under `assets/` carry a digest in their names and are kept by the browser for a year.
 */
export async function webPage(app: App, built: URL): Promise<void> {
  const root = fileURLToPath(built)
  if (!existsSync(new URL('index.html', built))) return
  await app.register(files, { root, serve: false, preCompressed: true, cacheControl: false })
  const topLevel = new Set(readdirSync(root))

  const open = { config: { open: true }, schema: { hide: true } }
  app.get<{ Params: { '*': string } }>('/*', open, async (request, reply) => {
    const path = request.params['*']
    // An asset of an older build is gone; said before any header, or browsers would keep the answer for a year.
    const isMissing = path.startsWith('assets/') && !isFileOf(root, path)
    if (path.startsWith('api/') || isMissing) return reply.callNotFound()
    reply.headers(pageHeaders)
    if (path === offlinePage) reply.header('content-security-policy', "frame-ancestors 'none'")
    if (path.startsWith('assets/')) {
      return reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(path)
    }
    reply.header('cache-control', 'no-cache')
    return reply.sendFile(path !== '' && topLevel.has(path) ? path : 'index.html')
  })
}

/** Whether a path names a file inside a folder. A path that climbs out of it names none. */
function isFileOf(folder: string, path: string): boolean {
  // A zero byte is legal in an address and in no file name.
  if (path.includes('\0')) return false
  const file = resolve(folder, path)
  return (
    file.startsWith(resolve(folder) + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() === true
  )
}
