import { z } from 'zod'
import { checkCitizenId } from '../../../kernel/identifiers/citizen-id.ts'
import { checkCreditCode } from '../../../kernel/identifiers/credit-code.ts'
import { checkPlate, type PlateColour, plateColours } from '../../../kernel/identifiers/plate.ts'
import { checkMmsi, checkShipNumber } from '../../../kernel/identifiers/ship.ts'
import { personal, text } from '../../../kernel/text.ts'
import { choice, identifier, mindFault, phone } from './form-fields.ts'

/**
 * Whom and what enforcement is about 监管对象, as several kinds carry it. Personal details are marked, so that they are
 * masked wherever they are shown. Identifiers are checked and stored as written.
 */

/** What the vehicle is, as enforcement tells vehicles apart. */
export const vehicleTypes = [
  'coach',
  'tour-coach',
  'hazmat',
  'truck',
  'tractor',
  'trailer',
  'bus',
  'taxi',
  'ride-hailing',
  'car',
  'other',
] as const

/** Ship types 船舶类型, the first two digits of the ministry's code. */
export const shipTypes = ['passenger', 'cargo', 'tanker', 'engineering', 'work', 'tug', 'other'] as const

const colourCodes = Object.keys(plateColours) as [PlateColour, ...PlateColour[]]

/** The characters of a plate; one of no known pattern is explained in the field `plateNote` beside it. */
export const plate = () => text(20).meta({ widget: 'plate', explainedBy: 'plateNote' })

/** The colour of a plate. */
export const plateColour = () => z.enum(colourCodes).meta({ widget: 'plate-colour' })

/**
 * A vehicle: the key is plate and colour together, because one string of characters may exist in two colours. A temporary,
 * farm or foreign plate, of which no pattern is known, needs a sentence that says what it is.
 */
export const Vehicle = z
  .strictObject({
    plate: plate(),
    colour: plateColour(),
    plateNote: text(200).optional(),
    type: choice(vehicleTypes).optional(),
    transportCertificate: text(60).optional(),
    trailerPlate: plate().optional(),
    owner: personal(text(150), 'name').optional(),
  })
  .superRefine(({ plate, trailerPlate, plateNote }, context) => {
    mindFault(context, ['plate'], checkPlate(plate), plateNote)
    if (trailerPlate !== undefined) mindFault(context, ['trailerPlate'], checkPlate(trailerPlate), plateNote)
  })

/** A ship, by its name and whichever numbers are known. */
export const Ship = z.strictObject({
  name: text(100),
  type: choice(shipTypes).optional(),
  mmsi: identifier(text(20), checkMmsi).optional(),
  identificationNumber: identifier(text(30), checkShipNumber).optional(),
  transportCertificate: text(60).optional(),
  operator: personal(text(150), 'name').optional(),
})

/** A natural person 自然人. The old fifteen digits of a citizen's number are accepted. */
export const Person = z
  .strictObject({
    kind: z.literal('person'),
    name: personal(text(60), 'name'),
    idNumber: personal(
      text(30).meta({ widget: 'citizen-id', explainedBy: 'idNumberNote' }),
      'id-number',
    ).optional(),
    idNumberNote: text(200).optional(),
    phone: personal(phone(), 'phone').optional(),
    address: personal(text(200), 'address').optional(),
  })
  .superRefine(({ idNumber, idNumberNote }, context) => {
    if (idNumber !== undefined) mindFault(context, ['idNumber'], checkCitizenId(idNumber), idNumberNote)
  })

/**
 * A legal person or other organisation 单位. Some real credit codes fail their own check digit: such a one is accepted with a
 * sentence that says so.
 */
export const Organisation = z
  .strictObject({
    kind: z.literal('organisation'),
    name: text(150),
    creditCode: text(18).meta({ widget: 'credit-code', explainedBy: 'creditCodeNote' }).optional(),
    creditCodeNote: text(200).optional(),
    representative: personal(text(60), 'name').optional(),
    phone: personal(phone(), 'phone').optional(),
    address: personal(text(200), 'address').optional(),
  })
  .superRefine(({ creditCode, creditCodeNote }, context) => {
    if (creditCode !== undefined)
      mindFault(context, ['creditCode'], checkCreditCode(creditCode), creditCodeNote)
  })

/** The party to a case 当事人. */
export const Party = z.discriminatedUnion('kind', [Person, Organisation])

/** Whatever enforcement looks for: a vehicle, a ship, an organisation or a person, told apart by `kind`. */
export const Subject = z.discriminatedUnion('kind', [
  Vehicle.safeExtend({ kind: z.literal('vehicle') }),
  Ship.extend({ kind: z.literal('ship') }),
  Organisation,
  Person,
])
