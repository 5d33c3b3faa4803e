import { expect, test } from 'vitest'
import { maskIdNumber, maskName, maskPhone } from './mask.ts'

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
