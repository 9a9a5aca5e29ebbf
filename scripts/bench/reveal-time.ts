import { setTimeout as sleep } from 'node:timers/promises'
import type { Ground } from '@/scripts/bench/ground'
import { CODE, inMeeting, type Meeting, PLAN, send } from '@/scripts/bench/meeting'
import type { ProcessorTime } from '@/scripts/bench/processor-time'
import { giveScores, type Led, type Seat, takeSeats } from '@/scripts/bench/reveal-seats'
import { openPhone, openProjector, type Screen, untilAll } from '@/scripts/bench/screens'

/** Of 20 screens, half are telephones of who gives scores. */
const PHONES_OF = 0.5
const SETTLE_MS = 1_000
/** From the last news of one step to the next one. */
const PAUSE_MS = { least: 500, most: 1_500 }
/** By what a projector's slide and a phone's page show that a step of the round came. */
const STEPS = {
  open: { slide: '"kind":"round"', page: 'Niemand ziet uw cijfers nog' },
  reveal: { slide: '"isRevealed":true', page: 'De cijfers zijn onthuld' },
} as const
type Step = keyof typeof STEPS

export interface RevealTime {
  projectors: number
  phones: number
  reveals: number
  /** Milliseconds from the moment the chair's request was sent until a projector held the scores; one per screen and reveal. */
  toProjector: number[]
  /** The same until a phone was told. */
  toPhone: number[]
  /** Milliseconds until a phone, which fetches its page then, held the page that says so. */
  toPage: number[]
  /** Milliseconds until the chair had the answer. */
  toAnswer: number[]
  /** Milliseconds of processor time of app and database until every screen knew; empty where nobody counts. */
  used: number[]
}

interface Asked {
  origin: string
  /** The address of who leads the round. */
  chair: string
  screens: number
  reveals: number
  /** Reads the processor time used so far. */
  used: () => ProcessorTime | null
}

interface Watching extends Screen {
  awaits: Step
  /** Milliseconds on the clock of this process; null until the awaited step came. */
  toldAt: number | null
  /** A phone has its page after that. */
  pageAt: number | null
}

interface Screens {
  projectors: Watching[]
  phones: Watching[]
}

/** Opens and reveals the round of unseen scores while projectors and phones of a meeting follow it. */
export async function measureReveal(
  { owner, cookieOf }: Ground,
  { origin, chair, screens, reveals, used }: Asked,
): Promise<RevealTime> {
  const meeting: Led = { origin, owner, cookieOf, cookie: await cookieOf(chair) }
  const count = Math.round(screens * PHONES_OF)
  const seats = await takeSeats(meeting, count)
  const open: Screens = {
    phones: await Promise.all(seats.map((seat) => watchOnPhone(meeting, seat))),
    projectors: await Promise.all(Array.from({ length: screens - count }, () => watchOnProjector(meeting))),
  }
  try {
    await sleep(SETTLE_MS)
    const samples = { toProjector: [], toPhone: [], toPage: [], toAnswer: [], used: [] }
    const time: RevealTime = { projectors: screens - count, phones: count, reveals, ...samples }
    for (let turn = 0; turn < reveals; turn += 1) {
      await take(meeting, 'open', open)
      if (turn === 0) {
        await giveScores(meeting, seats)
      }
      await pause()
      await reveal(meeting, open, time, used)
      await pause()
    }
    return time
  } finally {
    for (const screen of allOf(open)) {
      screen.close()
    }
  }
}

async function reveal(meeting: Meeting, screens: Screens, time: RevealTime, used: Asked['used']): Promise<void> {
  const before = used()
  const { sentAt, answeredAt } = await take(meeting, 'reveal', screens)
  const since = (moment: number | null) => (moment ?? Number.NaN) - sentAt
  time.used.push(...spent(before, used()))
  time.toAnswer.push(since(answeredAt))
  time.toProjector.push(...screens.projectors.map(({ toldAt }) => since(toldAt)))
  time.toPhone.push(...screens.phones.map(({ toldAt }) => since(toldAt)))
  time.toPage.push(...screens.phones.map(({ pageAt }) => since(pageAt)))
}

/** Takes a step of the round, and waits until every screen and every page shows it. */
async function take(meeting: Meeting, step: Step, screens: Screens) {
  for (const screen of allOf(screens)) {
    Object.assign(screen, { awaits: step, toldAt: null, pageAt: null })
  }
  const sentAt = performance.now()
  await send(meeting, 'POST', inMeeting('cijferronde'), { move: step })
  const answeredAt = performance.now()
  await untilAll(allOf(screens), ({ toldAt }) => toldAt !== null, 'A step of the round')
  await untilAll(screens.phones, ({ pageAt }) => pageAt !== null, 'The page after a step of the round')
  return { sentAt, answeredAt }
}

function allOf({ projectors, phones }: Screens): Watching[] {
  return [...projectors, ...phones]
}

function spent(before: ProcessorTime | null, after: ProcessorTime | null): number[] {
  return before && after ? [after.app - before.app + after.database - before.database] : []
}

async function watchOnProjector(meeting: Meeting): Promise<Watching> {
  const watching = nothingYet()
  const { close } = await openProjector(meeting, (slide) => {
    if (slide.includes(STEPS[watching.awaits].slide)) {
      watching.toldAt ??= performance.now()
    }
  })
  return Object.assign(watching, { close })
}

/** A phone is told of a step, and fetches its page without waiting, as `LiveRefresh` does. */
async function watchOnPhone({ origin }: Meeting, { cookie }: Seat): Promise<Watching> {
  const watching = nothingYet()
  const address = `${origin}/gezinnen/${CODE}/plannen/${PLAN}/inbreng`
  const { close } = await openPhone({ origin, cookie }, (event) => {
    if (event.startsWith('event: change') && event.includes('"kind":"round"')) {
      watching.toldAt ??= performance.now()
      void readPage(address, cookie).then((page) => {
        if (page.includes(STEPS[watching.awaits].page)) {
          watching.pageAt ??= performance.now()
        }
      })
    }
  })
  return Object.assign(watching, { close })
}

/** What a page that is open asks for: the flight data without the document around it. */
async function readPage(address: string, cookie: string): Promise<string> {
  const answer = await fetch(address, { headers: { cookie, rsc: '1' } })
  return answer.text()
}

function nothingYet(): Watching {
  return { awaits: 'open', toldAt: null, pageAt: null, close: () => undefined }
}

async function pause(): Promise<void> {
  await sleep(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least))
}
