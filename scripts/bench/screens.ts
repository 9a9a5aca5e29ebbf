import { setTimeout as sleep } from 'node:timers/promises'
import { CODE, type Meeting, PLAN } from '@/scripts/bench/meeting'

const PATIENCE_MS = 5_000

export interface Screen {
  close(): void
}

type Viewer = Pick<Meeting, 'origin' | 'cookie'>

/** As the projector page does it: a pass, a stream that brings the slides, and a fetch when it is told to. */
export async function openProjector(viewer: Viewer, see: (slide: string) => void): Promise<Screen> {
  const address = `${viewer.origin}/api/beamer/${CODE}/${PLAN}`
  const cookie = `${viewer.cookie}; ${await passOf(address, viewer)}`
  return openStream(`${address}/live`, cookie, (signal) => {
    const load = oneAtATime(async () => see(await (await fetch(address, { headers: { cookie }, signal })).text()))
    return (event) => {
      if (event.startsWith('event: screen')) {
        see(event)
      } else if (/^event: (change|refetch)$/m.test(event)) {
        load()
      }
    }
  })
}

/** As the page of one's own seat does it: a stream that tells of changes. `hear` gets each event as it is written. */
export async function openPhone({ origin, cookie }: Viewer, hear: (event: string) => void): Promise<Screen> {
  return openStream(`${origin}/api/gezinnen/${CODE}/live?plan=${PLAN}`, cookie, () => hear)
}

/** Waits until all screens are so far; throws when one is not within five seconds. */
export async function untilAll<S>(screens: readonly S[], isThere: (screen: S) => boolean, what: string): Promise<void> {
  const giveUp = performance.now() + PATIENCE_MS
  while (!screens.every(isThere)) {
    if (performance.now() > giveUp) {
      throw new Error(`${what} did not reach all screens within ${PATIENCE_MS} ms.`)
    }
    await sleep(2)
  }
}

async function openStream(
  url: string,
  cookie: string,
  listener: (signal: AbortSignal) => (event: string) => void,
): Promise<Screen> {
  const closing = new AbortController()
  const stream = await fetch(url, { headers: { cookie }, signal: closing.signal })
  if (!stream.ok || !stream.body) {
    throw new Error(`The stream of a screen answered ${stream.status}.`)
  }
  void follow(stream.body, listener(closing.signal)).catch(() => undefined)
  return { close: () => closing.abort() }
}

async function passOf(address: string, { origin, cookie }: Viewer): Promise<string> {
  const headers = { cookie, origin, 'content-type': 'application/json' }
  const answer = await fetch(`${address}/pas`, { method: 'POST', headers, body: '{}' })
  const [pass = ''] = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  if (!answer.ok || !pass) {
    throw new Error(`The pass of a projector was answered with ${answer.status}.`)
  }
  return pass
}

async function follow(body: ReadableStream<Uint8Array>, hear: (event: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const events = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      hear(event)
    }
  }
}

function oneAtATime(work: () => Promise<void>): () => void {
  let isBusy = false
  let isAskedAgain = false
  return () => {
    isAskedAgain = true
    if (isBusy) {
      return
    }
    isBusy = true
    void (async () => {
      while (isAskedAgain) {
        isAskedAgain = false
        await work().catch(() => undefined)
      }
      isBusy = false
    })()
  }
}
