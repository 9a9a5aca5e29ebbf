import { v5 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { NewAgreement, NewGoal, NewGoals } from '@/lib/domain/new-goals-forms'
import { UserError } from '@/lib/errors'
import type { Plan } from '@/prisma/generated/client'
import { type FrozenRow, freezeWith } from './freeze'
import type { NameOf } from './plan-content'

export const VERSION_CAME_BETWEEN =
  'Intussen is er een nieuwe versie van het veiligheidsplan. Lees die eerst. Zijn uw doelen nog nodig? Vink dit dan aan.'

interface Making {
  nameOf: NameOf
  /** The rows of the version last adopted. */
  last: readonly FrozenRow[]
  adoptedById: string
  adoptedAt: Date
}

/** The rows of these goals and agreements, in force, and the version that holds them. What is asked of them is the caller's to check. */
export async function makeVersionWith(
  tx: Tx,
  plan: Plan,
  input: Pick<NewGoals, 'assessmentId' | 'versionId' | 'reason' | 'goals' | 'agreements'>,
  { nameOf, last, ...adoption }: Making,
): Promise<void> {
  const { familyId, id: planId, version } = plan
  const { assessmentId, versionId, reason, goals, agreements } = input
  const { count } = await tx.plan.updateMany({
    where: { familyId, id: planId, version },
    data: { version: version + 1 },
  })
  if (count === 0) {
    throw new UserError(VERSION_CAME_BETWEEN, 'seen')
  }
  await writeGoals(tx, plan, goals, adoption)
  await writeAgreements(tx, plan, input, adoption)
  const added = new Set([...goals, ...agreements].map(({ id }) => id))
  await freezeWith(tx, plan, nameOf, { ...adoption, reason, id: versionId, last, added })
  await tx.assessmentGoal.createMany({
    data: goals.map(({ id: goalId }) => ({ familyId, goalId, assessmentId, planVersionId: versionId })),
  })
}

type Adopted = Omit<Making, 'nameOf' | 'last'>

async function writeGoals(
  tx: Tx,
  { familyId, id: planId }: Plan,
  goals: readonly NewGoal[],
  { adoptedById, adoptedAt }: Adopted,
) {
  const { _max } = await tx.goal.aggregate({ where: { familyId, planId }, _max: { position: true } })
  await tx.goal.createMany({
    data: goals.map(({ id, text, effect: expectedEffect, about: aboutMemberId }, index) => ({
      ...{ familyId, id, planId, kind: 'safety' as const, text, expectedEffect, aboutMemberId },
      ...{ position: (_max.position ?? 0) + 1 + index, version: 1, authorPersonId: adoptedById, adoptedAt },
      createdAt: adoptedAt,
    })),
  })
}

/** Who does an agreement is written before it is in force: from then on that changes no more. */
async function writeAgreements(
  tx: Tx,
  { familyId, id: planId }: Plan,
  { goals, agreements }: Pick<NewGoals, 'goals' | 'agreements'>,
  { adoptedById, adoptedAt }: Adopted,
) {
  const { _max } = await tx.agreement.aggregate({ where: { familyId, planId }, _max: { position: true } })
  for (const [index, { id, what: text, goal: goalId, doers, rhythm, dueOn, until }] of agreements.entries()) {
    const aboutMemberId = goals.find((goal) => goal.id === goalId)?.about ?? null
    const when = {
      rhythm,
      dueOn: dateColumn(dueOn),
      rhythmUntil: rhythm === 'once' || !until ? null : dateColumn(until),
    }
    await tx.agreement.create({
      data: {
        ...{ familyId, id, planId, text, aboutMemberId, ...when, byEveryone: doers.byEveryone },
        ...{
          position: (_max.position ?? 0) + 1 + index,
          version: 1,
          authorPersonId: adoptedById,
          createdAt: adoptedAt,
        },
      },
      select: { id: true },
    })
    await tx.agreementDoer.createMany({ data: doerRows(familyId, id, doers.people) })
    await tx.agreementGoal.create({ data: { familyId, agreementId: id, goalId } })
  }
  const ids = agreements.map(({ id }) => id)
  await tx.agreement.updateMany({ where: { familyId, id: { in: ids } }, data: { inForceAt: adoptedAt } })
}

function doerRows(familyId: string, agreementId: string, people: NewAgreement['doers']['people']) {
  const unique = new Map(people.map((doer) => [`${doer.kind}:${doer.id}`, doer]))
  return [...unique].map(([key, { kind, id }]) => ({
    familyId,
    agreementId,
    id: v5(key, agreementId),
    personId: kind === 'person' ? id : null,
    memberId: kind === 'member' ? id : null,
    networkPersonId: kind === 'network' ? id : null,
  }))
}
