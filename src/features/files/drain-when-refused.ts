import type { FastifyReply, FastifyRequest } from 'fastify'

/** Half a minute to read the answer before a sender that goes on sending is hung up on. */
const drainMilliseconds = 30_000

/**
 * A browser reads the answer only after it has sent everything. So what is refused is read on and thrown away, for a while;
 * hanging up at once would show "network error" instead of the reason.
 */
export function drainWhenRefused(request: FastifyRequest, reply: FastifyReply): void {
  reply.raw.once('finish', () => {
    if (request.raw.complete) return
    request.raw.on('error', () => {})
    request.raw.resume()
    const timer = setTimeout(() => request.raw.destroy(), drainMilliseconds).unref()
    request.raw.once('close', () => clearTimeout(timer))
  })
}
