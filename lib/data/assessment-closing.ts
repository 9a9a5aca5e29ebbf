import type { CloseAssessment } from '@/lib/domain/extra-assessment-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { demandRunning, lineFor } from './extra-assessments'
import { write } from './write'

/**
 * Closes an extra assessment with a conclusion: from now on its scores are the current safety score. Everything that was
 * given counts, also of who did not mark their answer as finished. Throws a UserError where nobody gave a figure, and for
 * who closes it second.
 */
export async function closeAssessment(
  viewer: DossierViewer,
  { assessmentId: id, conclusion }: CloseAssessment,
): Promise<void> {
  demand(viewer, 'assessment.lead')
  const { tx, familyId, now } = viewer
  await write(viewer, lineFor(id, 'closed'), async () => {
    await demandRunning(viewer, id)
    const given = await tx.safetyScore.count({ where: { familyId, assessmentId: id, score: { not: null } } })
    if (given === 0) {
      throw new UserError(
        'Er is nog geen cijfer gegeven. Zonder cijfer kunt u niet afsluiten: wacht op een antwoord, of trek de vraag in.',
      )
    }
    await tx.safetyAssessment.updateMany({
      where: { familyId, id, kind: 'extra', closedAt: null },
      data: { closedAt: now, conclusion },
    })
  })
}
