import { z } from 'zod'
import { hashSuites } from './hash-suite.ts'

/** 64 hexadecimal digits, lower case. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Id = z.string().regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/)
/** UTC with milliseconds. */
export const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)

/** An event as it is handed to somebody else: what was hashed, the hash, and the suite the hash was made with. */
export const EventRecord = z.strictObject({
  matter: Id,
  node: z.string().min(1).max(100),
  seq: z.int().min(1),
  prevHash: Hash.nullable(),
  at: Instant,
  actor: z.record(z.string(), z.json()),
  leg: z.int().min(1).nullable(),
  type: z.string().min(1).max(100),
  body: z.record(z.string(), z.json()),
  visibleTo: z.array(Id).nullable(),
  /** Left out where the body is not the recorded one, and of events that were recorded without. */
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  suite: z.enum(hashSuites),
  hash: Hash,
})
export type EventRecord = z.infer<typeof EventRecord>
