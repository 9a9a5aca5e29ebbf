import type { IncomingHttpHeaders } from 'node:http'

interface Connection {
  address: string
  encrypted: boolean
}

/**
 * What the request's headers may say about where it came from. A client can write X-Forwarded-* itself, so they are
 * believed only as far as trusted proxies wrote them: with `hops` proxies in front, the address is the one that the
 * outermost of them saw. With no proxy, or fewer entries than proxies, it is the address of the connection itself.
 */
export function truthfulHeaders(
  headers: IncomingHttpHeaders,
  connection: Connection,
  hops: number,
): IncomingHttpHeaders {
  const kept = Object.entries(headers).filter(([name]) => !isClaim(name))
  const believed = hops > 0
  return {
    ...Object.fromEntries(kept),
    'x-forwarded-for': fromTheRight(headers['x-forwarded-for'], hops) ?? plainAddress(connection.address),
    'x-forwarded-host': (believed && fromTheRight(headers['x-forwarded-host'], 1)) || (headers.host ?? ''),
    'x-forwarded-proto': (believed && protocolOf(headers)) || (connection.encrypted ? 'https' : 'http'),
  }
}

function isClaim(name: string): boolean {
  return name.startsWith('x-forwarded') || name === 'forwarded' || name === 'x-real-ip' || name === 'x-request-id'
}

function fromTheRight(value: string | string[] | undefined, position: number): string | undefined {
  const entries = String(value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  return position > 0 ? entries.at(-position) : undefined
}

function protocolOf(headers: IncomingHttpHeaders): 'http' | 'https' | undefined {
  const claimed = fromTheRight(headers['x-forwarded-proto'], 1)
  return claimed === 'http' || claimed === 'https' ? claimed : undefined
}

/** IPv4 in IPv6 clothes (::ffff:10.0.0.1) is the same address as without. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
