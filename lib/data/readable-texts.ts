import type { PlanKind } from '@/lib/domain/agendas/agenda'
import { planSlug, planTitle } from '@/lib/domain/plan-state'
import type { DossierViewer } from '@/lib/gate'

/** A text that somebody typed, with the page where it stands. */
export interface ReadableText {
  text: string
  /** "GIPS 1 – veiligheidsplan". */
  label: string
  path: string
}

interface TextRow {
  place: 'plan' | 'safety' | 'signals' | 'documents' | 'member' | 'network'
  /** A question of the plan, or the id of the member or of the person of the network. */
  ref: string | null
  kind: PlanKind | null
  ordinal: number | null
  /** Of a definitive plan; null while it is being made. */
  version: number | null
  latest: number | null
  text: string
}

/**
 * Every text in this dossier that was typed by somebody and that whoever looks now may read, adopted plans in all their
 * versions. Of a plan that is being made: what will be readable once it is adopted.
 */
export async function readableTexts({ tx, familyId, code }: DossierViewer): Promise<ReadableText[]> {
  const plans = await tx.plan.findMany({ where: { familyId, state: { not: 'definitive' } }, select: { id: true } })
  const inMaking = plans.map(({ id }) => id)
  const rows = await tx.$queryRaw<TextRow[]>`
    with live as (
      select plan_id, item_key as ref, text from answer where plan_id = any (${inMaking}::uuid[])
      union all select plan_id, null, concat_ws(E'\n', text, harmful_effect) from concern
        where removed_at is null and plan_id = any (${inMaking}::uuid[])
      union all select plan_id, 'riskAssessment.factors', facts from risk_factor_rating
        where plan_id = any (${inMaking}::uuid[])
      union all select plan_id, null, concat_ws(E'\n', reason, harmful_effect) from top_three_decision
        where plan_id = any (${inMaking}::uuid[])
      union all select plan_id, null, concat_ws(E'\n', text, closed_reason) from goal
      union all select plan_id, null, concat_ws(E'\n', text, dropped_reason) from agreement
      union all select a.plan_id, null, t.remark from agreement_tick t
        join agreement a on a.family_id = t.family_id and a.id = t.agreement_id
      union all select plan_id, null, remark from goal_review
      union all select plan_id, null, remark from goal_evaluation
      union all select plan_id, null, reason from goal_verdict
      union all select plan_id, null, reason from carried_agreement
      union all select plan_id, null, words from plan_response where plan_id = any (${inMaking}::uuid[])
      union all select plan_id, null, concat_ws(E'\n', text, decision_reason) from proposal
        where plan_id = any (${inMaking}::uuid[])),
    adopted as (
      select v.plan_id, r.item_key as ref, v.number, s.value #>> '{}' as text
      from frozen_rows(array(select id from plan_version)) r
      join plan_version v on v.id = r.plan_version_id,
      jsonb_path_query(r.content, '$.** ? (@.type() == "string")') s(value)),
    texts as (
      select 'plan' as place, split_part(l.ref, ':', 1) as ref, p.kind, p.ordinal, null::int as version, p.version as latest, l.text
        from live l join plan p on p.id = l.plan_id
      union all select 'plan', a.ref, p.kind, p.ordinal, a.number, p.version, a.text from adopted a join plan p on p.id = a.plan_id
      union all select 'safety', null, null, null, null, null,
        concat_ws(E'\n', reason, one_point_higher, situation, under_six_answer) from safety_score
      union all select 'safety', null, null, null, null, null, concat_ws(E'\n', minimum_reason, conclusion) from safety_assessment
      union all select 'signals', null, null, null, null, null, concat_ws(E'\n', happened, outcome)
        from signals_shared_with_me()
      union all select 'documents', null, null, null, null, null, concat_ws(E'\n', title, summary) from document
      union all select 'member', member_id::text, null, null, null, null, concat_ws(E'\n', interpreter, justice_involvement)
        from member_details
      union all select 'member', member_id::text, null, null, null, null, note from residence
      union all select 'member', member_id::text, null, null, null, null, court from protection_measure
      union all select 'member', member_id::text, null, null, null, null, scope from consent
      union all select 'member', member_id::text, null, null, null, null, not_needed_reason from confidant
      union all select 'member', child_id::text, null, null, null, null, contact_note from child_adult
      union all select 'network', id::text, null, null, null, null, concat_ws(E'\n', name, relation, offered_help)
        from network_person)
    select distinct place, ref, kind, ordinal, version, latest, text from texts where text <> ''
    order by place, kind, ordinal, version desc nulls first, ref, text`
  return rows.map((row) => ({ text: row.text, ...placeOf(row, `/gezinnen/${code}`) }))
}

function placeOf({ place, ref, kind, ordinal, version, latest }: TextRow, dossier: string): Omit<ReadableText, 'text'> {
  switch (place) {
    case 'safety':
      return { label: 'Veiligheid', path: `${dossier}/veiligheid` }
    case 'signals':
      return { label: 'Signalen', path: `${dossier}/signalen` }
    case 'documents':
      return { label: 'Documenten', path: `${dossier}/documenten` }
    case 'member':
      return { label: 'Gezinsleden', path: `${dossier}/gezinsleden/${ref}` }
    case 'network':
      return { label: 'Netwerk', path: `${dossier}/netwerk/${ref}` }
    case 'plan': {
      const plan = { kind: kind ?? 'gips1', ordinal: ordinal ?? 1 }
      const isEarlier = version !== null && version !== latest
      const title = planTitle(plan.kind, plan.ordinal)
      return {
        label: isEarlier ? `${title}, versie ${version}` : title,
        path: `${dossier}/plannen/${planSlug(plan)}${isEarlier ? `?versie=${version}` : ''}${ref ? `#${ref}` : ''}`,
      }
    }
  }
}
