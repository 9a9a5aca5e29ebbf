import { plainDateOf } from '@/lib/dates'
import type { SaveAgreement, Someone } from '@/lib/domain/meeting-forms'
import type { Prisma } from '@/prisma/generated/client'

export type AgreementValue = Omit<SaveAgreement, 'base' | 'position'>

export const withDoersAndGoals = {
  agreementDoers: { select: { personId: true, memberId: true, networkPersonId: true } },
  agreementGoals: { select: { goalId: true } },
} as const satisfies Prisma.AgreementInclude

export type AgreementRow = Prisma.AgreementGetPayload<{ include: typeof withDoersAndGoals }>

/** An agreement's row as the screen shows it; doers and goals in a fixed order, so that equal ones are equal. */
export function agreementValue(row: AgreementRow): AgreementValue {
  return inOrder({
    text: row.text,
    doers: row.agreementDoers.map(doerOf),
    byEveryone: row.byEveryone,
    rhythm: row.rhythm,
    dueOn: row.dueOn && plainDateOf(row.dueOn),
    until: row.rhythmUntil && plainDateOf(row.rhythmUntil),
    goalIds: row.agreementGoals.map(({ goalId }) => goalId),
  })
}

/** The same agreement with each doer and goal once, in a fixed order. */
export function inOrder({ text, doers, byEveryone, rhythm, dueOn, until, goalIds }: AgreementValue): AgreementValue {
  const unique = new Map(doers.map((doer) => [`${doer.kind}:${doer.id}`, { kind: doer.kind, id: doer.id }]))
  return {
    text,
    doers: [...unique].sort(([one], [other]) => one.localeCompare(other)).map(([, doer]) => doer),
    byEveryone,
    rhythm,
    dueOn,
    until: rhythm === 'once' ? null : until,
    goalIds: [...new Set(goalIds)].sort(),
  }
}

function doerOf({ personId, memberId, networkPersonId }: AgreementRow['agreementDoers'][number]): Someone {
  if (personId) return { kind: 'person', id: personId }
  return memberId ? { kind: 'member', id: memberId } : { kind: 'network', id: networkPersonId ?? '' }
}
