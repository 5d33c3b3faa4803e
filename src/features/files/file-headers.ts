import type { FileView } from './file-view.ts'
import { safeName } from './safe-name.ts'

/**
 * The headers with which a file goes out. Whatever it holds, it can do nothing in the name of our page: its type is never
 * guessed, only types of a closed list are shown, and a document runs without origin, scripts or network.
 */
export function fileHeaders(
  file: Pick<FileView, 'name' | 'mediaType' | 'shown' | 'digest'>,
): Readonly<Record<string, string>> {
  return {
    'content-type': file.mediaType,
    'content-disposition': contentDisposition(file.shown ? 'inline' : 'attachment', file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': securityPolicy,
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    // Kept by the browser, but asked for again each time: who may no longer see it gets nothing from the cache.
    'cache-control': 'private, no-cache',
    etag: `"${file.digest}"`,
    'accept-ranges': 'bytes',
  }
}

/**
 * `Content-Disposition` with a name in any script (RFC 6266, RFC 8187), and an ASCII one for old programs. The name can be saved
 * anywhere: the title of a letter is longer than file systems take.
 */
export function contentDisposition(how: 'inline' | 'attachment', wanted: string): string {
  const name = safeName(wanted)
  const ascii = name.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/**
 * No origin, no scripts, no network; only pages of ours may frame it. Browsers wrap pictures, videos and PDF in a page of
 * their own, which needs its style and the medium itself.
 */
const securityPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; object-src 'self'; frame-ancestors 'self'"
