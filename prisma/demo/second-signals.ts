import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import { makeSignal } from '@/prisma/factories/signals'
import { accountOf, type Cast, memberOf } from './cast'

const HOUR_MS = 3_600_000

/** Two signals of the teacher in the second family: one that was closed and led to the meeting, and one of today that was seen and waits for the neighbourhood team. */
export async function makeSecondSignals(db: Tx, cast: Cast, now: Date): Promise<void> {
  await makeClosed(db, cast)
  await makeOpen(db, cast, now)
}

async function makeClosed(db: Tx, cast: Cast): Promise<void> {
  const { family, days } = cast
  const director = accountOf(cast, 'regisseur2').id
  const signal = await makeSignal(db, family, {
    urgency: 'today',
    state: 'closed',
    happened: 'Luuk kwam zonder jas en zonder eten op school. Hij zei dat hij niet mocht zeggen waarom.',
    happenedAt: days.at(-12, '08:40'),
    reporterPersonId: accountOf(cast, 'leerkracht').id,
    reportedAt: days.at(-12, '09:05'),
    acknowledgedById: director,
    acknowledgedAt: days.at(-12, '09:20'),
    outcome: 'Ivo had zich verslapen en schaamde zich. Op dagen dat hij werkt, haalt oma de kinderen ’s ochtends op.',
    closedAt: days.at(-11, '16:30'),
    members: [memberOf(cast, 'luuk')],
  })
  await db.signalAction.create({
    data: {
      familyId: family.id,
      id: v7(),
      signalId: signal.id,
      text: 'Ivo gebeld, en daarna samen met Luuk gesproken op school.',
      authorPersonId: director,
      notedAt: days.at(-12, '13:15'),
    },
  })
  const meeting = await db.meeting.findFirstOrThrow({ where: { familyId: family.id } })
  await db.signalLink.create({
    data: {
      familyId: family.id,
      id: v7(),
      signalId: signal.id,
      meetingId: meeting.id,
      linkedById: director,
      linkedAt: days.at(-11, '16:35'),
    },
  })
}

async function makeOpen(db: Tx, cast: Cast, now: Date): Promise<void> {
  const { family } = cast
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  const signal = await makeSignal(db, family, {
    urgency: 'today',
    state: 'acknowledged',
    happened: 'Mila tekende iemand die op de grond ligt. Zij wil niet zeggen wie dat is.',
    happenedAt: hoursAgo(4),
    reporterPersonId: accountOf(cast, 'leerkracht').id,
    reportedAt: hoursAgo(3),
    acknowledgedById: accountOf(cast, 'regisseur2').id,
    acknowledgedAt: hoursAgo(2),
    members: [memberOf(cast, 'mila')],
  })
  await db.signalView.create({
    data: {
      familyId: family.id,
      id: v7(),
      signalId: signal.id,
      personId: accountOf(cast, 'wijkteam').id,
      askedAt: hoursAgo(2),
    },
  })
}
