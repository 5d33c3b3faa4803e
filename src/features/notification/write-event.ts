import { createHmac } from 'node:crypto'
import type { TellableNews } from './read-news.ts'

/**
 * What an agency's program is sent: JSON without personal data, and headers that prove where it comes from. The signature is
 * HMAC-SHA-256 over `timestamp.body` with the agency's secret, as `v1=hex`; the timestamp (seconds) is of this try, the
 * event's id is the same at every try.
 */
export function signedEvent(
  event: {
    readonly id: string
    readonly isTest: boolean
    readonly agencyId: string
    readonly madeAt: string
  },
  news: TellableNews | undefined,
  { secret, now, address }: { readonly secret: string; readonly now: string; readonly address: string },
): { readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  const body = JSON.stringify({
    id: event.id,
    sort: event.isTest ? 'test' : (news?.sort ?? 'news'),
    agencyId: event.agencyId,
    at: news?.at ?? event.madeAt,
    ...(news
      ? {
          type: news.type,
          urgent: news.isUrgent,
          leg: news.leg,
          dueAt: news.dueAt,
          matter: {
            id: news.matterId,
            number: news.number,
            kind: news.kind,
            link: `${address}/matters/${news.matterId}`,
          },
        }
      : {}),
  })
  const timestamp = String(Math.floor(Date.parse(now) / 1_000))
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'xiezhi',
      'xiezhi-event': event.id,
      'xiezhi-timestamp': timestamp,
      'xiezhi-signature': `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
    },
  }
}
