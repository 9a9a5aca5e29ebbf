import { judgeAttempt } from '@/lib/domain/answer'
import type { SaveRiskFacts } from '@/lib/domain/risk-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { RiskFactorRating } from '@/prisma/generated/client'
import type { AnswerConflict, SavedAnswer } from './answers'
import { namesOfDossier } from './names'
import type { PlanInView } from './plans'
import { demandRisk, lockRisk } from './risk-assessment'
import { write } from './write'

type FactsConflict = Omit<AnswerConflict, 'mine' | 'theirs'> & { mine: { text: string }; theirs: { text: string } }

/**
 * Keeps the facts that someone types at one risk factor, with the protocol of the answers: a `saveId` that was seen before
 * gets the answer it got then, equal texts never conflict, a stale base with another text is told of with both texts.
 * Throws `Refused` for what is no factor of this plan or not the viewer's to write, and a `UserError` for a used-up
 * `saveId`.
 */
export async function saveRiskFacts(
  viewer: DossierViewer,
  plan: PlanInView,
  riskId: string,
  save: SaveRiskFacts,
): Promise<SavedAnswer | FactsConflict> {
  demand(viewer, 'meeting.write', plan.facts)
  const row = await lockRisk(viewer, plan, await demandRisk(viewer, plan, riskId))
  const attempts = row.factsVersion === save.base ? new Map() : await earlierAttempts(viewer, row, save)
  const verdict = judgeAttempt({ version: row.factsVersion, isSame: row.facts === save.text }, save, attempts)
  switch (verdict) {
    case 'conflict':
      return conflictWith(viewer, row, save)
    case 'same':
      return keep(viewer, row, save, { version: row.factsVersion, savedAt: row.factsSavedAt ?? viewer.now })
    case 'write':
      return overwrite(viewer, plan, row, save)
    default:
      return { outcome: 'saved', version: verdict.version, savedAt: verdict.savedAt }
  }
}

async function earlierAttempts(
  { tx, familyId }: DossierViewer,
  row: RiskFactorRating,
  { saveId, after }: SaveRiskFacts,
) {
  const saves = await tx.riskFactsSave.findMany({ where: { familyId, id: { in: [saveId, ...after] } } })
  if (saves.some(({ ratingId }) => ratingId !== row.id)) {
    throw new UserError('Dit verzoek hoort bij een ander risico. Ververs de pagina.')
  }
  return new Map(saves.map((save) => [save.id, save]))
}

async function conflictWith(
  viewer: DossierViewer,
  row: RiskFactorRating,
  { text }: SaveRiskFacts,
): Promise<FactsConflict> {
  const by = (await namesOfDossier(viewer.tx))(row.authorPersonId)
  const [theirs, at] = [{ text: row.facts }, row.factsSavedAt ?? viewer.now]
  return { outcome: 'conflict', mine: { text }, theirs, version: row.factsVersion, by, at }
}

async function overwrite(
  viewer: DossierViewer,
  plan: PlanInView,
  row: RiskFactorRating,
  save: SaveRiskFacts,
): Promise<SavedAnswer> {
  const { tx, familyId, personId, now } = viewer
  const version = row.factsVersion + 1
  const line = {
    right: 'meeting.write',
    subject: `risk facts ${row.factor}`,
    detail: { plan: plan.slug, version },
  } as const
  return write(viewer, line, async () => {
    await tx.riskFactorRating.updateMany({
      where: { familyId, id: row.id, factsVersion: row.factsVersion },
      data: { facts: save.text, factsVersion: version, factsSavedAt: now, authorPersonId: personId },
    })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: row.id, version })
    return keep(viewer, row, save, { version, savedAt: now })
  })
}

async function keep(
  { tx, familyId }: DossierViewer,
  row: RiskFactorRating,
  { saveId }: SaveRiskFacts,
  kept: { version: number; savedAt: Date },
): Promise<SavedAnswer> {
  await tx.riskFactsSave.createMany({ data: { familyId, id: saveId, ratingId: row.id, ...kept }, skipDuplicates: true })
  return { outcome: 'saved', ...kept }
}
