import { lookup } from 'node:dns/promises'
import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'

/** Why a request to another program did not succeed, in a word of a closed list; what it answered is not kept. */
export type OutboundFault = 'address-not-allowed' | 'unreachable' | 'timeout' | `answered-${number}`

/** What is thrown when a request did not go, or was answered otherwise than with 2xx. */
export class OutboundError extends Error {
  readonly fault: OutboundFault

  constructor(fault: OutboundFault) {
    super(`The request did not succeed: ${fault}.`)
    this.name = 'OutboundError'
    this.fault = fault
  }
}

const kept = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  kept.addSubnet(network, bits, 'ipv4')
// Of IPv6 only what is handed out to the public (2000::/3) is reached, and there not what carries an IPv4 address inside.
for (const [network, bits] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  kept.addSubnet(network, bits, 'ipv6')
const publicSix = new BlockList()
publicSix.addSubnet('2000::', 3, 'ipv6')

/** Networks of one's own that requests may go to, such as `10.20.0.0/16` or `127.0.0.1`, as the operator wrote them. */
export function readNetworks(text: string): BlockList | undefined {
  const networks = new BlockList()
  for (const part of text.split(/[\s,]+/).filter((each) => each !== '')) {
    const [address = '', bits] = part.split('/')
    const version = isIP(address)
    const most = version === 4 ? 32 : 128
    const length = bits === undefined ? most : Number(bits)
    if (version === 0 || !/^\d*$/.test(bits ?? '') || length > most) return undefined
    networks.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6')
  }
  return networks
}

/** Whether a request may go to an address: a public one, or one the operator named. */
export function mayReach(address: string, own: BlockList): boolean {
  // An IPv4 address in the clothes of IPv6.
  const four = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const version = isIP(four)
  if (version === 0) return false
  const family = version === 4 ? 'ipv4' : 'ipv6'
  if (own.check(four, family)) return true
  if (version === 6 && !publicSix.check(four, 'ipv6')) return false
  return !kept.check(four, family)
}

/**
 * Posts to another program. The name is looked up once, all its addresses have to be allowed, and the connection goes to one of those
 * that were looked at, so that a name cannot be pointed elsewhere in between; nothing is followed to another place, and
 * the answer is not read.
 * @param timeoutMs for the whole of it
 * @throws OutboundError unless answered with 2xx
 */
export async function postOutbound(
  address: string,
  {
    body,
    headers,
    own,
    timeoutMs = 10_000,
  }: {
    readonly body: string
    readonly headers: Readonly<Record<string, string>>
    readonly own: BlockList
    readonly timeoutMs?: number
  },
): Promise<void> {
  const url = new URL(address)
  const signal = AbortSignal.timeout(timeoutMs)
  const found = await addressesOf(url, signal)
  const [first] = found
  if (!first || !found.every(({ address: each }) => mayReach(each, own)))
    throw new OutboundError('address-not-allowed')
  // Without TLS only inside networks of one's own.
  if (url.protocol !== 'https:' && !isOwn(first.address, own)) throw new OutboundError('address-not-allowed')
  const status = await answerOf(url, first, { body, headers, signal })
  if (status < 200 || status > 299) throw new OutboundError(`answered-${status}`)
}

const isOwn = (address: string, own: BlockList): boolean =>
  own.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

type Found = { readonly address: string; readonly family: number }

async function addressesOf(url: URL, signal: AbortSignal): Promise<readonly Found[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  if (family !== 0) return [{ address: host, family }]
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new OutboundError('timeout')), { once: true })
  })
  late.catch(() => {})
  try {
    return await Promise.race([lookup(host, { all: true }), late])
  } catch (error) {
    throw error instanceof OutboundError ? error : new OutboundError('unreachable')
  }
}

function answerOf(
  url: URL,
  at: Found,
  {
    body,
    headers,
    signal,
  }: {
    readonly body: string
    readonly headers: Readonly<Record<string, string>>
    readonly signal: AbortSignal
  },
): Promise<number> {
  const send = url.protocol === 'https:' ? tlsRequest : plainRequest
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      signal,
      lookup: (_host, options, answer) =>
        options.all ? answer(null, [{ ...at }]) : answer(null, at.address, at.family),
    })
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    request.on('error', () => reject(new OutboundError(signal.aborted ? 'timeout' : 'unreachable')))
    request.end(body)
  })
}
