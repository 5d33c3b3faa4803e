import { z } from 'zod'
import { EventRecord } from '../event-record.ts'
import { Refusal } from '../refusal.ts'
import { plain } from './capsule-fault.ts'

/** No event is longer; nobody's memory is filled with what is none. */
export const mostDisclosedBytes = 8_388_608

/** What `xiezhi export event` wrote; its seal is that of the capsule. */
const Disclosed = z.looseObject({ event: EventRecord })

/**
 * The event in a file that was handed out by itself.
 * @param bytes undefined where the file could not be read
 * @param name how the file is called, for the refusal
 * @throws Refusal `invalid-input` for anything else
 */
export function readDisclosed(bytes: Uint8Array | undefined, name: string): EventRecord {
  try {
    if (bytes && bytes.length <= mostDisclosedBytes)
      return Disclosed.parse(JSON.parse(new TextDecoder().decode(bytes))).event
  } catch {
    // No JSON, or of another shape: said below.
  }
  throw new Refusal('invalid-input', {
    zh: `${plain(name)} 不是单独出具的记录。请使用“xiezhi export event”写出的原文件。`,
    en: `${plain(name)} is no event that was handed out. Use the file that "xiezhi export event" wrote.`,
  })
}
