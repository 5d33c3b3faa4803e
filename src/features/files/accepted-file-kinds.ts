import type { Words } from '../../kernel/words.ts'

/** Families of files, each with a size that is refused above it. */
export type FileFamily = 'image' | 'document' | 'text' | 'audio' | 'video' | 'archive'

/** One kind of file that is accepted: what its name says, what its bytes must say, and how it goes out again. */
export type FileKind = {
  readonly extensions: readonly string[]
  /** What the bytes may say (`signOf`), any of these. */
  readonly signs: readonly string[]
  readonly mediaType: string
  readonly family: FileFamily
  /** A browser may show it. Only kinds that cannot run anything in our page; everything else is downloaded. */
  readonly shown?: true
  /** For kinds that are ZIP archives inside: an entry that makes it this kind. */
  readonly contains?: RegExp
}

const office = 'application/vnd.openxmlformats-officedocument'

/**
 * The closed list of what may be attached. Not in it, on purpose: programs, scripts, HTML and SVG (they run in a browser or
 * on a desk), and Office files with macros. RAR and 7z cannot be looked into, so they are only ever downloaded.
 * Recorders of law-enforcement and roadside cameras write `.dav` (Dahua) and `IMKH` (Hikvision) under the name of a video.
 */
export const acceptedFileKinds: readonly FileKind[] = [
  {
    extensions: ['jpg', 'jpeg', 'jfif'],
    signs: ['jpg'],
    mediaType: 'image/jpeg',
    family: 'image',
    shown: true,
  },
  { extensions: ['png'], signs: ['png', 'apng'], mediaType: 'image/png', family: 'image', shown: true },
  { extensions: ['gif'], signs: ['gif'], mediaType: 'image/gif', family: 'image', shown: true },
  { extensions: ['webp'], signs: ['webp'], mediaType: 'image/webp', family: 'image', shown: true },
  { extensions: ['bmp'], signs: ['bmp'], mediaType: 'image/bmp', family: 'image', shown: true },
  { extensions: ['avif'], signs: ['avif'], mediaType: 'image/avif', family: 'image', shown: true },
  { extensions: ['heic', 'heif'], signs: ['heic'], mediaType: 'image/heic', family: 'image' },
  { extensions: ['tif', 'tiff'], signs: ['tif'], mediaType: 'image/tiff', family: 'image' },

  { extensions: ['pdf'], signs: ['pdf'], mediaType: 'application/pdf', family: 'document', shown: true },
  {
    extensions: ['docx'],
    signs: ['zip'],
    mediaType: `${office}.wordprocessingml.document`,
    family: 'document',
    contains: /^word\//,
  },
  {
    extensions: ['xlsx'],
    signs: ['zip'],
    mediaType: `${office}.spreadsheetml.sheet`,
    family: 'document',
    contains: /^xl\//,
  },
  {
    extensions: ['pptx'],
    signs: ['zip'],
    mediaType: `${office}.presentationml.presentation`,
    family: 'document',
    contains: /^ppt\//,
  },
  { extensions: ['doc'], signs: ['cfb'], mediaType: 'application/msword', family: 'document' },
  { extensions: ['xls'], signs: ['cfb'], mediaType: 'application/vnd.ms-excel', family: 'document' },
  { extensions: ['ppt'], signs: ['cfb'], mediaType: 'application/vnd.ms-powerpoint', family: 'document' },
  {
    extensions: ['wps', 'et', 'dps'],
    signs: ['cfb'],
    mediaType: 'application/vnd.ms-works',
    family: 'document',
  },
  {
    extensions: ['wps', 'et', 'dps'],
    signs: ['zip'],
    mediaType: 'application/vnd.ms-works',
    family: 'document',
    contains: /^(word|xl|ppt)\//,
  },
  // 版式文件, GB/T 33190-2016.
  {
    extensions: ['ofd'],
    signs: ['zip'],
    mediaType: 'application/ofd',
    family: 'document',
    contains: /^OFD\.xml$/i,
  },

  // Always shown as plain text, whatever language it is written in.
  {
    extensions: ['txt', 'csv', 'json', 'xml'],
    signs: ['text'],
    mediaType: 'text/plain',
    family: 'text',
    shown: true,
  },

  { extensions: ['mp3'], signs: ['mp3'], mediaType: 'audio/mpeg', family: 'audio', shown: true },
  { extensions: ['wav'], signs: ['wav'], mediaType: 'audio/wav', family: 'audio', shown: true },
  { extensions: ['m4a'], signs: ['m4a', 'm4b', 'mp4'], mediaType: 'audio/mp4', family: 'audio', shown: true },
  { extensions: ['aac'], signs: ['aac'], mediaType: 'audio/aac', family: 'audio', shown: true },
  { extensions: ['flac'], signs: ['flac'], mediaType: 'audio/flac', family: 'audio', shown: true },
  {
    extensions: ['ogg', 'oga', 'opus'],
    signs: ['ogg', 'oga', 'opus'],
    mediaType: 'audio/ogg',
    family: 'audio',
    shown: true,
  },
  { extensions: ['amr'], signs: ['amr'], mediaType: 'audio/amr', family: 'audio' },

  {
    extensions: ['mp4', 'm4v'],
    signs: ['mp4', 'm4v', 'f4v', '3gp', '3g2', 'mov'],
    mediaType: 'video/mp4',
    family: 'video',
    shown: true,
  },
  { extensions: ['mp4'], signs: ['imkh'], mediaType: 'application/octet-stream', family: 'video' },
  { extensions: ['webm'], signs: ['webm'], mediaType: 'video/webm', family: 'video', shown: true },
  { extensions: ['mov'], signs: ['mov', 'mp4'], mediaType: 'video/quicktime', family: 'video' },
  { extensions: ['3gp'], signs: ['3gp', '3g2', 'mp4'], mediaType: 'video/3gpp', family: 'video' },
  { extensions: ['avi'], signs: ['avi'], mediaType: 'video/x-msvideo', family: 'video' },
  { extensions: ['mkv'], signs: ['mkv'], mediaType: 'video/x-matroska', family: 'video' },
  { extensions: ['wmv'], signs: ['asf', 'wmv'], mediaType: 'video/x-ms-wmv', family: 'video' },
  { extensions: ['flv'], signs: ['flv'], mediaType: 'video/x-flv', family: 'video' },
  { extensions: ['mpg', 'mpeg'], signs: ['mpg'], mediaType: 'video/mpeg', family: 'video' },
  { extensions: ['ts', 'mts', 'm2ts'], signs: ['mts'], mediaType: 'video/mp2t', family: 'video' },
  { extensions: ['dav'], signs: ['dav'], mediaType: 'application/octet-stream', family: 'video' },

  { extensions: ['zip'], signs: ['zip'], mediaType: 'application/zip', family: 'archive' },
  { extensions: ['7z'], signs: ['7z'], mediaType: 'application/x-7z-compressed', family: 'archive' },
  { extensions: ['rar'], signs: ['rar'], mediaType: 'application/vnd.rar', family: 'archive' },
]

/** The most bytes of a file, by family. */
export type SizeLimits = Readonly<Record<FileFamily, number>>

const megabyte = 1_048_576

/** The limits of an installation that sets none of its own. */
export const defaultSizeLimits: SizeLimits = {
  // A photograph of 100 megapixels has 40 MB.
  image: 50 * megabyte,
  // A case file of 500 scanned pages at 300 dpi has 150 MB.
  document: 200 * megabyte,
  // A year of weighings of one station as CSV.
  text: 100 * megabyte,
  // Eight hours of an interview, uncompressed telephone quality.
  audio: 500 * megabyte,
  // Two hours of a body camera at 4 Mbit/s; what FAT32 cards of recorders can hold in one file.
  video: 4_096 * megabyte,
  // Photographs and a video of one case.
  archive: 1_024 * megabyte,
}

export const familyWords: Readonly<Record<FileFamily, Words>> = {
  image: { zh: '图片', en: 'images' },
  document: { zh: '文档', en: 'documents' },
  text: { zh: '文本', en: 'plain texts' },
  audio: { zh: '录音', en: 'sound' },
  video: { zh: '视频', en: 'video' },
  archive: { zh: '压缩包', en: 'archives' },
}

/** Names inside an Office file that make it refused, whatever it is called: macros. */
export const macros = /(^|\/)vba(Project|Data)\b[^/]*$/i

/** Names inside an archive that make it refused: what a double click would run. */
export const runnable =
  /\.(exe|dll|com|scr|pif|cpl|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|lnk|reg|jar|class|apk|app|deb|rpm|sh|elf|so|svg|html?|xhtml|docm|xlsm|pptm)$/i
