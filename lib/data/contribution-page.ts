import type { ContributionPage, OwnScores, RiskChoice } from '@/lib/domain/contribution-view'
import { isScoredAtHome } from '@/lib/domain/household'
import { meetingTitle } from '@/lib/domain/plan-state'
import { playsAPart } from '@/lib/domain/risk-assessment'
import { whatWasTold } from '@/lib/domain/told'
import type { OwnDraft } from '@/lib/domain/top-three-draft'
import type { DossierViewer } from '@/lib/gate'
import { holds } from '@/lib/policy'
import { answersOf } from './answer-sheets'
import { dossierFrame } from './dossier-frame'
import { ownEvaluation } from './evaluations'
import { membersOf } from './meeting-people'
import { peopleOf } from './people-names'
import { type PlanInView, planFor } from './plans'
import { reportedConcernsOf } from './reported-concerns'
import { risksOf } from './risk-assessment'
import { safetyRound } from './safety-round'
import { roundStanding } from './score-rounds'
import { scorerOf, seatOf } from './scorers'
import { toldScores } from './told-scores'
import { ownDraft, preparesTopThree } from './top-three-drafts'

/** What the viewer brings to this plan, and for a family account what it told; as far as the row policies show it. */
export async function contributionPage(viewer: DossierViewer, slug: string): Promise<ContributionPage> {
  const plan = await planFor(viewer, slug, 'contribution.read')
  const scores = holds(viewer.roles, 'scores.own', plan.facts) ? await ownScores(viewer, plan) : null
  const prepares = holds(viewer.roles, 'topThree.draft', plan.facts) && (await preparesTopThree(viewer, plan))
  return {
    frame: await dossierFrame(viewer),
    plan: { slug: plan.slug, title: meetingTitle(plan.kind, plan.ordinal), state: plan.state },
    drafts: prepares ? await ownDrafts(viewer, plan) : [],
    risks: prepares ? await risksToChoose(viewer, plan) : [],
    scores,
    evaluation: scores?.state === 'open' ? await ownEvaluation(viewer, plan, scores.scorer) : null,
    told: viewer.memberId === null ? null : await toldTo(viewer, plan, viewer.memberId),
  }
}

async function ownDrafts(viewer: DossierViewer, plan: PlanInView): Promise<OwnDraft[]> {
  const drafts: OwnDraft[] = []
  for (const { id, name, isChild } of plan.subjects) drafts.push(await ownDraft(viewer, plan.id, { id, name, isChild }))
  return plan.kind === 'gips3' ? drafts : [await ownDraft(viewer, plan.id)]
}

async function risksToChoose(viewer: DossierViewer, plan: PlanInView): Promise<RiskChoice[]> {
  const risks = await risksOf(viewer, plan)
  return risks.filter(({ presence }) => playsAPart(presence)).map(({ key, name, group }) => ({ key, name, group }))
}

async function ownScores(viewer: DossierViewer, plan: PlanInView): Promise<OwnScores | null> {
  const scorer = scorerOf(viewer)
  const seat = await seatOf(viewer, plan.id, scorer)
  if (seat?.role === 'gipsMaster') {
    return null
  }
  const { isClosed, members, scores } = await safetyRound(viewer, plan.id, await membersOf(viewer))
  const isScored = (member: (typeof members)[number]) =>
    scorer.kind === 'member' ? isScoredAtHome(member) || member.id === scorer.id : member.isAssessed
  const fromHere = seat === null || seat.attendance === 'absent' ? 'away' : 'open'
  return {
    scorer,
    members: members.filter(isScored).map(({ id, name, isChild }) => ({ id, name, isChild })),
    given: scores.filter((score) => score.scorer.id === scorer.id),
    state: isClosed ? 'closed' : fromHere,
    round: await roundStanding(viewer, plan),
  }
}

/** What others told is for who may read the plan while it is made; after that it stands in the plan itself. */
async function toldTo(viewer: DossierViewer, plan: PlanInView, memberId: string): Promise<ContributionPage['told']> {
  const input = {
    agenda: plan.agenda,
    people: await peopleOf(viewer, plan.id),
    answers: await answersOf(viewer, plan.id),
    scores: await toldScores(viewer, plan.id),
    concerns: await reportedConcernsOf(viewer, plan.id),
  }
  const isAtTable = plan.facts.isAdmitted || plan.facts.isOpened
  return {
    own: whatWasTold(input, memberId, 'member'),
    others: isAtTable ? whatWasTold(input, memberId, 'others') : [],
  }
}
