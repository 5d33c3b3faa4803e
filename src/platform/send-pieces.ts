import type { FastifyReply } from 'fastify'

/**
 * Answers with pieces that may all come in one buffer: the next is asked for when the one before is with the operating system, so a slow reader
 * slows the disk down and memory stays flat. What fails on the way ends the connection, and the reader sees that the length is not there.
 */
export async function sendPieces(reply: FastifyReply, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  reply.hijack()
  const { raw } = reply
  try {
    raw.writeHead(200, reply.getHeaders() as Record<string, string | number>)
    for await (const piece of pieces) await written(raw, piece)
    raw.end()
  } catch (error) {
    // Who hangs up is no fault of ours.
    if (!raw.destroyed) reply.log.error({ err: error }, 'an answer broke off')
    raw.destroy()
  }
}

/** Resolves when the system has the bytes; rejects when nobody takes them any more. */
const written = (raw: FastifyReply['raw'], piece: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    raw.write(piece, (error) => (error ? reject(error) : resolve()))
  })
