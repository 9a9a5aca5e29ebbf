import { plainDateIn } from '@/lib/dates'
import type { RunningAssessment } from '@/lib/domain/extra-assessment'
import type { DossierViewer } from '@/lib/gate'
import { holds } from '@/lib/policy'
import { readsAlong } from './assessment-readers'

/** The extra assessments that still run and that the viewer may know of, the newest first; none for the family. */
export async function runningAssessments(viewer: DossierViewer): Promise<RunningAssessment[]> {
  const { tx, familyId, personId, roles } = viewer
  if (!holds(roles, 'assessment.read')) {
    return []
  }
  const rows = await tx.safetyAssessment.findMany({
    where: { familyId, kind: 'extra', closedAt: null },
    select: {
      id: true,
      openedAt: true,
      deadline: true,
      assessmentInvitees: { select: { personId: true, answeredAt: true } },
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, openedAt, deadline, assessmentInvitees: asked }) => ({
    id,
    askedOn: plainDateIn(openedAt),
    deadline: deadline && plainDateIn(deadline),
    isForViewer: asked.some((each) => each.personId === personId && each.answeredAt === null),
    progress: readsAlong(roles)
      ? { answered: asked.filter(({ answeredAt }) => answeredAt !== null).length, asked: asked.length }
      : null,
  }))
}
