/** 省简称 by the first two digits of a division (GB/T 2260). */
const provinces: Readonly<Record<string, string>> = {
  11: '京',
  12: '津',
  13: '冀',
  14: '晋',
  15: '蒙',
  21: '辽',
  22: '吉',
  23: '黑',
  31: '沪',
  32: '苏',
  33: '浙',
  34: '皖',
  35: '闽',
  36: '赣',
  37: '鲁',
  41: '豫',
  42: '鄂',
  43: '湘',
  44: '粤',
  45: '桂',
  46: '琼',
  50: '渝',
  51: '川',
  52: '贵',
  53: '云',
  54: '藏',
  61: '陕',
  62: '甘',
  63: '青',
  64: '宁',
  65: '新',
}

/**
 * The sign of an agency 机关代字 as long as its leader has set none: the short name of its province and its own short name, which tells it from
 * every other in the directory. A name that begins with its province's 简称 stands by itself: 辽宁…, not 辽辽宁….
 */
export function defaultSign(agency: {
  readonly divisionCode: string | null
  readonly shortName: string
}): string {
  const province = provinces[agency.divisionCode?.slice(0, 2) ?? ''] ?? ''
  const name = agency.shortName.replaceAll(/[\s〔〕[\]()（）0-9]/g, '')
  return name.startsWith(province) ? name : `${province}${name}`
}
