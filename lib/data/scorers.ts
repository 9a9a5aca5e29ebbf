import type { Someone } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { type DossierRight, holds } from '@/lib/policy'
import type { Prisma } from '@/prisma/generated/client'
import type { PlanInView } from './plans'

const NOT_IN_MEETING = 'Deze persoon doet niet mee aan dit overleg. Ververs de pagina.'
const NOT_AT_TABLE = 'U staat niet op de lijst van wie er nu is. Vraag de casusregisseur om u daarop te zetten.'

/** As whom the viewer gives scores: a family account as its family member, everyone else as themselves. */
export function scorerOf({ memberId, personId }: Pick<DossierViewer, 'memberId' | 'personId'>): Someone {
  return memberId === null ? { kind: 'person', id: personId } : { kind: 'member', id: memberId }
}

/**
 * The right under which this score is written down; refuses who has it not for this plan. Throws a UserError for a
 * scorer who is not at the table, and for the neutral chair.
 */
export async function demandScorer(viewer: DossierViewer, plan: PlanInView, scorer: Someone): Promise<DossierRight> {
  const seat = await seatOf(viewer, plan.id, scorer)
  const isAtTable = seat !== null && seat.attendance !== 'absent'
  const right = rightToScore(viewer, plan, scorer, isAtTable)
  demand(viewer, right, plan.facts)
  const mayBeAway = scorer.kind === 'person' ? seat !== null : await isOfDossier(viewer, scorer)
  if (right === 'scores.own' ? !isAtTable : !mayBeAway) {
    throw new UserError(right === 'scores.own' ? NOT_AT_TABLE : NOT_IN_MEETING, 'scorer')
  }
  if (seat?.role === 'gipsMaster') {
    throw new UserError('De GIPSmeester is neutraal en geeft geen cijfer.', 'scorer')
  }
  return right
}

/** The seat of this person at the meeting of a plan, or null. */
export async function seatOf({ tx, familyId }: DossierViewer, planId: string, who: Someone) {
  return tx.participant.findFirst({
    where: { familyId, meeting: { planId }, ...whoIs(who) },
    select: { role: true, attendance: true },
  })
}

/** Scores of the family belong to the preparation, unless that person sits at the table; own ones to who gives them. */
function rightToScore(
  { roles, ...viewer }: DossierViewer,
  { facts }: PlanInView,
  scorer: Someone,
  isAtTable: boolean,
): DossierRight {
  if (scorer.id === scorerOf(viewer).id && !holds(roles, 'meeting.write', facts)) {
    return 'scores.own'
  }
  const isOfFamily = scorer.kind !== 'person' && !(isAtTable && !holds(roles, 'preparation.write', facts))
  return isOfFamily ? 'preparation.write' : 'meeting.write'
}

/** Whom someone of the family scores: the children, and themselves. */
export async function isChildOrSelf({ tx, familyId, memberId }: DossierViewer, id: string): Promise<boolean> {
  const child = { familyId, id, kind: { in: ['child' as const, 'unborn' as const] } }
  return id === memberId || (await tx.familyMember.findFirst({ where: child, select: { id: true } })) !== null
}

async function isOfDossier({ tx, familyId }: DossierViewer, { kind, id }: Someone): Promise<boolean> {
  const where = { where: { familyId, id }, select: { id: true } }
  return (kind === 'member' ? await tx.familyMember.findFirst(where) : await tx.networkPerson.findFirst(where)) !== null
}

function whoIs({ kind, id }: Someone): Prisma.ParticipantWhereInput {
  if (kind === 'person') return { personId: id }
  return kind === 'member' ? { memberId: id } : { networkPersonId: id }
}
