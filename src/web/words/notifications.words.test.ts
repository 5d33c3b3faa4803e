import { expect, test } from 'vitest'
import { deliveryFault } from './notifications.words.ts'

test('what a receiving program answered is said in words with its number', () => {
  expect(deliveryFault('answered-500')).toEqual({ zh: '接收程序答复 500', en: 'the program answered 500' })
})

test('what else goes wrong on the way is said in words too', () => {
  for (const fault of ['unreachable', 'timeout', 'certificate', 'refused-for-now', 'address-not-allowed'])
    expect(deliveryFault(fault).zh).toMatch(/[\u4e00-\u9fff]/)
})
