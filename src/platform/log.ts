import pg from 'pg'
import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger }

/**
 * The log for operators: structured, ids only. What people did stands in the event log; personal data and payloads
 * never come here (P25), so objects are logged field by field, never whole requests or bodies.
 */
export function openLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    { level, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } },
    destination,
  )
}

/**
 * An error without what people typed: PostgreSQL quotes the offending row in `detail`, and the offending value in the message
 * of a data exception (class 22).
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = error.stack?.match(/^ {4}at .*$/gm)?.join('\n')
  if (!(error instanceof pg.DatabaseError)) return { type: error.name, message: error.message, stack: frames }
  const { code, schema, table, constraint, routine, severity } = error
  const message = code?.startsWith('22') ? 'data exception' : error.message
  return { type: 'DatabaseError', message, severity, code, schema, table, constraint, routine, stack: frames }
}
