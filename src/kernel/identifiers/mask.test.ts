import { expect, test } from 'vitest'
import { maskAddress, maskIdNumber, maskName, maskPersonal, maskPhone } from './mask.ts'

test.each([
  ['210123199001011234', '210***********1234'],
  ['110105491231002', '110********1002'],
  ['E12345678', '*******78'],
  ['12', '*2'],
  ['1', '*'],
  ['', ''],
])('identity number %s is shown as %s', (number, shown) => expect(maskIdNumber(number)).toBe(shown))

test.each([
  ['13812345678', '138****5678'],
  ['024-12345678', '024*****5678'],
  ['12328', '***28'],
])('phone %s is shown as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown))

test.each([
  ['one character', '王', '王*'],
  ['two', '张三', '张*'],
  ['two, typed with a space', '张 三', '张*'],
  ['two, typed with a wide space', '张　三', '张*'],
  ['three', '张晓明', '张**'],
  ['four, of two surnames', '陈方安生', '陈**'],
  ['a surname of two characters', '欧阳锋', '欧阳*'],
  ['a surname of two characters and two more', '欧阳娜娜', '欧阳**'],
  ['the same as it is written elsewhere', '歐陽鋒', '歐陽*'],
  ['two that are no surname of two characters', '欧阳', '欧*'],
  ['a Mongolian name', '乌云·其木格', '乌**'],
  ['a Mongolian name without interpunct', '乌兰图雅', '乌**'],
  ['a Uyghur name', '阿依古丽·买买提', '阿**'],
  ['an interpunct of another keyboard', '阿卜杜拉•艾力', '阿**'],
  ['one letter before the interpunct', '买·艾', '买*'],
  ['a rare character outside the first plane', '𠮷田', '𠮷*'],
  ['a rare given name outside the first plane', '王𬸚𬀩', '王**'],
  ['a rare character in a chosen shape', '葛\u{E0100}城', '葛\u{E0100}*'],
  ['a rare character of the private area', '\uE863小明', '\uE863**'],
  ['a Latin name', 'John Smith', 'J**'],
  ['a short Latin name', 'Li', 'L*'],
  ['a Latin letter with an accent of its own', 'E\u0301milie', 'E\u0301**'],
  ['a Cyrillic name', 'Иван Петров', 'И**'],
  ['a name in Mongolian script', 'ᠪᠠᠲᠤ', 'ᠪ**'],
  ['a former name in brackets', '张三（曾用名李四）', '张*'],
  ['brackets of the other width', '张三(小三)', '张*'],
  ['brackets before the name', '（演示）钱某某', '钱**'],
  ['a bracket that is not closed', '王强（王小二', '王*'],
  ['nothing outside the brackets', '（李四）', '李*'],
  ['quotes', '“张三”', '张*'],
  ['no letter at all', '***', '*'],
  ['spaces', '  ', ''],
  ['nothing', '', ''],
])('of %s, %s, is shown %s', (_, name, shown) => expect(maskName(name)).toBe(shown))

test.each([
  ['辽宁省铁岭市铁岭县新台子镇', '辽宁省铁岭市****'],
  ['吉林省延边朝鲜族自治州敦化市', '吉林省延边朝鲜族自治州****'],
  ['新台子镇八里庄', '新台子****'],
  ['铁岭市', '****'],
  ['', '****'],
])('address %s is shown as %s', (address, shown) => expect(maskAddress(address)).toBe(shown))

test('a form masks each field by its kind', () => {
  expect(maskPersonal('name', '张三')).toBe('张*')
  expect(maskPersonal('phone', '13812345678')).toBe('138****5678')
})
