import type { PlanKind } from '@/lib/domain/agendas/agenda'
import type { DossierFrame, FrameMember, FramePlan } from '@/lib/domain/dossier'
import type { PlainDate } from '@/lib/domain/plain-date'
import { meetingTitle } from '@/lib/domain/plan-state'
import { currentScore, type SafetyAssessment, type SafetyScore } from '@/lib/domain/safety'
import type { DossierViewer } from '@/lib/gate'

interface AssessmentJson {
  id: string
  kind: 'meeting' | 'extra'
  planKind: PlanKind | null
  planOrdinal: number | null
  heldOn: PlainDate
  closedAt: string | null
  assessed: string[]
  scores: SafetyScore[]
}

interface FrameRow {
  members: FrameMember[]
  plans: FramePlan[]
  assessments: AssessmentJson[]
}

/**
 * Members, plans and closed assessments as this viewer may see them, in one round trip; the score and its lowest member
 * follow from what is visible, so that a shielded score appears nowhere, not even in a mean.
 */
export async function dossierFrame(viewer: DossierViewer): Promise<DossierFrame> {
  const [row] = await viewer.tx.$queryRaw<FrameRow[]>`
    select
      (select coalesce(json_agg(json_build_object('id', m.id, 'firstName', split_part(m.first_names, ' ', 1),
          'initials', m.initials, 'kind', m.kind) order by m.position, m.id), '[]')
        from family_member m) as members,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'ordinal', p.ordinal, 'state', p.state,
          'version', p.version, 'heldOn', g.held_on, 'part', g.part) order by p.kind, p.ordinal), '[]')
        from plan p left join meeting g on g.family_id = p.family_id and g.plan_id = p.id) as plans,
      (select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'planKind', p.kind, 'planOrdinal', p.ordinal,
          'heldOn', coalesce(g.held_on, (a.closed_at at time zone 'Europe/Amsterdam')::date), 'closedAt', a.closed_at,
          'assessed', (select coalesce(json_agg(s.member_id order by s.id), '[]') from assessed_member s
            where s.assessment_id = a.id and s.dropped_reason is null),
          'scores', (select coalesce(json_agg(json_build_object('memberId', s.member_id,
              'scorerId', coalesce(s.scorer_person_id, s.scorer_member_id, s.scorer_network_id),
              'side', s.side, 'score', s.score, 'situation', s.situation)), '[]')
            from safety_score s where s.assessment_id = a.id))), '[]')
        from safety_assessment a
        left join plan p on p.family_id = a.family_id and p.id = a.plan_id
        left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
        where a.closed_at is not null) as assessments`
  const assessments = (row?.assessments ?? []).map(assessmentOf)
  return {
    code: viewer.code,
    familyName: viewer.familyName,
    familyState: viewer.familyState,
    viewerName: viewer.personName,
    roles: viewer.roles,
    memberId: viewer.memberId,
    today: viewer.today,
    members: row?.members ?? [],
    plans: row?.plans ?? [],
    assessments,
    score: currentScore(assessments),
  }
}

function assessmentOf({ assessed, planOrdinal, ...json }: AssessmentJson): SafetyAssessment {
  const label = json.planKind ? meetingTitle(json.planKind, planOrdinal ?? 1) : 'Extra veiligheidsinschatting'
  return { ...json, label, assessedMembers: assessed }
}
