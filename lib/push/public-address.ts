import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'

/** What no push service on the internet has (IANA's registries of special addresses). */
const CLOSED = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  CLOSED.addSubnet(net, bits, 'ipv4')
}

/** Of IPv6 the addresses that are given out, without those that wrap one of IPv4 and those for examples. */
const OPEN6 = new BlockList()
OPEN6.addSubnet('2000::', 3, 'ipv6')
const CLOSED6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  CLOSED6.addSubnet(net, bits, 'ipv6')
}

/** Whether an IP address is one of the open internet: not this machine, not the network around it, not a special range. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) {
    return !CLOSED.check(address, 'ipv4')
  }
  return family === 6 && OPEN6.check(address, 'ipv6') && !CLOSED6.check(address, 'ipv6')
}

/** Thrown before a connection is made. */
export class ClosedAddress extends Error {
  override readonly name = 'ClosedAddress'
  readonly code = 'CLOSED_ADDRESS'
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/**
 * Finds the address of a host for the connection itself, and refuses it where any of them is not public: what was checked is
 * what is connected to, also when a name changes its address in between.
 */
export function publicLookup(hostname: string, options: LookupOptions, found: Found): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error || !first) {
      found(error ?? new ClosedAddress('this host has no address'), [])
    } else if (addresses.every(({ address }) => isPublicAddress(address))) {
      found(null, options.all ? addresses : first.address, first.family)
    } else {
      found(new ClosedAddress('this host is not on the open internet'), [])
    }
  })
}
