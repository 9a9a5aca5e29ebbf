import type { SubjectKind } from '@/lib/domain/shield-forms'
import { markKey, type ShieldMark, type ShieldMarks } from '@/lib/domain/shield-views'
import type { DossierViewer } from '@/lib/gate'
import { isLeftIn } from '@/lib/policy'
import type { Statements } from '@/lib/statements'
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
  { tx, familyId, now }: DossierViewer<Statements>,
  only?: { kind: SubjectKind; id: string | null },
): Promise<RowInForce[]> {
  const [rows, nameOf] = await Promise.all([
    tx.$queryRaw<Omit<RowInForce, 'whom'>[]>`
      select id, 'shield' as kind, subject::text, subject_id as "subjectId", audience::text, person_id as "personId", reason,
        since
      from shield where family_id = ${familyId}::uuid and (until is null or until > ${now}::timestamptz)
      union all
      select id, 'opening', subject::text, subject_id, 'account', person_id, null, since
      from opening where family_id = ${familyId}::uuid and (until is null or until > ${now}::timestamptz)
      order by kind desc, since desc`,
    namesOfDossier(tx),
  ])
  return rows
    .filter(({ subject, subjectId }) => !only || (subject === only.kind && subjectId === only.id))
    .map((row) => ({
      ...row,
      whom: row.audience === 'account' ? (nameOf(row.personId) ?? '') : AUDIENCES[row.audience],
    }))
}

/** What is shielded or opened, to be shown where the thing itself stands; null, without a look, for all but the director. */
export async function shieldMarks(viewer: DossierViewer<Statements>): Promise<ShieldMarks> {
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
