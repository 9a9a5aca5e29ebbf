import { type DashboardSeries, dashboardSeries } from '@/lib/domain/chart'
import type { ChartMark } from '@/lib/domain/chart-marks'
import type { DossierFrame, FrameMember } from '@/lib/domain/dossier'
import type { RunningAssessment } from '@/lib/domain/extra-assessment'
import { coursesOf, type MemberCourse } from '@/lib/domain/member-course'
import { assessmentMean, closedInOrder, lowestMember, memberScore, type SafetyAssessment } from '@/lib/domain/safety'
import {
  type AssessmentOnPage,
  type DirectMeasures,
  type MemberInAssessment,
  type ScoreWithReason,
  type Stability,
  stabilityOf,
} from '@/lib/domain/safety-course'
import type { DossierViewer } from '@/lib/gate'
import { dossierFrame } from './dossier-frame'
import { runningAssessments } from './running-assessments'
import { marksOfStory } from './safety-story'

export interface SafetyPage {
  frame: DossierFrame
  stability: Stability
  courses: MemberCourse[]
  /** The safety line alone, and all that happened on its axis. */
  series: DashboardSeries
  marks: ChartMark[]
  /** Who has the lowest score now; null before the first. */
  lowestId: string | null
  /** The newest first. */
  assessments: AssessmentOnPage[]
  /** Extra ones that still run, for who may know of them; the newest first. */
  running: RunningAssessment[]
}

type KeptScore = ScoreWithReason & { memberId: string; isAway: boolean }

interface KeptAssessment {
  id: string
  question: string | null
  measures: DirectMeasures[]
  assessed: string[]
  minimumMet: boolean | null
  minimumReason: string | null
  conclusion: string | null
  scores: KeptScore[]
}

/** All closed assessments with every score and reason that this viewer may see, and which extra ones still run. */
export async function safetyPage(viewer: DossierViewer): Promise<SafetyPage> {
  const frame = await dossierFrame(viewer)
  const seesEverything = !frame.roles.includes('family')
  return {
    frame,
    stability: stabilityOf(frame.assessments, frame.members, frame.today, seesEverything),
    courses: coursesOf(frame.assessments, frame.members),
    series: dashboardSeries(frame.assessments, []),
    marks: await marksOfStory(viewer, frame),
    lowestId: frame.score?.lowest.memberId ?? null,
    assessments: await assessmentsOnPage(viewer, frame),
    running: await runningAssessments(viewer),
  }
}

/** All closed assessments with every score and reason that this viewer may see, the newest first. */
export async function assessmentsOnPage(viewer: DossierViewer, frame: DossierFrame): Promise<AssessmentOnPage[]> {
  const kept = await keptAssessments(viewer)
  return closedInOrder(frame.assessments)
    .reverse()
    .flatMap((assessment) => {
      const said = kept.find(({ id }) => id === assessment.id)
      return said ? [onPage(assessment, said, frame.members)] : []
    })
}

/** One extra assessment with what this viewer may see of it, also while it runs; null before the first score. */
export async function extraOnPage(
  viewer: DossierViewer,
  frame: DossierFrame,
  { id, heldOn, closedAt }: Pick<SafetyAssessment, 'id' | 'heldOn' | 'closedAt'>,
): Promise<AssessmentOnPage | null> {
  const [kept] = await keptAssessments(viewer, id)
  if (!kept || kept.scores.length === 0) {
    return null
  }
  const scores = kept.scores.map((each) => ({ ...each, scorerId: each.scorer }))
  const label = 'Extra veiligheidsinschatting'
  const known = { id, kind: 'extra', planKind: null, label, heldOn, closedAt, scores } as const
  return onPage({ ...known, assessedMembers: kept.assessed }, kept, frame.members)
}

/** The closed ones, or only this one. */
async function keptAssessments({ tx }: DossierViewer, only: string | null = null): Promise<KeptAssessment[]> {
  const rows = await tx.$queryRaw<{ assessment: KeptAssessment }[]>`
    with people as materialized (select person_id, name, profession, organisation from dossier_people()),
      network as materialized (select id, name, relation from dossier_network())
    select json_build_object('id', a.id, 'minimumMet', a.minimum_met, 'minimumReason', a.minimum_reason,
      'conclusion', a.conclusion, 'question', a.question,
      'assessed', (select coalesce(json_agg(d.member_id order by d.id), '[]') from assessed_member d
        where d.family_id = a.family_id and d.assessment_id = a.id and d.dropped_reason is null),
      'measures', (select coalesce(json_agg(json_build_object('who', o.name, 'text', i.direct_measures) order by o.name), '[]')
        from assessment_invitee i join people o on o.person_id = i.person_id
        where i.family_id = a.family_id and i.assessment_id = a.id and trim(i.direct_measures) <> ''),
      'scores', (select coalesce(json_agg(json_build_object('memberId', s.member_id, 'side', s.side, 'score', s.score,
          'scorer', coalesce(o.name, split_part(m.first_names, ' ', 1), n.name, ''),
          'detail', coalesce(nullif(concat_ws(', ', o.profession, o.organisation), ''), n.relation),
          'reason', s.reason, 'onePointHigher', s.one_point_higher, 'situation', s.situation,
          'underSixAnswer', s.under_six_answer, 'isAway', s.id in (select away_scores())) order by s.score, s.id), '[]')
        from safety_score s
        left join people o on o.person_id = s.scorer_person_id
        left join family_member m on m.family_id = s.family_id and m.id = s.scorer_member_id
        left join network n on n.id = s.scorer_network_id
        where s.family_id = a.family_id and s.assessment_id = a.id and not s.held_back)) as assessment
    from safety_assessment a
    where case when ${only}::uuid is null then a.closed_at is not null else a.id = ${only}::uuid end`
  return rows.map(({ assessment }) => assessment)
}

/** What was concluded speaks of every member: who may not see one of them does not read it here either. */
function onPage(assessment: SafetyAssessment, kept: KeptAssessment, members: readonly FrameMember[]): AssessmentOnPage {
  const { scores, assessedMembers } = assessment
  const nameOf = (id: string) => members.find((member) => member.id === id)?.firstName ?? ''
  const lowest = lowestMember(scores, assessedMembers)
  const speaksOfAll = assessedMembers.every((id) =>
    kept.scores.some(({ memberId, side }) => memberId === id && side === 'professional'),
  )
  const scored = [...new Set([...assessedMembers, ...kept.scores.map(({ memberId }) => memberId)])]
  return {
    id: assessment.id,
    isExtra: assessment.kind === 'extra',
    label: assessment.label,
    question: speaksOfAll ? kept.question : null,
    measures: speaksOfAll ? kept.measures : [],
    heldOn: assessment.heldOn,
    mean: assessmentMean(scores),
    lowest: lowest && { name: nameOf(lowest.memberId), score: lowest.score },
    minimumMet: kept.minimumMet,
    minimumReason: speaksOfAll ? kept.minimumReason : null,
    conclusion: speaksOfAll ? kept.conclusion : null,
    members: scored.flatMap((memberId) => {
      const own = kept.scores.filter((each) => each.memberId === memberId)
      return own.length === 0 ? [] : [memberOf(memberId, nameOf(memberId), own, memberScore(scores, memberId))]
    }),
  }
}

function memberOf(memberId: string, name: string, scores: KeptScore[], mean: number | null): MemberInAssessment {
  const there = scores.filter(({ isAway }) => !isAway)
  const forNow = there.filter(({ situation }) => situation === null)
  return {
    memberId,
    name,
    mean,
    professionals: forNow.filter(({ side }) => side === 'professional'),
    beside: forNow.filter(({ side }) => side !== 'professional'),
    otherSituations: there.filter(({ situation }) => situation !== null),
    away: scores.filter(({ isAway }) => isAway),
  }
}
