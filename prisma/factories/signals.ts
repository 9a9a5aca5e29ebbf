import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import type { Prisma, SafetySignal } from '@/prisma/generated/client'
import type { CanaryCast } from './canary-plans'

export interface SignalInput extends Partial<Omit<Prisma.SafetySignalUncheckedCreateInput, 'familyId' | 'code'>> {
  reporterPersonId: string
  members?: readonly { id: string }[]
}

/** A signal that nobody saw yet, for today, about nobody in particular. */
export async function makeSignal(
  db: Tx,
  family: { id: string },
  { members = [], ...given }: SignalInput,
): Promise<SafetySignal> {
  const familyId = family.id
  const happened = 'Jildou wilde niet naar huis en zei niet waarom.'
  const signal = await db.safetySignal.create({
    data: { familyId, id: v7(), code: 0, urgency: 'today', happened, ...given },
  })
  await db.signalMember.createMany({
    data: members.map(({ id: memberId }) => ({ familyId, signalId: signal.id, memberId })),
  })
  return signal
}

/** A closed signal with a canary in every text: of the professional, seen by the director, put to the professional. */
export async function makeCanarySignal(
  db: Tx,
  { family, canary, accounts, members, now }: CanaryCast,
): Promise<SafetySignal> {
  const familyId = family.id
  const { personId } = accounts.professional
  const signal = await makeSignal(db, family, {
    state: 'closed',
    happened: canary.in('signalHappened'),
    reporterPersonId: personId,
    acknowledgedById: accounts.director.personId,
    acknowledgedAt: now,
    outcome: canary.in('signalOutcome'),
    closedAt: now,
    members: [members.child],
  })
  const ofSignal = { familyId, signalId: signal.id }
  await db.signalView.create({
    data: { ...ofSignal, id: v7(), personId, view: canary.in('signalView'), answeredAt: now },
  })
  await db.signalAction.create({
    data: { ...ofSignal, id: v7(), text: canary.in('signalAction'), authorPersonId: accounts.director.personId },
  })
  return signal
}
