import type { DossierFrame, FrameMember, FramePlan } from '@/lib/domain/dossier'
import type { PlainDate } from '@/lib/domain/plain-date'
import { meetingTitle } from '@/lib/domain/plan-state'
import { isRiskPartClosed } from '@/lib/domain/risk-part'
import { currentScore, type SafetyAssessment, type SafetyScore } from '@/lib/domain/safety'
import type { DossierViewer, Entered } from '@/lib/gate'
import type { Statements } from '@/lib/statements'

interface AssessmentJson {
  id: string
  kind: 'meeting' | 'extra'
  planId: string | null
  closedAt: string | null
  closedOn: PlainDate
  minimumMet: boolean | null
  assessed: string[]
  scores: SafetyScore[]
}

type PlanJson = Omit<FramePlan, 'staysAtSafety'> & { exceptionReason: string | null }

export interface FrameRow {
  members: FrameMember[]
  plans: PlanJson[]
  assessments: AssessmentJson[]
}

/**
 * Members, plans and closed assessments as this viewer may see them, in one round trip; the score and its lowest member
 * follow from what is visible, so that a shielded score appears nowhere, not even in a mean. What a professional gave who
 * was absent after all does not count, and is left out.
 */
export async function dossierFrame(viewer: DossierViewer<Statements>): Promise<DossierFrame> {
  return frameOf(await askFrame(viewer.tx), viewer)
}

/** What the frame is made of; needs no more than to stand behind the gate. */
export async function askFrame(tx: Statements): Promise<FrameRow | undefined> {
  const [row] = await tx.$queryRaw<FrameRow[]>`
    select
      (select coalesce(json_agg(json_build_object('id', m.id, 'firstName', split_part(m.first_names, ' ', 1),
          'initials', m.initials, 'kind', m.kind) order by m.position, m.id), '[]')
        from family_member m) as members,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'ordinal', p.ordinal, 'state', p.state,
          'version', p.version, 'exceptionReason', p.minimum_exception_reason, 'heldOn', g.held_on, 'part', g.part,
          'isReadable', p.version > 0 or p.id in (select readable_plans())) order by p.kind, p.ordinal), '[]')
        from plan p left join meeting g on g.family_id = p.family_id and g.plan_id = p.id) as plans,
      (select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'planId', a.plan_id, 'closedAt', a.closed_at,
          'minimumMet', a.minimum_met,
          'closedOn', (a.closed_at at time zone 'Europe/Amsterdam')::date,
          'assessed', (select coalesce(json_agg(s.member_id order by s.id), '[]') from assessed_member s
            where s.assessment_id = a.id and s.dropped_reason is null),
          'scores', (select coalesce(json_agg(json_build_object('memberId', s.member_id,
              'scorerId', coalesce(s.scorer_person_id, s.scorer_member_id, s.scorer_network_id),
              'side', s.side, 'score', s.score, 'situation', s.situation)), '[]')
            from safety_score s where s.assessment_id = a.id and s.id not in (select away_scores())))), '[]')
        from safety_assessment a
        where a.closed_at is not null) as assessments`
  return row
}

/** The frame for this viewer, of what was asked. */
export function frameOf(row: FrameRow | undefined, viewer: Entered): DossierFrame {
  const plans = (row?.plans ?? []).map((each) => planOf(each, row?.assessments ?? []))
  const assessments = (row?.assessments ?? []).map((each) => assessmentOf(each, plans))
  return {
    code: viewer.code,
    familyName: viewer.familyName,
    familyState: viewer.familyState,
    viewerName: viewer.personName,
    hasUnread: viewer.hasUnread,
    roles: viewer.roles,
    memberId: viewer.memberId,
    today: viewer.today,
    members: row?.members ?? [],
    plans,
    assessments,
    score: currentScore(assessments),
  }
}

/** An extra assessment of the plan says nothing of its meeting. */
function planOf({ exceptionReason, ...plan }: PlanJson, assessments: readonly AssessmentJson[]): FramePlan {
  const atMeeting = assessments.find(({ kind, planId }) => kind === 'meeting' && planId === plan.id)
  const minimumMet = atMeeting?.minimumMet ?? null
  return { ...plan, staysAtSafety: isRiskPartClosed({ kind: plan.kind, minimumMet, exceptionReason }) }
}

/** What comes from a meeting has the meeting's name and date. */
function assessmentOf(
  { assessed, planId, closedOn, minimumMet: _minimumMet, ...json }: AssessmentJson,
  plans: readonly FramePlan[],
): SafetyAssessment {
  const plan = plans.find(({ id }) => id === planId)
  return {
    ...json,
    planKind: plan?.kind ?? null,
    label: plan ? meetingTitle(plan.kind, plan.ordinal) : 'Extra veiligheidsinschatting',
    heldOn: plan?.heldOn ?? closedOn,
    assessedMembers: assessed,
  }
}
