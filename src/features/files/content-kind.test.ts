import { expect, test } from 'vitest'
import { acceptedFileKinds, defaultSizeLimits } from './accepted-file-kinds.ts'
import { checkArchive, isShown, kindOfHead, kindsOfName } from './content-kind.ts'
import { anMp4, aPdf, aPng, aZip } from './sample-files.fixture.ts'

/** What becomes of a file with this name and these bytes: its media type, or why not. */
async function judged(name: string, bytes: Buffer, declared?: string): Promise<string> {
  try {
    const kinds = kindsOfName(name, declared)
    const { kind, mediaType } = await kindOfHead(kinds, bytes.subarray(0, 65_536), name)
    await checkArchive(kind, async (at, length) => bytes.subarray(at, at + length), bytes.length, name)
    return mediaType
  } catch (refusal) {
    const { zh, en } = (refusal as { words: { zh: string; en: string } }).words
    expect(en.length, 'the same in English').toBeGreaterThan(40)
    return zh
  }
}

const docx = aZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })
/** An archive that says its directory has 4 GB and begins before the file. */
function lyingDirectory(): Buffer {
  const archive = aZip({ '照片.jpg': 'x' })
  archive.writeUInt32LE(0xffff_fffe, archive.length - 10)
  archive.writeUInt32LE(0xffff_fff0, archive.length - 6)
  return archive
}
const gb18030 = Buffer.from([0xb0, 0xb8, 0xbc, 0xfe, 0x0a, 0x31])

test.each([
  ['照片.JPG', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'image/jpeg'],
  ['照片.png', aPng(), 'image/png'],
  ['笔录.pdf', aPdf(), 'application/pdf'],
  ['执法记录.mp4', anMp4(), 'video/mp4'],
  ['监控.dav', Buffer.from('DHAV\xfd\0\0\0'.padEnd(200, 'x'), 'latin1'), 'application/octet-stream'],
  ['监控.mp4', Buffer.from('IMKH\x01\x01\0\0'.padEnd(200, 'x'), 'latin1'), 'application/octet-stream'],
  ['文书.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['旧文书.doc', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1_200, '0'), 'hex'), 'application/msword'],
  ['公文.ofd', aZip({ 'OFD.xml': '<ofd:OFD/>' }), 'application/ofd'],
  ['说明.txt', Buffer.from('称重 41.2 吨\n'), 'text/plain; charset=utf-8'],
  ['说明.txt', gb18030, 'text/plain; charset=gb18030'],
  ['说明.txt', Buffer.from('\ufeff案件', 'utf16le'), 'text/plain; charset=utf-16le'],
  ['称重.csv', Buffer.from('车牌,吨\n吉C00001,41.2\n'), 'text/plain; charset=utf-8'],
  ['数据.xml', Buffer.from('<?xml version="1.0"?><weighings/>'), 'text/plain; charset=utf-8'],
  ['材料.zip', aZip({ '照片/1.jpg': 'x', '称重单.pdf': 'y' }), 'application/zip'],
])('%s is accepted as what it is', async (name, bytes, mediaType) => {
  expect(await judged(name, bytes)).toBe(mediaType)
})

test.each([
  ['a PDF called .jpg', '照片.jpg', aPdf(), /文件内容与扩展名不符.*“pdf”/],
  [
    'a program called .jpg',
    '照片.jpg',
    Buffer.from(`MZ${'\x90'.repeat(200)}`, 'latin1'),
    /文件内容与扩展名不符.*“exe”/,
  ],
  ['a program', '安装.exe', Buffer.from('MZ'), /不接受“\.exe”文件/],
  ['a web page', '页面.html', Buffer.from('<html>'), /不接受“\.html”文件/],
  ['a drawing called .png', '图.png', Buffer.from('<svg onload="x()"/>'.padEnd(300)), /文件内容与扩展名不符/],
  ['a picture that is cut off in its first bytes', '照片.png', aPng().subarray(0, 5), /文件内容与扩展名不符/],
  ['a way out of an archive', '材料.zip', aZip({ '照片.jpg': 'x', '../../home/x.jpg': 'y' }), /解压目录之外/],
  ['a way to the root', '材料.zip', aZip({ '/etc/cron.d/x': 'y' }), /解压目录之外/],
  ['a way to a drive', '材料.zip', aZip({ 'C:\\Windows\\x.txt': 'y' }), /解压目录之外/],
  [
    'a way out of a document',
    '文书.docx',
    aZip({ 'word/document.xml': '<w/>', 'word\\..\\..\\x': 'y' }),
    /解压目录之外/,
  ],
  ['an archive whose directory lies about its place', '材料.zip', lyingDirectory(), /不完整或已损坏/],
  ['a drawing that can run scripts', '图.svg', Buffer.from('<svg/>'), /不接受“\.svg”文件/],
  ['a web page called .txt', '说明.txt', Buffer.from('\n<!DOCTYPE html><script>1</script>'), /是网页/],
  ['a drawing called .xml', '图.xml', Buffer.from('<?xml version="1.0"?>\n<svg onload="x()"/>'), /是网页/],
  ['a script called .txt', '说明.txt', Buffer.from('#!/bin/sh\nrm -rf /'), /是脚本/],
  ['bytes called .txt', '说明.txt', Buffer.from([1, 0, 2, 0, 255]), /无法识别或已损坏/],
  ['no extension', '照片', aPng(), /不接受没有扩展名的文件/],
  ['an archive called .docx', '文书.docx', aZip({ 'a.txt': 'x' }), /文件内容与扩展名不符/],
  ['a spreadsheet called .docx', '文书.docx', aZip({ 'xl/workbook.xml': 'x' }), /文件内容与扩展名不符/],
  [
    'a document with macros under the name of one without',
    '文书.docx',
    aZip({ 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'x' }),
    /文件带有宏/,
  ],
  ['a document that breaks off', '文书.docx', docx.subarray(0, 80), /不完整或已损坏/],
  [
    'a program in an archive',
    '材料.zip',
    aZip({ '照片.jpg': 'x', '播放器/Player.EXE': 'y' }),
    /可执行文件.*Player\.EXE/,
  ],
])('%s is refused with what to do', async (_what, name, bytes, words) => {
  expect(await judged(name, bytes)).toMatch(words)
})

test('a declared type that belongs to another kind is refused; what browsers make up is not', async () => {
  expect(await judged('照片.png', aPng(), 'application/pdf')).toMatch(/与声明的类型“application\/pdf”不符/)
  expect(await judged('照片.png', aPng(), 'image/png')).toBe('image/png')
  expect(await judged('照片.png', aPng(), 'application/octet-stream')).toBe('image/png')
  expect(await judged('称重.csv', Buffer.from('a,b'), 'application/vnd.ms-excel')).toBe(
    'text/plain; charset=utf-8',
  )
  expect(await judged('旧文书.doc', aPng(), 'application/msword')).toMatch(/文件内容与扩展名不符/)
})

test('only pictures, PDF, sound, video and plain text are ever shown in our page', () => {
  const shown = new Set(
    acceptedFileKinds.filter((kind) => isShown(kind.mediaType)).map(({ mediaType }) => mediaType),
  )

  expect([...shown].sort()).toMatchInlineSnapshot(`
    [
      "application/pdf",
      "audio/aac",
      "audio/flac",
      "audio/mp4",
      "audio/mpeg",
      "audio/ogg",
      "audio/wav",
      "image/avif",
      "image/bmp",
      "image/gif",
      "image/jpeg",
      "image/png",
      "image/webp",
      "text/plain",
      "video/mp4",
      "video/webm",
    ]
  `)
  expect(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml'].some(isShown)).toBe(false)
})

test('every family has a size limit', () => {
  for (const { family } of acceptedFileKinds) expect(defaultSizeLimits[family]).toBeGreaterThan(1_000_000)
})
