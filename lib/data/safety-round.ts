import { isAskedAbout } from '@/lib/domain/household'
import type { MemberView, RoundView, ScoreView } from '@/lib/domain/meeting-view'
import { typedScore } from '@/lib/domain/score'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import type { SafetyScore } from '@/prisma/generated/client'
import { someoneOf } from './meeting-people'

type ScoreRow = Omit<ScoreView, 'scorer' | 'score' | 'underSixAnswer' | 'isHeldBack'> &
  Pick<SafetyScore, 'scorerPersonId' | 'scorerMemberId' | 'scorerNetworkId' | 'underSixAnswer' | 'heldBack'> & {
    score: number | SafetyScore['score']
  }

export interface RoundRow extends Pick<RoundView, 'isClosed' | 'isUnseen' | 'minimum'> {
  assessed: { memberId: string; droppedReason: string | null }[]
  scores: ScoreRow[]
}

/** Who is assessed, what was scored and what the director recorded; before the first need every child of the household is on the list. */
export async function safetyRound(
  viewer: DossierViewer<Statements>,
  planId: string,
  members: readonly MemberView[],
): Promise<RoundView> {
  return roundFrom(await askRound(viewer, planId), members)
}

/** The assessment of this plan's meeting as this viewer may see it; undefined before the first need. */
export async function askRound(
  { tx, familyId }: DossierViewer<Statements>,
  planId: string,
): Promise<RoundRow | undefined> {
  const [row] = await tx.$queryRaw<RoundRow[]>`
    with assessment as materialized (
      select id, family_id, closed_at, minimum_met, minimum_reason from safety_assessment
      where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and kind = 'meeting' order by opened_at limit 1)
    select a.closed_at is not null as "isClosed", a.id in (select id from open_rounds() as r (id)) as "isUnseen",
      json_build_object('isMet', a.minimum_met, 'reason', coalesce(a.minimum_reason, '')) as minimum,
      (select coalesce(json_agg(json_build_object('memberId', m.member_id, 'droppedReason', m.dropped_reason)), '[]')
        from assessed_member m where m.family_id = a.family_id and m.assessment_id = a.id) as assessed,
      (select coalesce(json_agg(json_build_object('memberId', s.member_id, 'scorerPersonId', s.scorer_person_id,
          'scorerMemberId', s.scorer_member_id, 'scorerNetworkId', s.scorer_network_id, 'score', s.score,
          'cannotJudge', s.cannot_judge, 'reason', s.reason, 'onePointHigher', s.one_point_higher,
          'underSixAnswer', s.under_six_answer, 'version', s.version, 'heldBack', s.held_back) order by s.id), '[]')
        from safety_score s where s.family_id = a.family_id and s.assessment_id = a.id and s.situation is null) as scores
    from assessment a`
  return row
}

/** The round for these members, of what was asked. */
export function roundFrom(row: RoundRow | undefined, members: readonly MemberView[]): RoundView {
  return {
    isClosed: row?.isClosed ?? false,
    isUnseen: row?.isUnseen ?? false,
    members: members.map((member) => {
      const own = row?.assessed.find(({ memberId }) => memberId === member.id)
      const isAssessed = row ? own !== undefined && own.droppedReason === null : isAskedAbout(member)
      return { ...member, isAssessed, droppedReason: own?.droppedReason ?? null }
    }),
    scores: row?.scores.map(scoreView) ?? [],
    minimum: row?.minimum ?? { isMet: null, reason: '' },
  }
}

/** A kept score as a form shows it. */
export function scoreView(row: ScoreRow): ScoreView {
  const { memberId, cannotJudge, reason, onePointHigher, underSixAnswer, version } = row
  return {
    memberId,
    scorer: someoneOf(row.scorerPersonId, row.scorerMemberId, row.scorerNetworkId),
    score: typedScore(row.score === null ? null : Number(row.score)),
    cannotJudge,
    reason,
    onePointHigher,
    underSixAnswer: underSixAnswer ?? '',
    version,
    ...(row.heldBack && { isHeldBack: true }),
  }
}
