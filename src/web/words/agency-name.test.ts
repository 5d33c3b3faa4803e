import { expect, test } from 'vitest'
import { agencyName, agencyShortName } from './agency-name.ts'

const brigade = {
  name: '昌图县交通运输综合行政执法大队',
  nameEn: 'Changtu County Transport Enforcement Brigade',
  shortName: '昌图执法大队',
}

test('an agency is called by its name in the language of the reader, in lists by a short one', () => {
  expect(agencyName('zh', brigade)).toBe('昌图县交通运输综合行政执法大队')
  expect(agencyShortName('zh', brigade)).toBe('昌图执法大队')
  expect(agencyName('en', brigade)).toBe('Changtu County Transport Enforcement Brigade')
  expect(agencyShortName('en', brigade)).toBe('Changtu County Brigade')
})

test('an agency without an English name keeps its Chinese one', () => {
  expect(agencyName('en', { ...brigade, nameEn: '' })).toBe(brigade.name)
  expect(agencyShortName('en', { ...brigade, nameEn: '' })).toBe(brigade.shortName)
})
