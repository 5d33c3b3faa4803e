import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'

/** What a mail server does with what it is sent. */
export type Manner =
  | 'take'
  | 'hang'
  | 'hang-after-greeting'
  | 'refuse-address'
  | 'refuse-for-now'
  | 'refuse-sign-in'
  | 'break-off-after-data'

/** How it speaks TLS: from the first byte, or after STARTTLS. */
export type Encryption = { readonly key: string; readonly cert: string; readonly from: 'begin' | 'starttls' }

/** A mail as it lies in the mailbox. */
export type CaughtMail = {
  readonly to: string
  readonly id: string
  readonly raw: string
  readonly text: string
}

/** A mail server of our own: keeps what it takes, and misbehaves as told. */
export type SmtpCatcher = AsyncDisposable & {
  readonly url: string
  manner: Manner
  /** How often somebody showed a password. */
  signIns: number
  /** Every mail it was given whole, also those it never said yes to. */
  readonly given: CaughtMail[]
  /** The mailbox: of two with one Message-ID it keeps one, as mail servers do. */
  mailbox(): CaughtMail[]
}

/** Listens on a port of its own. */
export async function anSmtpCatcher(encryption?: Encryption): Promise<SmtpCatcher> {
  const sockets = new Set<Socket>()
  const given: CaughtMail[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    if (catcher.manner === 'hang') return
    if (encryption?.from === 'begin') converse(encrypted(socket), '220 catcher')
    else converse(socket, '220 catcher')
  })
  const encrypted = (socket: Socket): Socket =>
    new TLSSocket(socket, {
      isServer: true,
      secureContext: createSecureContext(encryption),
    }).on('error', () => {})
  const converse = (socket: Socket, greeting?: string): void => {
    let waiting = ''
    let letter: string | undefined
    let to = ''
    const say = (line: string) => void socket.write(`${line}\r\n`)
    const whole = (raw: string) => {
      given.push({ to, raw, id: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '', text: textOf(raw) })
      if (catcher.manner === 'break-off-after-data') socket.destroy()
      else say('250 taken')
    }
    const answer = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO' && catcher.manner === 'hang-after-greeting') return
      if (verb === 'EHLO')
        say(
          encryption?.from === 'starttls' && !(socket instanceof TLSSocket)
            ? '250-catcher\r\n250 STARTTLS'
            : '250-catcher\r\n250 AUTH PLAIN',
        )
      else if (verb === 'STAR') {
        say('220 go on')
        socket.removeAllListeners('data')
        converse(encrypted(socket))
      } else if (verb === 'AUTH') {
        catcher.signIns += 1
        say(catcher.manner === 'refuse-sign-in' ? '535 not with this password, 张三' : '235 welcome')
      } else if (verb === 'RCPT') {
        to = /<(.*)>/.exec(line)?.[1] ?? ''
        if (catcher.manner === 'refuse-address') say('550 no such mailbox: 张三')
        else if (catcher.manner === 'refuse-for-now') say('451 try later')
        else say('250 ok')
      } else if (verb === 'DATA') {
        letter = ''
        say('354 go on')
      } else if (verb === 'QUIT') socket.end('221 bye\r\n')
      else say('250 ok')
    }
    if (greeting) say(greeting)
    socket.on('data', (chunk) => {
      waiting += chunk.toString('latin1')
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + 2)
        if (letter === undefined) answer(line)
        else if (line === '.') {
          const raw = letter
          letter = undefined
          whole(raw)
        } else letter += `${line}\r\n`
      }
    })
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const catcher: SmtpCatcher = {
    url: `${encryption?.from === 'begin' ? 'smtps' : 'smtp'}://127.0.0.1:${(server.address() as AddressInfo).port}${encryption ? '' : '?tls=off'}`,
    manner: 'take',
    signIns: 0,
    given,
    mailbox: () => [...new Map(given.map((mail) => [mail.id, mail])).values()],
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
  return catcher
}

/** The text and the subject, decoded. */
function textOf(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const subject = (/^Subject: ((?:.*\r\n[ \t])*.*)$/im.exec(head)?.[1] ?? '')
    .replaceAll(/\?=\r\n[ \t]=\?/g, '?= =?')
    .replaceAll(/=\?UTF-8\?([BQ])\?(.*?)\?=\s*/gi, (_, form: string, text: string) =>
      form.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : fromQuoted(text.replaceAll('_', ' ')),
    )
  const text = body.join('\r\n\r\n')
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1]?.toLowerCase()
  const decoded =
    encoding === 'base64'
      ? Buffer.from(text, 'base64').toString()
      : encoding === 'quoted-printable'
        ? fromQuoted(text.replaceAll('=\r\n', ''))
        : text
  return `${subject}\n${decoded}`
}

const fromQuoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
