import { setTimeout as sleep } from 'node:timers/promises'
import { makePerson } from '@/prisma/factories/accounts'
import { makeParticipant } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import type { Ground } from '@/scripts/bench/ground'
import { CODE, inMeeting, type Meeting, PLAN, send } from '@/scripts/bench/meeting'
import { openPhone, openProjector, type Screen, untilAll } from '@/scripts/bench/screens'

/** Of 20 screens, half are telephones of who gives scores. */
const PHONES_OF = 0.5
const SETTLE_MS = 1_000
/** From the last news of one step to the next one. */
const PAUSE_MS = { least: 500, most: 1_500 }
const REVEALED = { slide: '"isRevealed":true', page: 'De cijfers zijn onthuld' }

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
}

interface Led extends Meeting {
  cookieOf(email: string): Promise<string>
}

interface RevealExtent {
  screens: number
  reveals: number
}

interface Watching extends Screen {
  /** Milliseconds on the clock of this process; null until the reveal of this turn came. */
  toldAt: number | null
  pageAt: number | null
}

interface Seat {
  cookie: string
}

/** Opens and reveals the round of unseen scores while projectors and phones of a meeting follow it. */
export async function measureReveal(
  { owner, cookieOf }: Ground,
  origin: string,
  chair: string,
  { screens, reveals }: RevealExtent,
): Promise<RevealTime> {
  const meeting: Led = { origin, owner, cookieOf, cookie: await cookieOf(chair) }
  const count = Math.round(screens * PHONES_OF)
  const seats = await takeSeats(meeting, count)
  const phones = await Promise.all(seats.map((seat) => watchOnPhone(meeting, seat)))
  const projectors = await Promise.all(Array.from({ length: screens - count }, () => watchOnProjector(meeting)))
  try {
    await sleep(SETTLE_MS)
    const samples = { toProjector: [], toPhone: [], toPage: [], toAnswer: [] }
    const time: RevealTime = { projectors: projectors.length, phones: count, reveals, ...samples }
    for (let turn = 0; turn < reveals; turn += 1) {
      await move(meeting, 'open')
      if (turn === 0) {
        await giveScores(meeting, seats)
      }
      await reveal(meeting, { phones, projectors }, time)
    }
    return time
  } finally {
    for (const screen of [...phones, ...projectors]) {
      screen.close()
    }
  }
}

async function reveal(
  meeting: Meeting,
  { phones, projectors }: { phones: readonly Watching[]; projectors: readonly Watching[] },
  time: RevealTime,
): Promise<void> {
  await pause()
  const all = [...phones, ...projectors]
  for (const screen of all) {
    Object.assign(screen, { toldAt: null, pageAt: null })
  }
  const sentAt = performance.now()
  await move(meeting, 'reveal')
  time.toAnswer.push(performance.now() - sentAt)
  await untilAll(all, ({ toldAt }) => toldAt !== null, 'A reveal')
  await untilAll(phones, ({ pageAt }) => pageAt !== null, 'The page after a reveal')
  const since = (moment: number | null) => (moment ?? Number.NaN) - sentAt
  time.toProjector.push(...projectors.map(({ toldAt }) => since(toldAt)))
  time.toPhone.push(...phones.map(({ toldAt }) => since(toldAt)))
  time.toPage.push(...phones.map(({ pageAt }) => since(pageAt)))
  await pause()
}

async function watchOnProjector(meeting: Meeting): Promise<Watching> {
  const watching: Watching = { toldAt: null, pageAt: null, close: () => undefined }
  const { close } = await openProjector(meeting, (slide) => {
    if (slide.includes(REVEALED.slide)) {
      watching.toldAt ??= performance.now()
    }
  })
  return Object.assign(watching, { close })
}

/** A phone is told of a step, and fetches its page without waiting, as `LiveRefresh` does. */
async function watchOnPhone({ origin }: Meeting, { cookie }: Seat): Promise<Watching> {
  const watching: Watching = { toldAt: null, pageAt: null, close: () => undefined }
  const address = `${origin}/gezinnen/${CODE}/plannen/${PLAN}/inbreng`
  const { close } = await openPhone({ origin, cookie }, (event) => {
    if (event.startsWith('event: change') && event.includes('"kind":"round"')) {
      watching.toldAt ??= performance.now()
      void readPage(address, cookie).then((page) => {
        if (page.includes(REVEALED.page)) {
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

async function takeSeats(meeting: Led, count: number): Promise<Seat[]> {
  const { owner } = meeting
  const family = await owner.family.findUniqueOrThrow({ where: { code: CODE } })
  const seated = await owner.meeting.findFirstOrThrow({ where: { familyId: family.id, plan: { kind: 'gips1' } } })
  const seats: Seat[] = []
  for (let seat = 0; seat < count; seat += 1) {
    const { id: personId, email } = await makePerson(owner, { guidelineAcceptedAt: new Date() })
    await makeMembership(owner, family, personId, { worksWithAll: true })
    await makeParticipant(owner, seated, { role: 'professional', personId, attendance: 'present' })
    seats.push({ cookie: await meeting.cookieOf(email) })
  }
  return seats
}

/** Everyone with a phone gives a score for each member on the list. */
async function giveScores({ origin, owner }: Meeting, seats: readonly Seat[]): Promise<void> {
  const { id: familyId } = await owner.family.findUniqueOrThrow({ where: { code: CODE } })
  const assessed = await owner.assessedMember.findMany({
    where: { familyId, droppedReason: null, assessment: { plan: { kind: 'gips1' } } },
  })
  for (const [index, { cookie }] of seats.entries()) {
    for (const { memberId } of assessed) {
      const words = { cannotJudge: false, reason: '', onePointHigher: '', underSixAnswer: '' }
      const body = { memberId, score: 3 + (index % 5), ...words, base: 0, after: null }
      await send({ origin, cookie }, 'PUT', inMeeting('inbreng/cijfers'), body)
    }
  }
}

async function move(meeting: Meeting, to: 'open' | 'reveal'): Promise<void> {
  await send(meeting, 'POST', inMeeting('cijferronde'), { move: to })
}

async function pause(): Promise<void> {
  await sleep(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least))
}
