import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An event as an agency's program got it. */
export type ReceivedEvent = { readonly headers: IncomingHttpHeaders; readonly body: string }

/** An agency's program that takes events, or misbehaves as told. */
export type WebhookReceiver = AsyncDisposable & {
  readonly url: string
  /** The status it answers with; `hang` for no answer. */
  manner: number | 'hang'
  readonly received: ReceivedEvent[]
}

/** Listens on a port of its own. */
export async function aWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedEvent[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      if (receiver.manner !== 'hang') response.writeHead(receiver.manner).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    manner: 204,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
  return receiver
}
