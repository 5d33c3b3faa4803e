import { type Logger, pino } from 'pino'

export type { Logger }

/**
 * The log for operators: structured, ids only. What people did stands in the event log; personal data and payloads
 * never come here (P25), so objects are logged field by field, never whole requests or bodies.
 */
export function openLog(level: string): Logger {
  return pino({ level, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
