import type { ToldScore } from '@/lib/domain/told'
import type { DossierViewer } from '@/lib/gate'
import { someoneOf } from './meeting-people'

interface ScoreRow {
  id: string
  memberId: string
  byMember: string | null
  byNetwork: string | null
  score: string | null
  reason: string
  onePointHigher: string
}

/**
 * What family and network gave for this plan, to a family account: its own scores once the invitations are out, the
 * others that it may see when it was admitted. What nobody filled in yet is not told.
 */
export async function toldScores({ tx, familyId }: DossierViewer, planId: string): Promise<ToldScore[]> {
  const rows = await tx.$queryRaw<ScoreRow[]>`
    select s.id, s.member_id as "memberId", s.scorer_member_id as "byMember", s.scorer_network_id as "byNetwork",
      s.score::text as score, s.reason, s.one_point_higher as "onePointHigher"
    from safety_score s
      join called_assessments() c on c.assessment_id = s.assessment_id
      join family_member m on m.family_id = s.family_id and m.id = s.member_id
    where s.family_id = ${familyId}::uuid and c.plan_id = ${planId}::uuid and s.side <> 'professional'
      and s.situation is null and (s.score is not null or s.reason <> '')
    order by m.position, s.id`
  return rows.map(({ byMember, byNetwork, score, ...row }) => ({
    ...row,
    scorer: someoneOf(null, byMember, byNetwork),
    score: score === null ? null : Number(score),
  }))
}
