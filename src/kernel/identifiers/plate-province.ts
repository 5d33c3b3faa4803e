/** The two digits of a province (GB/T 2260) by the first character of a plate. */
const provinceByCharacter: Readonly<Record<string, string>> = {
  京: '11',
  津: '12',
  冀: '13',
  晋: '14',
  蒙: '15',
  辽: '21',
  吉: '22',
  黑: '23',
  沪: '31',
  苏: '32',
  浙: '33',
  皖: '34',
  闽: '35',
  赣: '36',
  鲁: '37',
  豫: '41',
  鄂: '42',
  湘: '43',
  粤: '44',
  桂: '45',
  琼: '46',
  渝: '50',
  川: '51',
  贵: '52',
  云: '53',
  藏: '54',
  陕: '61',
  甘: '62',
  青: '63',
  宁: '64',
  新: '65',
}

/** The province in which a vehicle is registered 车籍地, as the two digits its division codes begin with; undefined where the plate does not say. */
export const provinceOfPlate = (plate: string): string | undefined =>
  provinceByCharacter[[...plate.trim()][0] ?? '']
