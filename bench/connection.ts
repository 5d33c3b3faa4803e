import { connect as open, type Socket } from 'node:net'

/** What a server answered. */
export type Answer = { readonly status: number; readonly text: string; readonly cookie: string | undefined }

export type Question = {
  readonly cookie?: string
  /** The idempotency key of a write. */
  readonly key?: string
  readonly body?: unknown
}

/** One kept-alive HTTP connection that asks one question after another. */
export type Connection = {
  ask(method: 'GET' | 'POST', path: string, question?: Question): Promise<Answer>
  close(): void
}

/**
 * Connects without Node's HTTP client, which costs more than our server's framework: client and server share two cores,
 * and the client's part would be counted against the server.
 */
export async function connect(address: string): Promise<Connection> {
  const { hostname, port } = new URL(address)
  const socket = open({ host: hostname, port: Number(port), noDelay: true })
  await new Promise<void>((done, fail) => socket.once('connect', done).once('error', fail))
  return {
    ask: (method, path, question = {}) =>
      ask(socket, requestText(method, `${hostname}:${port}`, path, question)),
    close: () => void socket.destroy(),
  }
}

function requestText(method: string, host: string, path: string, { cookie, key, body }: Question): string {
  const text = body === undefined ? '' : JSON.stringify(body)
  return [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    ...(key ? [`Idempotency-Key: ${key}`] : []),
    ...(body === undefined
      ? []
      : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`]),
    '',
    text,
  ].join('\r\n')
}

function ask(socket: Socket, request: string): Promise<Answer> {
  return new Promise((answer, fail) => {
    let received: Buffer = Buffer.alloc(0)
    const onPart = (part: Buffer): void => {
      received = received.length === 0 ? part : Buffer.concat([received, part])
      const whole = parse(received)
      if (!whole) return
      socket.off('data', onPart).off('close', onClose)
      answer(whole)
    }
    const onClose = (): void => fail(new Error('The server closed the connection.'))
    socket.on('data', onPart).once('close', onClose)
    socket.write(request)
  })
}

/** The answer when it is complete. Replies of the API carry their length; the benchmark asks for no others. */
function parse(received: Buffer): Answer | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  if (received.length < end + 4 + length) return undefined
  return {
    status: Number(head.slice(9, 12)),
    text: received.toString('utf8', end + 4, end + 4 + length),
    cookie: /\r\nset-cookie: ([^;]+)/i.exec(head)?.[1],
  }
}
