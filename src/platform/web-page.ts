import { existsSync, readdirSync } from 'node:fs'
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
    if (path.startsWith('api/')) return reply.callNotFound()
    reply.headers(pageHeaders)
    if (path.startsWith('assets/')) {
      return reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(path)
    }
    reply.header('cache-control', 'no-cache')
    return reply.sendFile(path !== '' && topLevel.has(path) ? path : 'index.html')
  })
}
