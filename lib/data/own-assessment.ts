import type { OwnAssessment } from '@/lib/domain/extra-assessment'
import type { DossierViewer } from '@/lib/gate'
import { membersOf } from './meeting-people'
import { scoreView } from './safety-round'

/** What the viewer was asked in an extra assessment and gave so far; null for who was not asked, and once it is closed. */
export async function ownAssessment(viewer: DossierViewer, assessmentId: string): Promise<OwnAssessment | null> {
  const { tx, familyId, personId } = viewer
  const asked = await tx.assessmentInvitee.findFirst({
    where: { familyId, assessmentId, personId, assessment: { closedAt: null } },
  })
  if (!asked) {
    return null
  }
  const where = { familyId, assessmentId }
  const assessed = await tx.assessedMember.findMany({ where: { ...where, droppedReason: null } })
  const given = await tx.safetyScore.findMany({ where: { ...where, scorerPersonId: personId, situation: null } })
  const members = await membersOf(viewer)
  return {
    personId,
    members: members.filter(({ id }) => assessed.some(({ memberId }) => memberId === id)),
    given: given.map(scoreView),
    measures: { text: asked.directMeasures ?? '', version: asked.version },
    isAnswered: asked.answeredAt !== null,
  }
}
