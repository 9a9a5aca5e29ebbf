import { v7 } from 'uuid'
import { z } from 'zod'
import { plainDateIn } from '@/lib/dates'
import {
  type AskedPerson,
  answerState,
  type ExtraAssessmentPage,
  mayRemind,
  usualDeadline,
} from '@/lib/domain/extra-assessment'
import { type DossierViewer, Refused } from '@/lib/gate'
import { holdsIn } from '@/lib/policy'
import { readsAlong } from './assessment-readers'
import { dossierFrame } from './dossier-frame'
import { askableProfessionals } from './extra-assessments'
import { membersOf } from './meeting-people'
import { peopleOfDossier } from './names'
import { goalsFrom, safetyPlanNow } from './new-goals-page'
import { ownAssessment } from './own-assessment'
import { extraOnPage } from './safety-page'
import { signalsOfAssessment } from './signal-links'

/** What the form to ask for an extra assessment starts with: every child is on the list, an answer in three working days. */
export async function askingPage(viewer: DossierViewer) {
  return {
    frame: await dossierFrame(viewer),
    assessmentId: v7(),
    professionals: await askableProfessionals(viewer),
    members: await membersOf(viewer),
    deadline: usualDeadline(viewer.today),
  }
}

/** One extra assessment as this viewer may see it. Throws `Refused` where there is none, or none for them. */
export async function extraAssessmentPage(viewer: DossierViewer, id: string): Promise<ExtraAssessmentPage> {
  const { tx, familyId, roles } = viewer
  const isId = z.uuid().safeParse(id).success
  const row = isId ? await tx.safetyAssessment.findFirst({ where: { familyId, id, kind: 'extra' } }) : null
  if (!row) {
    throw new Refused('extra assessment')
  }
  const frame = await dossierFrame(viewer)
  const isOpen = row.closedAt === null
  const mayLead = isOpen && holdsIn(viewer, 'assessment.lead')
  const asked = readsAlong(roles) ? await askedPeople(viewer, id) : null
  const heldOn = plainDateIn(row.closedAt ?? viewer.now)
  const isRead = !isOpen || readsAlong(roles)
  return {
    frame,
    id,
    question: row.question,
    askedOn: plainDateIn(row.openedAt),
    deadline: row.deadline && plainDateIn(row.deadline),
    closedOn: row.closedAt && plainDateIn(row.closedAt),
    own: isOpen && holdsIn(viewer, 'assessment.answer') ? await ownAssessment(viewer, id) : null,
    asked,
    result: isRead
      ? await extraOnPage(viewer, frame, { id, heldOn, closedAt: row.closedAt?.toISOString() ?? null })
      : null,
    mayLead,
    candidates: mayLead ? await stillToAsk(viewer, asked ?? []) : [],
    safetyPlan: isOpen ? null : await safetyPlanNow(viewer),
    goals: isOpen ? [] : await goalsFrom(viewer, id),
    signals: await signalsOfAssessment(viewer, frame, id),
    mayAddGoals: !isOpen && holdsIn(viewer, 'assessment.lead'),
  }
}

async function askedPeople(viewer: DossierViewer, assessmentId: string): Promise<AskedPerson[]> {
  const { tx, familyId, now } = viewer
  const rows = await tx.assessmentInvitee.findMany({ where: { familyId, assessmentId }, orderBy: { askedAt: 'asc' } })
  const scores = await tx.safetyScore.findMany({ where: { familyId, assessmentId }, select: { scorerPersonId: true } })
  const people = await peopleOfDossier(tx)
  const involved = await askableProfessionals(viewer)
  return rows.map(({ personId, answeredAt, remindedAt, directMeasures }) => {
    const person = people.find((each) => each.personId === personId)
    const hasGiven = Boolean(directMeasures) || scores.some(({ scorerPersonId }) => scorerPersonId === personId)
    const isInvolved = involved.some(({ id }) => id === personId)
    const state = answerState({ answeredAt, hasGiven, isInvolved })
    return {
      personId,
      name: person?.name ?? '',
      detail: person?.profession ?? null,
      state,
      remindedAt,
      mayRemind: mayRemind({ state, remindedAt }, now),
      mayDrop: !hasGiven && answeredAt === null,
    }
  })
}

async function stillToAsk(viewer: DossierViewer, asked: readonly AskedPerson[]) {
  const candidates = await askableProfessionals(viewer)
  return candidates.filter(({ id }) => !asked.some(({ personId }) => personId === id))
}
