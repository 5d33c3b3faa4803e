import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = {
  '@expo-google-fonts/noto-serif-sc': ['400Regular', '700Bold', '900Black'],
  '@expo-google-fonts/noto-sans-mongolian': ['400Regular'],
} as const

/**
 * Folders in which the typesetter looks for fonts: those of our packages, and one in which an agency may put the licensed faces it owns
 * (仿宋_GB2312, 方正小标宋) or fonts with rarer characters. Fonts of the system are found besides.
 */
export function fontFolders(ownFolder?: string): string[] {
  const ours = Object.entries(packages).flatMap(([name, weights]) => {
    const folder = dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)))
    return weights.map((weight) => join(folder, weight))
  })
  return [...ours, ...(ownFolder && existsSync(ownFolder) ? [ownFolder] : [])]
}
