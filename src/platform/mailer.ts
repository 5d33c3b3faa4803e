import { createTransport } from 'nodemailer'

/** A plain letter to one address. */
export type Mail = {
  /** The same at every try, so that whoever gets it twice can tell. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Why a mail did not go, in a word of a closed list; the server's own answer is not kept, it may name people. */
export type MailFault =
  | 'unreachable'
  | 'timeout'
  | 'sign-in'
  | 'tls'
  | 'certificate'
  | 'broke-off'
  | 'refused-for-now'
  | 'address-refused'

/** What is thrown when a mail did not go, or when nobody knows whether it did. */
export class MailError extends Error {
  readonly fault: MailFault
  /** True when it is about this mail alone; false when the server takes none at all just now. */
  readonly isAboutTheMail: boolean

  constructor(fault: MailFault) {
    super(`The mail did not go: ${fault}.`)
    this.name = 'MailError'
    this.fault = fault
    this.isAboutTheMail = fault === 'address-refused' || fault === 'refused-for-now'
  }
}

/** Sends mail through the server that the operator named. */
export type Mailer = { send(mail: Mail): Promise<void> }

/** The mail server: `smtps://user:password@host:465`, or `smtp://…:587` with STARTTLS; `?tls=off` on a network of one's own. */
export type MailServer = {
  readonly url: string
  readonly from: string
  /** The certificates, PEM, of the authority that vouches for the server, where it is none of the public ones; then they alone do. */
  readonly ca?: string
}

/**
 * Opens the way to a mail server. Each mail has a connection of its own, and everything has an end: a server that hangs costs
 * `timeoutMs` and no more.
 * @param timeoutMs for the whole of one mail
 */
export function openMailer({ url, from, ca }: MailServer, timeoutMs = 30_000): Mailer {
  const server = new URL(url)
  const isTls = server.protocol === 'smtps:'
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port) || (isTls ? 465 : 587),
    secure: isTls,
    ...(server.searchParams.get('tls') === 'off' ? { ignoreTLS: true } : { requireTLS: !isTls }),
    ...(server.username
      ? { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }
      : {}),
    ...(ca === undefined ? {} : { tls: { ca } }),
    connectionTimeout: timeoutMs / 3,
    greetingTimeout: timeoutMs / 3,
    socketTimeout: timeoutMs / 2,
    dnsTimeout: timeoutMs / 3,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = from.split('@')[1]?.replace(/>$/, '') ?? 'localhost'
  return {
    async send({ id, to, subject, text }) {
      const sent = transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${host}>`,
        // No answer of an absence, please (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
      // A server that sends a byte now and then would never be idle.
      const end = Promise.withResolvers<never>()
      const timer = setTimeout(() => end.reject(new MailError('timeout')), timeoutMs)
      try {
        await Promise.race([sent, end.promise])
      } catch (error) {
        throw error instanceof MailError ? error : new MailError(faultOf(error))
      } finally {
        clearTimeout(timer)
        sent.catch(() => {})
      }
    },
  }
}

function faultOf(error: unknown): MailFault {
  const { code, originalCode, responseCode, command, message } = error as {
    readonly code?: string
    /** What the system called it, before the library did. */
    readonly originalCode?: string
    readonly responseCode?: number
    readonly command?: string
    readonly message?: string
  }
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'sign-in'
  if (code === 'ETLS' || code === 'ESOCKET') {
    // With STARTTLS the library keeps of the reason its words alone; Node's all name the certificate.
    if (/certificate/i.test(message ?? '')) return 'certificate'
    return code === 'ETLS' || /^ERR_(TLS|SSL)|^EPROTO$/.test(originalCode ?? '') ? 'tls' : 'unreachable'
  }
  if (code === 'ETIMEDOUT') return 'timeout'
  if (responseCode !== undefined && responseCode >= 400 && /RCPT|MAIL|DATA/.test(command ?? ''))
    return responseCode >= 500 ? 'address-refused' : 'refused-for-now'
  if (code === 'ECONNECTION' || code === 'EPROTOCOL') return 'broke-off'
  return 'unreachable'
}
