import { z } from 'zod'
import { AccountId, AgencyId } from '../../kernel/ids.ts'
import { kindCodes, levelCodes } from './agency-kinds.ts'
import { lineCodes } from './lines-of-business.ts'

export const Line = z.enum(lineCodes).describe('Line of business 业务条线')
export const DivisionCode = z
  .string()
  .regex(/^\d{6}$/)
  .describe('Division code, GB/T 2260 行政区划代码')
export const AgencyCode = z
  .string()
  .max(40)
  .regex(/^\d{6}(\.[A-Z]+)?(-[A-Z0-9]+)*$/)
  .describe('Code of an agency 机构代码, such as 211224-ZF')
export const AllianceCode = z
  .string()
  .regex(/^[a-z0-9-]{2,60}$/)
  .describe('Code of an alliance 协作区域代码')
const Name = z.string().trim().min(1).max(100)
const Phone = z
  .string()
  .regex(/^\+?[\d -]{3,30}$/)
  .describe('Official telephone number 办公电话')

/** Makes somebody the liaison of a line of business. */
export const AppointLiaison = z.strictObject({
  agencyId: AgencyId,
  line: Line,
  name: Name,
  phone: Phone,
  accountId: AccountId.optional().describe('The account of the person, if there is one'),
  note: z.string().trim().max(500).optional(),
})
export type AppointLiaison = z.infer<typeof AppointLiaison>

/** Says where somebody of the agency answers. */
export const SetDutyDesk = z.strictObject({
  agencyId: AgencyId,
  name: Name,
  phone: Phone,
  hours: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .describe('When it answers 值守时间, such as 全天 or 工作日 8:30–17:00'),
  urgent: z.boolean().describe('Whether urgent clues are taken outside the hours too'),
})
export type SetDutyDesk = z.infer<typeof SetDutyDesk>

/** Founds an agency below another, or a partner beside the tree. */
export const FoundAgency = z.strictObject({
  code: AgencyCode,
  name: Name,
  nameEn: Name,
  shortName: z.string().trim().min(1).max(30),
  kind: z.enum(kindCodes).exclude(['ministry']),
  level: z.enum(levelCodes).exclude(['ministry']),
  parentId: AgencyId.optional().describe('Left out for a partner only: it has a line of its own'),
  divisionCode: DivisionCode,
  lines: z.array(Line).min(1).max(lineCodes.length),
  actsInNameOf: AgencyId.optional().describe('The department whose name stands on the documents'),
})
export type FoundAgency = z.infer<typeof FoundAgency>

/** Corrects what the directory says of an agency; what is left out stays. */
export const CorrectAgency = z.strictObject({
  agencyId: AgencyId,
  name: Name.optional(),
  nameEn: Name.optional(),
  shortName: z.string().trim().min(1).max(30).optional(),
  lines: z.array(Line).min(1).max(lineCodes.length).optional(),
})
export type CorrectAgency = z.infer<typeof CorrectAgency>

/** Closes an agency, naming the one that takes over. */
export const CloseAgency = z.strictObject({
  agencyId: AgencyId,
  successorId: AgencyId.optional(),
})
export type CloseAgency = z.infer<typeof CloseAgency>

/** An alliance as a whole: what is not listed is no longer in it. */
export const SetAlliance = z.strictObject({
  code: AllianceCode,
  name: Name,
  nameEn: Name,
  since: z.iso.date(),
  officeId: AgencyId.optional(),
  convenorId: AgencyId,
  kinds: z
    .array(z.string().min(1).max(60))
    .max(100)
    .optional()
    .describe('Kinds of matter covered; all if left out'),
  isDefault: z.boolean().default(false),
  deputies: z.array(AgencyId).max(200).default([]),
  members: z.array(AgencyId).max(1_000).default([]),
})
export type SetAlliance = z.infer<typeof SetAlliance>

// What the routes answer. They document; the queries build exactly these fields.

export const AgencyReply = z.object({
  id: AgencyId,
  code: AgencyCode,
  name: z.string(),
  nameEn: z.string(),
  shortName: z.string(),
  level: z.enum(levelCodes),
  kind: z.enum(kindCodes),
  divisionCode: DivisionCode.nullable(),
  path: z.string().describe('Codes from the root down, such as /000000/210000/'),
  active: z.boolean(),
})

export const AgencyPage = z.object({
  items: z.array(AgencyReply.extend({ lines: z.array(Line) })),
  next: z.string().nullable(),
})

export const LiaisonReply = z.object({
  id: z.uuid(),
  line: Line,
  name: z.string(),
  phone: z.string(),
  accountId: AccountId.nullable(),
  note: z.string().nullable(),
})

export const DutyDeskReply = z.object({
  name: z.string(),
  phone: z.string(),
  hours: z.string(),
  urgent: z.boolean(),
})

export const AllianceReply = z.object({
  id: z.uuid(),
  code: AllianceCode,
  name: z.string(),
  nameEn: z.string(),
  since: z.iso.date(),
  isDefault: z.boolean(),
  kinds: z.array(z.string()).nullable(),
  officeId: AgencyId.nullable(),
  convenorId: AgencyId,
})

export const AllianceList = z.object({
  items: z.array(
    AllianceReply.extend({
      members: z.array(
        z.object({
          role: z.enum(['member', 'convenor', 'deputy']),
          agency: AgencyReply.pick({ id: true, code: true, name: true, nameEn: true, shortName: true }),
        }),
      ),
    }),
  ),
})

export const AgencyProfileReply = AgencyReply.extend({
  nameConfidence: z.enum(['documented', 'pattern', 'confirmed']),
  divisionName: z.string().nullable(),
  divisionNameEn: z.string().nullable(),
  lines: z.array(Line),
  actsInNameOf: AgencyReply.nullable(),
  successor: AgencyReply.nullable(),
  parents: z.array(AgencyReply).describe('From the root down'),
  childrenCount: z.int(),
  liaisons: z.array(LiaisonReply),
  dutyDesk: DutyDeskReply.nullable(),
  neighbours: z.array(AgencyReply).describe('Agencies of the same kind in the divisions that touch'),
  alliances: z.array(AllianceReply),
  mayKeep: z.boolean().describe('Whether the reader may change its liaisons and duty desk'),
})

export const CommonSuperiorReply = z.object({
  superior: AgencyReply.nullable(),
  why: z.object({ zh: z.string(), en: z.string() }),
})

export const DivisionList = z.object({
  items: z.array(
    z.object({
      code: DivisionCode,
      name: z.string(),
      nameEn: z.string(),
      level: z.enum(['province', 'prefecture', 'county']),
      childrenCount: z.int(),
    }),
  ),
})
