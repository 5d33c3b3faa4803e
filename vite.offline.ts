import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * Builds the offline page beside the other: one HTML file with everything in it, which forbids itself every request. The kernel's hashing
 * and signatures come from a file of ours in the place of Node's.
 */
export function offlinePage(): Plugin {
  return {
    name: 'offline-page',
    apply: 'build',
    async closeBundle() {
      const page = pageOf(await scriptOf(), readFileSync(at('src/web/offline/offline.css'), 'utf8'))
      mkdirSync(at('dist/web'), { recursive: true })
      writeFileSync(at('dist/web/verify.html'), page)
    },
  }
}

async function scriptOf(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: at('src/web/offline'),
    plugins: [
      {
        name: 'no-node',
        enforce: 'pre',
        resolveId: (id) => (id === 'node:crypto' ? at('src/web/offline/node-crypto.ts') : null),
      },
    ],
    build: {
      write: false,
      target: 'chrome87',
      lib: { entry: at('src/web/offline/offline.ts'), formats: ['iife'], name: 'offline' },
    },
  })
  const [result] = Array.isArray(built) ? built : [built]
  const [chunk] = result && 'output' in result ? result.output : []
  if (chunk?.type !== 'chunk') throw new Error('The offline page gave no script.')
  // Inside a page a script ends at its first closing tag, wherever it stands.
  return chunk.code.trim().replaceAll('</script', '<\\/script')
}

function pageOf(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${fingerprint(script)}'`,
    `style-src '${fingerprint(style)}'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>离线核验事项档案包 Verify a capsule offline</title>
<style>${style}</style>
</head>
<body>
<noscript>请启用浏览器的 JavaScript 后重试。 Enable JavaScript in your browser and try again.</noscript>
<script>${script}</script>
</body>
</html>
`
}

/** How a policy names the one script or style it lets in. */
const fingerprint = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
