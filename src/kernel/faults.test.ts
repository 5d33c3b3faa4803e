import { expect, test } from 'vitest'
import { invalidInput, refuseTogether } from './faults.ts'
import { Refusal } from './refusal.ts'

const fault = (...path: string[]) => ({ path, message: { zh: '请核对。', en: 'Check it.' } })
const finds =
  (...path: string[]) =>
  async () => {
    throw invalidInput([fault(...path)])
  }

test('several checks refuse with all their faults, in their order', async () => {
  const refused = refuseTogether(finds('facts', 'at'), () => {}, finds('to'))

  await expect(refused).rejects.toMatchObject({
    code: 'invalid-input',
    faults: [fault('facts', 'at'), fault('to')],
  })
  await expect(refuseTogether(() => {})).resolves.toBeUndefined()
})

test('what is refused for another reason is refused as it is', async () => {
  const settled = () => {
    throw new Refusal('not-now', { zh: '这件事项已经办结。', en: 'This matter is settled.' })
  }

  await expect(refuseTogether(finds('to'), settled)).rejects.toMatchObject({ code: 'not-now' })
})
