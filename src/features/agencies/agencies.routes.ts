import { z } from 'zod'
import { AgencyId } from '../../kernel/ids.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type App, agencyActor, Paging } from '../../platform/http.ts'
import {
  AgencyPage,
  AgencyProfileReply,
  AgencyReply,
  AllianceCode,
  AllianceList,
  AppointLiaison,
  CloseAgency,
  CommonSuperiorReply,
  CorrectAgency,
  DivisionCode,
  DivisionList,
  FoundAgency,
  Line,
  SetAlliance,
  SetDutyDesk,
} from './agencies.contract.ts'
import { kindCodes, levelCodes } from './agency-kinds.ts'
import { agencyProfile } from './agency-profile.view.ts'
import { listAlliances } from './alliances.ts'
import { appointLiaison } from './appoint-liaison.ts'
import { closeAgency } from './close-agency.ts'
import { commonSuperior } from './common-superior.ts'
import { correctAgency } from './correct-agency.ts'
import { foundAgency } from './found-agency.ts'
import { listDivisions } from './list-divisions.ts'
import { removeLiaison } from './remove-liaison.ts'
import { searchAgencies } from './search-agencies.ts'
import { setAlliance } from './set-alliance.ts'
import { setDutyDesk } from './set-duty-desk.ts'

const tags = ['agencies']
const OneAgency = z.strictObject({ id: AgencyId })
const Created = z.object({ id: z.uuid() })
const Done = z.null().describe('Done; there is nothing to add')

const Search = Paging.extend({
  q: z.string().max(100).optional().describe('Name, pinyin, initials or code'),
  division: DivisionCode.optional(),
  line: Line.optional(),
  kind: z.enum(kindCodes).optional(),
  level: z.enum(levelCodes).optional(),
  neighbourOf: AgencyId.optional().describe('Agencies of the divisions that touch that of this agency'),
  alliance: AllianceCode.optional(),
  active: z.stringbool().optional().describe('false asks for closed agencies'),
}).strict()

/** The directory over HTTP: agencies, alliances, divisions, and the commands that keep them. */
export function agencyRoutes(app: App, { db }: { readonly db: Db }): void {
  app.get(
    '/api/v1/agencies',
    { schema: { tags, summary: 'Look agencies up', querystring: Search, response: { 200: AgencyPage } } },
    (request) => asActor(db, agencyActor(request), (tx) => searchAgencies(tx, request.query)),
  )
  app.get(
    '/api/v1/agencies/common-superior',
    {
      schema: {
        tags,
        summary: 'Who designates when two agencies cannot agree',
        querystring: z.strictObject({ a: AgencyId, b: AgencyId }),
        response: { 200: CommonSuperiorReply },
      },
    },
    (request) =>
      asActor(db, agencyActor(request), (tx) => commonSuperior(tx, request.query.a, request.query.b)),
  )
  app.get(
    '/api/v1/agencies/:id',
    {
      schema: {
        tags,
        summary: 'Everything the directory says of an agency',
        params: OneAgency,
        response: { 200: AgencyProfileReply },
      },
    },
    (request) => {
      const actor = agencyActor(request)
      return asActor(db, actor, (tx) => agencyProfile(tx, actor, request.params.id))
    },
  )
  app.get(
    '/api/v1/alliances',
    { schema: { tags, summary: 'All alliances and their members', response: { 200: AllianceList } } },
    (request) => asActor(db, agencyActor(request), async (tx) => ({ items: await listAlliances(tx) })),
  )
  app.get(
    '/api/v1/divisions',
    {
      schema: {
        tags,
        summary: 'The divisions directly below one, or the provinces',
        querystring: z.strictObject({ parent: DivisionCode.optional() }),
        response: { 200: DivisionList },
      },
    },
    (request) =>
      asActor(db, agencyActor(request), async (tx) => ({
        items: await listDivisions(tx, request.query.parent),
      })),
  )

  app.put(
    '/api/v1/agencies/:id/duty-desk',
    {
      schema: {
        tags,
        summary: 'Say where somebody of the agency answers',
        params: OneAgency,
        body: SetDutyDesk.omit({ agencyId: true }),
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      const actor = agencyActor(request)
      await asActor(db, actor, (tx) =>
        setDutyDesk(tx, actor, { ...request.body, agencyId: request.params.id }),
      )
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/v1/agencies/:id/liaisons',
    {
      schema: {
        tags,
        summary: 'Appoint a liaison for a line of business',
        params: OneAgency,
        body: AppointLiaison.omit({ agencyId: true }),
        response: { 201: Created },
      },
    },
    async (request, reply) => {
      const actor = agencyActor(request)
      const input = { ...request.body, agencyId: request.params.id }
      return reply.code(201).send(await asActor(db, actor, (tx) => appointLiaison(tx, actor, input)))
    },
  )
  app.delete(
    '/api/v1/liaisons/:id',
    {
      schema: {
        tags,
        summary: 'Take a liaison off the directory',
        params: z.strictObject({ id: z.uuid() }),
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      const actor = agencyActor(request)
      await asActor(db, actor, (tx) => removeLiaison(tx, actor, request.params.id))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/v1/agencies',
    { schema: { tags, summary: 'Found an agency', body: FoundAgency, response: { 201: AgencyReply } } },
    async (request, reply) => {
      const actor = agencyActor(request)
      return reply.code(201).send(await asActor(db, actor, (tx) => foundAgency(tx, actor, request.body)))
    },
  )
  app.patch(
    '/api/v1/agencies/:id',
    {
      schema: {
        tags,
        summary: 'Correct what the directory says of an agency',
        params: OneAgency,
        body: CorrectAgency.omit({ agencyId: true }),
        response: { 200: AgencyReply },
      },
    },
    (request) => {
      const actor = agencyActor(request)
      const input = { ...request.body, agencyId: request.params.id }
      return asActor(db, actor, (tx) => correctAgency(tx, actor, input))
    },
  )
  app.post(
    '/api/v1/agencies/:id/closure',
    {
      schema: {
        tags,
        summary: 'Close an agency and name its successor',
        params: OneAgency,
        body: CloseAgency.omit({ agencyId: true }),
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      const actor = agencyActor(request)
      await asActor(db, actor, (tx) =>
        closeAgency(tx, actor, { ...request.body, agencyId: request.params.id }),
      )
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/api/v1/alliances/:code',
    {
      schema: {
        tags,
        summary: 'Write an alliance and its members as a whole',
        params: z.strictObject({ code: AllianceCode }),
        body: SetAlliance.omit({ code: true }),
        response: { 200: Created },
      },
    },
    (request) => {
      const actor = agencyActor(request)
      const input = { ...request.body, code: request.params.code }
      return asActor(db, actor, (tx) => setAlliance(tx, actor, input))
    },
  )
}
