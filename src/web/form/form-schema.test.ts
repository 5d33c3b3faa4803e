import { expect, test } from 'vitest'
import { z } from 'zod'
import { kindOf } from '../../features/matters/matters.ts'
import { type FormSchema, offeredOptions } from './form-schema.ts'

test('a partner is offered what it can refer to transport, a transport agency what goes to partners', () => {
  const form = z.toJSONSchema(kindOf('partner-referral').forms.send ?? z.never(), {
    io: 'input',
  }) as FormSchema
  const type = form.properties?.referral?.properties?.type ?? {}
  const [toPartners, fromPartners] = [
    offeredOptions(type, ['open', 'handle'], undefined),
    offeredOptions(type, ['handle', 'refer'], undefined),
  ]

  expect(toPartners).toContain('forged-plates')
  expect(fromPartners).toContain('ride-hailing')
  expect([...toPartners, ...fromPartners].toSorted()).toEqual(type.enum?.toSorted())
  // What somebody of the other side chose is not lost from sight.
  expect(offeredOptions(type, ['refer'], 'forged-plates')).toContain('forged-plates')
})
