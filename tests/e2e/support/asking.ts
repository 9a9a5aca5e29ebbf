import { addresses, cookieFor, SESSION_COOKIE } from './ground'

/** The ways in which a browser, or who plays one, asks for a page. */
export const TRANSPORTS: Record<string, Record<string, string>> = {
  html: {},
  flight: { RSC: '1' },
  prefetch: { RSC: '1', 'Next-Router-Prefetch': '1' },
  segment: { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  bypass: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
}

/** Packing an answer and unpacking it again, a thousand times, would say nothing about it. */
const UNPACKED = { 'Accept-Encoding': 'identity' }

export interface Given {
  status: number
  body: string
  bytes: Uint8Array
  headers: Headers
}

/** Asks one of the app processes for something, as whoever this session belongs to; null: nobody. */
export async function ask(token: string | null, path: string, headers: Record<string, string> = {}): Promise<Given> {
  const cookie = await cookieHeader(token)
  const origin = nextOrigin()
  const get = (to: string) =>
    fetch(new URL(to, origin), { headers: { ...headers, ...cookie, ...UNPACKED }, redirect: 'manual' })
  let response = await get(path)
  const next = response.headers.get('location')
  // A flight request carries a mark against mixed caches; without it Next sends it on to the same page.
  if (next?.includes('_rsc')) {
    response = await get(next)
  }
  return givenIn(response)
}

/** Sends something to one of the app processes from its own pages. */
export async function send(token: string | null, path: string, { headers, ...init }: RequestInit): Promise<Given> {
  const origin = nextOrigin()
  const own = { ...(await cookieHeader(token)), Origin: origin, 'Sec-Fetch-Site': 'same-origin', ...UNPACKED }
  const given = Object.fromEntries(new Headers(headers))
  return givenIn(
    await fetch(new URL(path, origin), { redirect: 'manual', ...init, headers: { ...given, ...own } as HeadersInit }),
  )
}

/** The same visit in each way. */
export function byEveryTransport<T>(visit: T) {
  return Object.entries(TRANSPORTS).map(([transport, headers]) => ({ ...visit, transport, headers }))
}

/** Does the work for everything in the list, a few at a time: two processes answer. */
export async function forAll<T>(list: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const left = list.values()
  const turn = async () => {
    for (const each of left) {
      await work(each)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, turn))
}

const AT_ONCE = 4
let asked = 0

function nextOrigin(): string {
  asked += 1
  const { first, second } = addresses()
  return asked % 2 === 0 ? first : second
}

/** By session token; sealing one takes as long as answering some requests. */
const cookies = new Map<string, Promise<string>>()

async function cookieHeader(token: string | null): Promise<Record<string, string>> {
  if (!token) {
    return {}
  }
  const cookie = cookies.get(token) ?? cookieFor(token)
  cookies.set(token, cookie)
  return { Cookie: `${SESSION_COOKIE}=${await cookie}` }
}

async function givenIn(response: Response): Promise<Given> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, body: new TextDecoder().decode(bytes), bytes, headers: response.headers }
}
