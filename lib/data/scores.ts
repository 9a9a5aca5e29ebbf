import { v5 } from 'uuid'
import type { RowSaved, SaveOwnScore, SaveScore, Someone } from '@/lib/domain/meeting-forms'
import { judgeSave } from '@/lib/domain/meeting-forms'
import { AFTER_REVEAL } from '@/lib/domain/score-round'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { DossierRight } from '@/lib/policy'
import type { Prisma, SafetyAssessment, SafetyScore, ScoreSide } from '@/prisma/generated/client'
import { assessmentOf, openAssessment } from './meeting-assessment'
import { namesOfDossier } from './names'
import type { PlanInView } from './plans'
import { demandScorer, isChildOrSelf, scorerOf } from './scorers'
import { keepRound, takesFigures, whyHidden } from './unseen-scores'
import { write } from './write'

export type ScoreValue = Pick<SaveScore, 'score' | 'cannotJudge' | 'reason' | 'onePointHigher' | 'underSixAnswer'>

const SIDES: Record<Someone['kind'], ScoreSide> = { person: 'professional', member: 'family', network: 'network' }

/**
 * Keeps what one person gives one family member in the safety round, for safety now (0–10 with one decimal, or "cannot
 * judge"). The neutral chair gives none; who is left out of the assessment gets none from professionals. Scores of the
 * family belong to the preparation, unless that person sits at the table. Throws a UserError at the field.
 */
export async function saveScore(
  viewer: DossierViewer,
  plan: PlanInView,
  input: SaveScore,
): Promise<RowSaved<ScoreValue>> {
  const right = await demandScorer(viewer, plan, input.scorer)
  const assessment = await openAssessment(viewer, plan, right)
  const isUnseen = await keepRound(viewer, assessment.id)
  await demandAssessed(viewer, assessment.id, input)
  const value = typedValue(input)
  const sent = { base: input.base, value, after: input.after && typedValue(input.after) }
  const standing = (await scoreOf(viewer, assessment.id, input)) ?? (await startScore(viewer, assessment, plan, input))
  const row = await lockScore(viewer, standing)
  const verdict = judgeSave({ version: row.version, value: scoreValue(row) }, sent)
  if (verdict === 'same') {
    return { outcome: 'saved', version: row.version }
  }
  if (verdict === 'write') {
    await overwrite(viewer, plan, row, value, { right, isUnseen })
    return { outcome: 'saved', version: row.version + 1 }
  }
  const by = (await namesOfDossier(viewer.tx))(row.authorPersonId)
  return { outcome: 'conflict', mine: value, theirs: scoreValue(row), version: row.version, by }
}

/**
 * The same for what the viewer gives from their own account, in the meeting: there is no way to name another scorer. A
 * family account scores the children and itself. Refuses who may give none, and the chair; throws a UserError for who is
 * not at this table.
 */
export async function saveOwnScore(
  viewer: DossierViewer,
  plan: PlanInView,
  input: SaveOwnScore,
): Promise<RowSaved<ScoreValue>> {
  demand(viewer, 'scores.own', plan.facts)
  if (viewer.memberId !== null && !(await isChildOrSelf(viewer, input.memberId))) {
    throw new UserError('U geeft een cijfer voor de kinderen en voor uzelf.', 'memberId')
  }
  const own = { ...input, scorer: scorerOf(viewer) }
  await demandBeforeReveal(viewer, plan, own)
  return saveScore(viewer, plan, own)
}

/** Professionals score whom the director put on the list; family and network whoever is of the family, themselves too. */
async function demandAssessed({ tx, familyId }: DossierViewer, assessmentId: string, { memberId, scorer }: SaveScore) {
  const member = await tx.familyMember.findFirst({
    where: { familyId, id: memberId },
    select: { assessedMembers: { where: { assessmentId }, select: { droppedReason: true } } },
  })
  if (!member) {
    throw new UserError('Dit gezinslid is er niet (meer). Ververs de pagina.', 'memberId')
  }
  const isAssessed = member.assessedMembers[0]?.droppedReason === null
  if (scorer.kind === 'person' && !isAssessed) {
    throw new UserError(
      'Voor dit gezinslid komt er geen cijfer. De casusregisseur bepaalt wie er op de lijst staat.',
      'memberId',
    )
  }
}

async function scoreOf({ tx, familyId }: DossierViewer, assessmentId: string, { memberId, scorer }: SaveScore) {
  return tx.safetyScore.findFirst({ where: { familyId, assessmentId, memberId, situation: null, ...scorerIs(scorer) } })
}

/** After the reveal the figure of one's own seat stands; reasons may still be written. Throws a UserError at the score. */
async function demandBeforeReveal(viewer: DossierViewer, plan: PlanInView, input: SaveScore): Promise<void> {
  const assessment = await assessmentOf(viewer, plan.id)
  if (!assessment || (await takesFigures(viewer, plan.id, assessment.id))) {
    return
  }
  const standing = await scoreOf(viewer, assessment.id, input)
  const { score, cannotJudge } = typedValue(input)
  const isSame = score === (standing?.score == null ? null : Number(standing.score))
  if (!isSame || cannotJudge !== (standing?.cannotJudge ?? false)) {
    throw new UserError(AFTER_REVEAL, 'score')
  }
}

/** The score as it stands, held until this transaction ends: whoever saves at the same time waits and then sees it. */
async function lockScore({ tx, familyId }: DossierViewer, { id }: SafetyScore): Promise<SafetyScore> {
  await tx.$queryRaw`select 1 from safety_score where family_id = ${familyId}::uuid and id = ${id}::uuid for update`
  return tx.safetyScore.findUniqueOrThrow({ where: { familyId_id: { familyId, id } } })
}

/** An empty score at version 0, by whoever comes first. */
async function startScore(
  viewer: DossierViewer,
  assessment: SafetyAssessment,
  plan: PlanInView,
  { memberId, scorer, base }: SaveScore & { base: number },
): Promise<SafetyScore> {
  if (base > 0) {
    throw new UserError('Dit cijfer is er niet (meer). Ververs de pagina.')
  }
  const { tx, familyId, personId } = viewer
  const data: Prisma.SafetyScoreCreateManyInput = {
    familyId,
    id: v5(`${memberId}|${scorer.kind}:${scorer.id}`, assessment.id),
    assessmentId: assessment.id,
    memberId,
    side: SIDES[scorer.kind],
    ...scorerIs(scorer),
    aboutMemberId: scorer.kind === 'member' ? scorer.id : memberId,
    authorPersonId: personId,
  }
  await tx.safetyScore.createMany({ data, skipDuplicates: true })
  const started = await tx.safetyScore.findFirst({
    where: { familyId, assessmentId: assessment.id, memberId, situation: null, ...scorerIs(scorer) },
  })
  if (!started) {
    throw await whyHidden(viewer, plan)
  }
  return started
}

async function overwrite(
  viewer: DossierViewer,
  plan: PlanInView,
  row: SafetyScore,
  value: ScoreValue,
  { right, isUnseen }: { right: DossierRight; isUnseen: boolean },
): Promise<void> {
  const { tx, familyId, personId, now } = viewer
  const version = row.version + 1
  await write(viewer, { right, subject: `score ${row.id}`, detail: { plan: plan.slug, version } }, async () => {
    const { count } = await tx.safetyScore.updateMany({
      where: { familyId, id: row.id, version: row.version },
      data: { ...value, version, authorPersonId: personId, updatedAt: now },
    })
    if (count === 0) {
      throw new UserError('Iemand anders bewaarde dit cijfer op hetzelfde moment. Probeer het opnieuw.')
    }
    // Whose it is follows from the key: not told while scores are unseen.
    const which = isUnseen ? { key: row.assessmentId } : { key: row.id, version }
    await announce(tx, { familyId, planId: plan.id, kind: 'score', ...which })
  })
}

/** What was typed as it is kept: who cannot judge gives no figure. */
export function typedValue({ score, cannotJudge, reason, onePointHigher, underSixAnswer }: ScoreValue): ScoreValue {
  return { score: cannotJudge ? null : score, cannotJudge, reason, onePointHigher, underSixAnswer }
}

/** A kept score with its contents alone. */
export function scoreValue({ score, cannotJudge, reason, onePointHigher, underSixAnswer }: SafetyScore): ScoreValue {
  const figure = score === null ? null : Number(score)
  return { score: figure, cannotJudge, reason, onePointHigher, underSixAnswer: underSixAnswer ?? '' }
}

function scorerIs({ kind, id }: Someone) {
  return {
    scorerPersonId: kind === 'person' ? id : null,
    scorerMemberId: kind === 'member' ? id : null,
    scorerNetworkId: kind === 'network' ? id : null,
  }
}
