import { z } from 'zod'

/** A file of a matter as the API answers it; a superset of the `AttachmentView` of a matter. */
export const FileView = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int().describe('Bytes'),
  digest: z.string().describe('SHA-256 of the bytes, hex'),
  item: z.string().nullable().describe('The item of the check-list of materials it satisfies'),
  note: z.string().nullable(),
  leg: z.number().int().nullable().describe('The conversation it belongs to; null: the whole matter'),
  addedAt: z.string(),
  addedBy: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('null: a program of the agency'),
  agency: z.object({ id: z.uuid(), name: z.string(), nameEn: z.string(), shortName: z.string() }),
  shown: z.boolean().describe('A browser may show it; otherwise it is downloaded'),
  internal: z.boolean().describe('Only for the agency that added it, for good'),
  withdrawn: z.object({ at: z.string(), reason: z.string() }).nullable(),
})
export type FileView = z.infer<typeof FileView>
