import { climbsOut } from '../../kernel/climbs-out.ts'
import type { ReadBytes } from '../../platform/file-store.ts'
import { acceptedFileKinds, type FileKind, macros, runnable } from './accepted-file-kinds.ts'
import {
  climbingOut,
  damagedArchive,
  lyingFile,
  lyingType,
  macrosInside,
  runnableInside,
  unknownKind,
} from './refusals.ts'
import { extensionOf } from './safe-name.ts'
import { signOf } from './sign-of.ts'
import { zipEntries } from './zip-entries.ts'

/**
 * The kinds a file may be by its name and by the type the sender declared; which of them it is, its bytes decide.
 * @throws Refusal `unsupported` when there are none
 */
export function kindsOfName(name: string, declaredType: string | undefined): readonly FileKind[] {
  const extension = extensionOf(name)
  const kinds = acceptedFileKinds.filter((kind) => kind.extensions.includes(extension))
  if (kinds.length === 0) throw unknownKind(extension)
  const declared = essenceOf(declaredType ?? '')
  // Only a type that another kind claims is a lie: programs write many names for the rest, and `text/csv` for a spreadsheet.
  const isAnothers = acceptedFileKinds.some(
    ({ mediaType }) => mediaType === declared && !looseTypes.has(declared),
  )
  if (isAnothers && !kinds.some(({ mediaType }) => mediaType === declared))
    throw lyingType(extension, declared)
  return kinds
}

/** Types that browsers declare for several extensions: Windows calls a CSV an Excel sheet, a `.mov` or `.m4a` an MP4. */
const looseTypes = new Set([
  'application/octet-stream',
  'text/plain',
  'application/vnd.ms-excel',
  'application/msword',
  'application/zip',
  'video/mp4',
  'audio/mp4',
  'video/mp2t',
  'video/3gpp',
])

/** What a file is: its kind, and the media type with which it goes out again. */
export type ContentKind = { readonly kind: FileKind; readonly mediaType: string }

/**
 * Which of the kinds the first bytes are.
 * @throws Refusal `unsupported` when they are none of them: the file lies about its type
 */
export async function kindOfHead(
  kinds: readonly FileKind[],
  head: Uint8Array,
  name: string,
): Promise<ContentKind> {
  const { sign, charset } = await signOf(head)
  const kind = kinds.find(({ signs }) => signs.includes(sign))
  if (!kind) throw lyingFile(extensionOf(name), sign)
  return { kind, mediaType: charset ? `${kind.mediaType}; charset=${charset}` : kind.mediaType }
}

/**
 * Looks at the names inside what is a ZIP archive: a document must hold what makes it one, an archive nothing that a double
 * click would run and no macros, and neither a name that leads out of the folder it is unpacked into.
 * @throws Refusal `unsupported`
 */
export async function checkArchive(
  kind: FileKind,
  read: ReadBytes,
  size: number,
  name: string,
): Promise<void> {
  if (!kind.signs.includes('zip')) return
  const entries = await zipEntries(read, size)
  if (!entries) throw damagedArchive()
  const climbing = entries.find(climbsOut)
  if (climbing !== undefined) throw climbingOut(climbing.slice(0, 200))
  const { contains } = kind
  if (contains && !entries.some((entry) => contains.test(entry))) throw lyingFile(extensionOf(name), 'zip')
  if (contains && entries.some((entry) => macros.test(entry))) throw macrosInside()
  const program = contains ? undefined : entries.find((entry) => runnable.test(entry))
  if (program !== undefined) throw runnableInside(program.slice(0, 200))
}

const shownTypes = new Set(acceptedFileKinds.filter(({ shown }) => shown).map(({ mediaType }) => mediaType))

/** Whether a browser may show a file of this type in our page; a closed list. */
export const isShown = (mediaType: string): boolean => shownTypes.has(essenceOf(mediaType))

const essenceOf = (mediaType: string): string => (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase()
