import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerIdOf } from '@/lib/data/answers'
import { CODE, inMeeting, type Meeting, send } from '@/scripts/bench/meeting'
import { openProjector, type Screen, untilAll } from '@/scripts/bench/screens'

/** A question of the meeting that stands open in the demo, answered by everyone together. */
const ITEM = 'goodCare.examples'
const SETTLE_MS = 1_000
/** Between two saves of someone who types: 200 ms after the last key, at least once a second. */
const PAUSE_MS = { least: 300, most: 700 }

export interface ProjectorLag {
  screens: number
  saves: number
  /** Milliseconds from the moment the save was sent until a screen held the slide with that text; one per screen and save. */
  toScreen: number[]
  /** Milliseconds until the save itself was answered. */
  toAnswer: number[]
}

interface Projector extends Screen {
  /** Milliseconds on the clock of this process at which the text was first seen. */
  seenAt: Map<string, number>
}

/** Types in a meeting while so many projector screens follow it, each with a stream and a fetch after each event. */
export async function measureProjectorLag(meeting: Meeting, screens: number, saves: number): Promise<ProjectorLag> {
  await send(meeting, 'POST', inMeeting('beamer'), { move: { to: ITEM } })
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

async function typeAll(meeting: Meeting, marks: readonly string[], open: readonly Projector[]) {
  const family = await meeting.owner.family.findUniqueOrThrow({ where: { code: CODE }, select: { id: true } })
  const plan = await meeting.owner.plan.findFirstOrThrow({ where: { familyId: family.id, kind: 'gips1' } })
  const id = answerIdOf(plan.id, ITEM, null)
  const path = inMeeting(`antwoorden/${id}`)
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
    await untilAll(open, ({ seenAt }) => seenAt.has(mark), 'A saved text')
    toScreen.push(...open.map(({ seenAt }) => (seenAt.get(mark) ?? Number.NaN) - sentAt))
    await sleep(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least))
  }
  return { toScreen, toAnswer }
}

async function openScreen(meeting: Meeting, marks: readonly string[]): Promise<Projector> {
  const seenAt = new Map<string, number>()
  const screen = await openProjector(meeting, (text) => {
    const now = performance.now()
    for (const mark of marks) {
      if (!seenAt.has(mark) && text.includes(mark)) {
        seenAt.set(mark, now)
      }
    }
  })
  return { ...screen, seenAt }
}
