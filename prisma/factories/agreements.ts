import { v7 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { Agreement, AgreementTick, Goal, Plan, Prisma } from '@/prisma/generated/client'

/** Who does it: exactly one of the three. */
export interface Doer {
  personId?: string
  memberId?: string
  networkPersonId?: string
}

export interface AgreementInput extends Partial<Omit<Prisma.AgreementUncheckedCreateInput, 'familyId'>> {
  doers?: readonly Doer[]
  goals?: readonly Goal[]
}

/** An agreement with its doers and goals; not yet in force, unless told otherwise. */
export async function makeAgreement(db: Tx, plan: Plan, given: AgreementInput = {}): Promise<Agreement> {
  const { doers = [], goals = [], ...fields } = given
  const { familyId } = plan
  const agreement = await db.agreement.create({
    data: {
      familyId,
      id: v7(),
      planId: plan.id,
      text: 'Belt iedere week met de ouders.',
      dueOn: dateColumn('2026-04-01'),
      ...fields,
    },
  })
  await db.agreementDoer.createMany({
    data: doers.map((doer) => ({ familyId, id: v7(), agreementId: agreement.id, ...doer })),
  })
  await db.agreementGoal.createMany({
    data: goals.map(({ id }) => ({ familyId, agreementId: agreement.id, goalId: id })),
  })
  return agreement
}

/** Ticks an agreement off; the newest tick becomes the agreement's state. */
export async function makeTick(
  db: Tx,
  agreement: Agreement,
  personId: string,
  given: Partial<Prisma.AgreementTickUncheckedCreateInput> = {},
): Promise<AgreementTick> {
  return db.agreementTick.create({ data: tickFrom(agreement, { personId, ...given }) })
}

/** As many ticks of one agreement, the oldest first: one statement for all of them. */
export async function makeTicks(db: Tx, agreement: Agreement, given: readonly TickInput[]): Promise<void> {
  await db.agreementTick.createMany({ data: given.map((each) => tickFrom(agreement, each)) })
}

type TickInput = Partial<Prisma.AgreementTickUncheckedCreateInput> & { personId: string }

function tickFrom({ familyId, id: agreementId }: Agreement, given: TickInput) {
  return { familyId, id: v7(), agreementId, state: 'done' as const, ...given }
}
