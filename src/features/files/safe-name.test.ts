import { expect, test } from 'vitest'
import { extensionOf, safeName } from './safe-name.ts'

test.each([
  ['plain', '现场照片.jpg', '现场照片.jpg'],
  ['a rare character beyond the basic plane 生僻字', '𠮷林𬭎询问笔录.pdf', '𠮷林𬭎询问笔录.pdf'],
  ['a rare character of the private use area', '\uE863某.pdf', '\uE863某.pdf'],
  ['an ideographic variation', '葛\u{E0100}城.pdf', '葛\u{E0100}城.pdf'],
  [
    'Mongolian with its separators and joiners',
    'ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠠᠴᠢᠶ\u180Eᠠ\u200D.pdf',
    'ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠠᠴᠢᠶ\u180Eᠠ\u200D.pdf',
  ],
  ['decomposed letters become NFC', 'Cafe\u0301.txt', 'Café.txt'],
  ['paths of Unix', '../../etc/passwd.txt', '_.._etc_passwd.txt'],
  ['paths of Windows', 'C:\\现场\\照片.jpg', 'C__现场_照片.jpg'],
  ['a name that reads backwards', '照片\u202Egpj.exe', '照片gpj.exe'],
  ['isolates and marks', '\u2066a\u2069\u200Eb\u200F.pdf', 'ab.pdf'],
  ['zero-width and tag characters', 'a\u200Bb\uFEFFc\u{E0041}.pdf', 'abc.pdf'],
  ['controls and line breaks', 'a\u0000b\r\nc\u007F\u0085.pdf', 'ab c .pdf'.replace(' .', '.')],
  ['broken surrogates', 'a\uD800b.pdf', 'ab.pdf'],
  ['hidden names', '...照片.jpg', '照片.jpg'],
  ['nothing but an extension', '.jpg', '未命名.jpg'],
  ['nothing at all', ' . .', '未命名'],
  ['trailing dots and blanks, which Windows drops', '照片.jpg. . ', '照片.jpg'],
  ['reserved by Windows', 'CON.pdf', '_CON.pdf'],
  ['reserved by Windows, several dots', 'com1.a.pdf', '_com1.a.pdf'],
  ['not reserved', 'console.pdf', 'console.pdf'],
  ['quotes and wildcards', 'a"b*c?d<e>f|g.pdf', 'a_b_c_d_e_f_g.pdf'],
])('%s', (_what, given, safe) => {
  expect(safeName(given)).toBe(safe)
  expect(safeName(safe)).toBe(safe)
})

test('a long name is shortened between characters and keeps its extension', () => {
  const long = safeName(`${'案'.repeat(300)}.PDF`)
  const rare = safeName(`${'𠮷\u{E0100}'.repeat(100)}.jpeg`)

  expect(long).toBe(`${'案'.repeat(78)}.PDF`)
  expect(rare).toBe(`${'𠮷\u{E0100}'.repeat(29)}.jpeg`)
  for (const name of [long, rare]) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240)
})

test('the extension is what follows the last dot, whatever its case', () => {
  expect(['a.JPG', 'a.tar.gz', 'a', 'a.案卷'].map(extensionOf)).toEqual(['jpg', 'gz', '', ''])
})
