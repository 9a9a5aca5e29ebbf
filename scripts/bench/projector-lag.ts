import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerIdOf } from '@/lib/data/answers'
import type { PrismaClient } from '@/prisma/generated/client'

const CODE = 'G-0002'
const PLAN = 'gips-1'
/** A question of the meeting that stands open in the demo, answered by everyone together. */
const ITEM = 'goodCare.examples'
const SETTLE_MS = 1_000
/** Between two saves of someone who types: 200 ms after the last key, at least once a second. */
const PAUSE_MS = { least: 300, most: 700 }
const PATIENCE_MS = 5_000

interface Meeting {
  origin: string
  /** Of the note-taker. */
  cookie: string
  owner: PrismaClient
}

export interface ProjectorLag {
  screens: number
  saves: number
  /** Milliseconds from the moment the save was sent until a screen held the slide with that text; one per screen and save. */
  toScreen: number[]
  /** Milliseconds until the save itself was answered. */
  toAnswer: number[]
}

interface Screen {
  /** Milliseconds on the clock of this process at which the text was first seen. */
  seenAt: Map<string, number>
  close(): void
}

/** Types in a meeting while so many projector screens follow it, each with a stream and a fetch after each event. */
export async function measureProjectorLag(meeting: Meeting, screens: number, saves: number): Promise<ProjectorLag> {
  await send(meeting, 'POST', 'beamer', { move: { to: ITEM } })
  const marks = Array.from({ length: saves }, (_, index) => `tik ${index} ${randomUUID().slice(0, 8)}`)
  const open = await Promise.all(Array.from({ length: screens }, () => openScreen(meeting, marks)))
  try {
    await sleep(SETTLE_MS)
    return { screens, saves, ...(await typeAll(meeting, marks, open)) }
  } finally {
    for (const screen of open) {
      screen.close()
    }
  }
}

async function typeAll(meeting: Meeting, marks: readonly string[], open: readonly Screen[]) {
  const family = await meeting.owner.family.findUniqueOrThrow({ where: { code: CODE }, select: { id: true } })
  const plan = await meeting.owner.plan.findFirstOrThrow({ where: { familyId: family.id, kind: 'gips1' } })
  const id = answerIdOf(plan.id, ITEM, null)
  const path = `antwoorden/${id}`
  const toScreen: number[] = []
  const toAnswer: number[] = []
  const kept = await meeting.owner.answer.findUnique({ where: { familyId_id: { familyId: family.id, id } } })
  let base = kept?.version ?? 0
  for (const mark of marks) {
    const sentAt = performance.now()
    const body = { itemKey: ITEM, respondent: null, text: `Iedereen zag het: ${mark}.`, base, saveId: randomUUID() }
    const { version } = (await send(meeting, 'PUT', path, body)) as { version: number }
    toAnswer.push(performance.now() - sentAt)
    base = version
    await everyoneSees(open, mark)
    toScreen.push(...open.map(({ seenAt }) => (seenAt.get(mark) ?? Number.NaN) - sentAt))
    await sleep(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least))
  }
  return { toScreen, toAnswer }
}

async function everyoneSees(open: readonly Screen[], mark: string): Promise<void> {
  const giveUp = performance.now() + PATIENCE_MS
  while (!open.every(({ seenAt }) => seenAt.has(mark))) {
    if (performance.now() > giveUp) {
      throw new Error(`A saved text did not reach all projector screens within ${PATIENCE_MS} ms.`)
    }
    await sleep(2)
  }
}

/** As the projector page does it: a pass, a stream that brings the slides, and a fetch when it is told to. */
async function openScreen(meeting: Meeting, marks: readonly string[]): Promise<Screen> {
  const address = `${meeting.origin}/api/beamer/${CODE}/${PLAN}`
  const cookie = `${meeting.cookie}; ${await passOf(address, meeting)}`
  const seenAt = new Map<string, number>()
  const closing = new AbortController()
  const stream = await fetch(`${address}/live`, { headers: { cookie }, signal: closing.signal })
  if (!stream.ok || !stream.body) {
    throw new Error(`The stream of a projector answered ${stream.status}.`)
  }
  const see = (text: string) => {
    const now = performance.now()
    for (const mark of marks) {
      if (!seenAt.has(mark) && text.includes(mark)) {
        seenAt.set(mark, now)
      }
    }
  }
  const load = oneAtATime(async () => {
    see(await (await fetch(address, { headers: { cookie }, signal: closing.signal })).text())
  })
  void follow(stream.body, see, load).catch(() => undefined)
  return { seenAt, close: () => closing.abort() }
}

async function passOf(address: string, { origin, cookie }: Meeting): Promise<string> {
  const headers = { cookie, origin, 'content-type': 'application/json' }
  const answer = await fetch(`${address}/pas`, { method: 'POST', headers, body: '{}' })
  const [pass = ''] = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  if (!answer.ok || !pass) {
    throw new Error(`The pass of a projector was answered with ${answer.status}.`)
  }
  return pass
}

async function follow(body: ReadableStream<Uint8Array>, see: (text: string) => void, load: () => void): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const events = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      if (event.startsWith('event: screen')) {
        see(event)
      } else if (/^event: (change|refetch)$/m.test(event)) {
        load()
      }
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

async function send({ origin, cookie }: Meeting, method: string, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${origin}/api/gezinnen/${CODE}/plannen/${PLAN}/${path}`, {
    method,
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) {
    throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  }
  return answer.json()
}
