import { expect, test } from 'vitest'
import { commonSuperiorPath, directs, isWithin } from './agency-path.ts'

const changtu = '/000000/210000/211200/211224/211224-ZF/'
const kaiyuan = '/000000/210000/211200/211282/211282-ZF/'
const yinzhou = '/000000/210000/211200/211200-ZF/211202-ZF/'
const qinghe = '/000000/210000/211200/211200-ZF/211204-ZF/'
const tieling = '/000000/210000/211200/211200-ZF/'
const shenyang = '/000000/210000/210100/210100-ZF/'
const siping = '/000000/220000/220300/220300-ZF/'
const expressway = '/000000/210000/210000-ZF/210000-GS1/210000-GS1-04/'
const expresswayNext = '/000000/210000/210000-ZF/210000-GS1/210000-GS1-03/'
const office = '/000000/210000/210000-FW/'
const changbai = '/000000/220000/220000.CBS/220000.CBS-ZF/'
const police = '/211224-GA/'

test.each([
  ['two counties of a city', changtu, kaiyuan, '/000000/210000/211200/'],
  ['two districts of a city, whose detachment is no department', yinzhou, qinghe, '/000000/210000/211200/'],
  ['a county and its city’s detachment', changtu, tieling, '/000000/210000/211200/'],
  ['two cities of a province', changtu, shenyang, '/000000/210000/'],
  ['two provinces', changtu, siping, '/000000/'],
  ['two brigades of one expressway', expressway, expresswayNext, '/000000/210000/'],
  ['the county and the expressway through it', changtu, expressway, '/000000/210000/'],
  ['an office and a city', office, tieling, '/000000/210000/'],
  [
    'a bureau without a division of its own and its team',
    changbai,
    '/000000/220000/220000.CBS/',
    '/000000/220000/220000.CBS/',
  ],
  [
    'an agency and its own department',
    changtu,
    '/000000/210000/211200/211224/',
    '/000000/210000/211200/211224/',
  ],
  ['a partner and a transport agency', changtu, police, undefined],
  ['two partners', '/211200-GA/', police, undefined],
])('the common superior of %s', (_, one, other, superior) => {
  expect(commonSuperiorPath(one, other)).toBe(superior)
  expect(commonSuperiorPath(other, one)).toBe(superior)
})

test('an agency lies within itself and what is above it, and within nothing beside it', () => {
  expect(isWithin(changtu, changtu)).toBe(true)
  expect(isWithin(changtu, '/000000/210000/')).toBe(true)
  expect(isWithin('/000000/210000/', changtu)).toBe(false)
  expect(isWithin(changtu, siping)).toBe(false)
})

test('a detachment directs the brigades of its counties, and nobody directs upwards, sideways or himself', () => {
  expect(directs(tieling, changtu)).toBe(true)
  expect(directs(tieling, yinzhou)).toBe(true)
  expect(directs('/000000/210000/211200/', changtu)).toBe(true)
  expect(directs(changtu, tieling)).toBe(false)
  expect(directs(changtu, kaiyuan)).toBe(false)
  expect(directs(siping, changtu)).toBe(false)
  expect(directs(expressway, changtu)).toBe(false)
  expect(directs(changtu, changtu)).toBe(false)
})
