import { expect, test } from 'vitest'
import { homeOfPlate } from './plate-home.ts'

test.each([
  ['冀H·12345', '冀H', '130800'],
  ['辽MTEST1', '辽M', '211200'],
  ['鲁V12345', '鲁V', '370700'],
  ['苏U12345', '苏U', '320500'],
  ['豫UTEST1', '豫U', '419001'],
  ['粤BD12345', '粤B', '440300'],
])('%s was issued under %s by %s', (plate, prefix, division) => {
  expect(homeOfPlate(plate)).toEqual({ prefix, divisions: [division], isProvinceOnly: false })
})

test('a municipality is told whole by any of its letters', () => {
  expect(homeOfPlate('京NTEST1')).toEqual({ prefix: '京N', divisions: ['110000'], isProvinceOnly: false })
})

test('where districts were reformed one letter has several homes, the likeliest first', () => {
  expect(homeOfPlate('吉CTEST1')?.divisions).toEqual(['220300', '220184'])
  expect(homeOfPlate('皖QTEST1')?.divisions).toEqual(['340100', '340200', '340500'])
})

test('a letter that tells nothing leaves the province', () => {
  for (const plate of ['琼CTEST1', '冀XTEST1', '吉KTEST1', '闽KTEST1'])
    expect(homeOfPlate(plate)).toMatchObject({
      divisions: [expect.stringMatching(/^\d\d0000$/)],
      isProvinceOnly: true,
    })
})

test('plates without a province have no home', () => {
  for (const plate of ['123456使', 'VA12345', 'ABC123', '']) expect(homeOfPlate(plate)).toBeUndefined()
})
