const provinces: Readonly<Record<string, string>> = {
  内蒙古自治区: 'Inner Mongolia',
  广西壮族自治区: 'Guangxi',
  西藏自治区: 'Tibet',
  宁夏回族自治区: 'Ningxia',
  新疆维吾尔自治区: 'Xinjiang',
  陕西省: 'Shaanxi Province',
  香港特别行政区: 'Hong Kong',
  澳门特别行政区: 'Macao',
  台湾省: 'Taiwan Province',
  哈尔滨市: 'Harbin City',
}

const endings: readonly (readonly [string, string])[] = [
  ['自治州', 'Autonomous Prefecture'],
  ['自治县', 'Autonomous County'],
  ['自治旗', 'Autonomous Banner'],
  ['地区', 'Prefecture'],
  ['省', 'Province'],
  ['市', 'City'],
  ['盟', 'League'],
  ['县', 'County'],
  ['旗', 'Banner'],
  ['区', 'District'],
]

/** The peoples in the name of an autonomous area; its English name does without them. */
const peoples =
  /(?:(?:蒙古|哈萨克|柯尔克孜)族?|(?:满|朝鲜|达斡尔|鄂温克|回|藏|维吾尔|苗|彝|壮|布依|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|羌|撒拉|毛南|仡佬|锡伯|保安|裕固|怒|独龙|布朗|普米|各)族)+$/

/**
 * The English name of a division from its Chinese name and its pinyin, one syllable per character: `昌图县` and
 * `chang tu xian` make `Changtu County`.
 */
export function englishDivisionName(name: string, pinyin: string): string {
  const known = provinces[name]
  if (known) return known
  const [ending, english] = endings.find(([tail]) => name.endsWith(tail) && name.length > tail.length) ?? [
    '',
    '',
  ]
  const body = name.slice(0, name.length - ending.length)
  const stem = ending.startsWith('自治') ? body.replace(peoples, '') || body : body
  return `${romanised(pinyin.split(' ').slice(0, stem.length))} ${english}`.trim()
}

/** Syllables written together as in GB/T 28039: an apostrophe before a vowel, ü for the v one types. */
function romanised(syllables: readonly string[]): string {
  const word = syllables
    .map((syllable, index) => (index > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable))
    .join('')
    .replaceAll(/([ln])v/g, '$1ü')
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
