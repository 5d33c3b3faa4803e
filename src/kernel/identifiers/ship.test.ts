import { expect, test } from 'vitest'
import { checkImo, checkMmsi, checkShipNumber } from './ship.ts'

test('a Chinese MMSI is fine, a foreign one is a warning, eight digits are none', () => {
  expect(checkMmsi('412345678')).toMatchObject({ ok: true, warnings: [] })
  expect(checkMmsi('413 000 111')).toMatchObject({ ok: true, value: '413000111', warnings: [] })
  expect(checkMmsi('477345678')).toMatchObject({ ok: true, warnings: [{}] })
  expect(checkMmsi('41234567')).toMatchObject({ ok: false, overridable: false })
})

test('an IMO number carries a check digit', () => {
  expect(checkImo('9074729')).toMatchObject({ ok: true })
  expect(checkImo('IMO 9074729')).toMatchObject({ ok: true, value: '9074729' })
  expect(checkImo('9074728')).toMatchObject({ ok: false, overridable: true })
  expect(checkImo('907472')).toMatchObject({ ok: false, overridable: false })
})

test('a ship identification number is CN and eleven digits', () => {
  expect(checkShipNumber('cn20191234567')).toMatchObject({ ok: true, value: 'CN20191234567' })
  expect(checkShipNumber('CN2019123456')).toMatchObject({ ok: false, overridable: true })
})
