import { expect, test } from 'vitest'
import { z } from 'zod'
import { kindOf } from '../../features/matters/matters.ts'
import { type FormSchema, fieldKind, isOwnNames, offeredOptions, plain, variantsOf } from './form-schema.ts'

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

test('stations are offered where something is weighed, kept or seized', () => {
  const formOf = (kind: string, action: string) =>
    z.toJSONSchema(kindOf(kind).forms[action] ?? z.never(), { io: 'input' }) as FormSchema
  const transfer = formOf('case-transfer', 'submit').properties
  const places = [
    plain(transfer?.overload ?? {}).properties?.station,
    plain(transfer?.measures ?? {}).items?.properties?.place,
    formOf('case', 'seize').properties?.place,
    formOf('case', 'registerEvidence').properties?.place,
  ]

  expect(places.map((place) => fieldKind(place ?? {}))).toEqual(['station', 'station', 'station', 'station'])
})

test('a measure is taken in the name of one’s own agency or its bureau; whom one writes to may be anybody', () => {
  const formOf = (action: string) =>
    z.toJSONSchema(kindOf('execution-help').forms[action] ?? z.never(), { io: 'input' }) as FormSchema
  const result = plain(formOf('report').properties?.results ?? {}).items ?? {}
  const measure = variantsOf(result)?.of.coerced?.properties?.inNameOf ?? {}

  expect(isOwnNames(plain(measure))).toBe(true)
  expect(isOwnNames(plain(formOf('submit').properties?.to ?? {}))).toBe(false)
})
