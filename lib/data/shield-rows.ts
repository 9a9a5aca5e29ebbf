import type { SubjectKind } from '@/lib/domain/shield-forms'
import { markKey, type ShieldMark, type ShieldMarks } from '@/lib/domain/shield-views'
import type { DossierViewer } from '@/lib/gate'
import { isLeftIn } from '@/lib/policy'
import { namesOfDossier } from './names'

/** A shield or an opening that is in force, with from whom it hides or to whom it opens, in words. */
export interface RowInForce extends ShieldMark {
  subject: SubjectKind
  subjectId: string | null
  audience: 'account' | 'allFamily' | 'professionalsElsewhere'
  personId: string | null
  reason: string | null
  since: Date
}

const AUDIENCES = {
  allFamily: 'alle accounts van het gezin',
  professionalsElsewhere: 'professionals die niet met dit gezinslid werken',
} as const

/** Shields before openings, the newest first; all of them, or only those on one subject. Only the case director has any. */
export async function rowsInForce(
  { tx, familyId, now }: DossierViewer,
  only?: { kind: SubjectKind; id: string | null },
): Promise<RowInForce[]> {
  const where = { familyId, ...inForce(now), ...(only && { subject: only.kind, subjectId: only.id }) }
  const shields = await tx.shield.findMany({ where, orderBy: { since: 'desc' } })
  const openings = await tx.opening.findMany({ where, orderBy: { since: 'desc' } })
  const nameOf = await namesOfDossier(tx)
  return [
    ...shields.map(({ id, subject, subjectId, audience, personId, reason, since }) => {
      const whom = audience === 'account' ? (nameOf(personId) ?? '') : AUDIENCES[audience]
      return { id, kind: 'shield' as const, subject, subjectId, audience, personId, whom, reason, since }
    }),
    ...openings.map(({ id, subject, subjectId, personId, since }) => ({
      id,
      kind: 'opening' as const,
      subject,
      subjectId,
      audience: 'account' as const,
      personId,
      whom: nameOf(personId) ?? '',
      reason: null,
      since,
    })),
  ]
}

/** What is shielded or opened, to be shown where the thing itself stands; null, without a look, for all but the director. */
export async function shieldMarks(viewer: DossierViewer): Promise<ShieldMarks> {
  if (!viewer.roles.includes('caseDirector') || !isLeftIn(viewer.familyState, 'access.manage')) {
    return null
  }
  const rows = await rowsInForce(viewer)
  const marks = Map.groupBy(rows, ({ subject, subjectId }) => markKey(subject, subjectId))
  return Object.fromEntries(
    [...marks].map(([key, own]) => [key, own.map(({ id, kind, whom }): ShieldMark => ({ id, kind, whom }))]),
  )
}

export function inForce(now: Date) {
  return { OR: [{ until: null }, { until: { gt: now } }] }
}
