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
  ['张三', '张*'],
  ['欧阳锋', '欧**'],
  ['阿依古丽·买买提', '阿**'],
  ['𠮷田', '𠮷*'],
  ['王', '王*'],
  ['', ''],
])('name %s is shown as %s', (name, shown) => expect(maskName(name)).toBe(shown))

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
