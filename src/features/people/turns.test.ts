import { expect, test } from 'vitest'
import { takeTurns } from './turns.ts'

test('two work at a time, two wait, the fifth is asked to come back, and a failure frees its place', async () => {
  const inTurn = takeTurns(2, 2)
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<string>())
  const begun: number[] = []
  const work = (index: number) =>
    inTurn(() => {
      begun.push(index)
      return gates[index]?.promise ?? Promise.resolve('')
    })
  const all = [work(0), work(1), work(2), work(3)]

  await expect(work(4)).rejects.toMatchObject({ code: 'too-many' })
  expect(begun).toEqual([0, 1])
  gates[1]?.reject(new Error('broken'))
  await expect(all[1]).rejects.toThrow('broken')
  await Promise.resolve()
  expect(begun).toEqual([0, 1, 2])
  for (const gate of gates) gate.resolve('done')
  expect(await Promise.all([all[0], all[2], all[3]])).toEqual(['done', 'done', 'done'])
  expect(await inTurn(async () => 'again')).toBe('again')
})
