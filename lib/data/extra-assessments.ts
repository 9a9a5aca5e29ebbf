import { v7 } from 'uuid'
import { instantOfLocal } from '@/lib/domain/calendar'
import type { AskAssessment, AskedPersonChoice } from '@/lib/domain/extra-assessment-forms'
import type { Named } from '@/lib/domain/people-views'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { membersOf } from './meeting-people'
import { queueMessage } from './outbox'
import { teamInList } from './team'
import { write } from './write'

const OVER = 'Deze inschatting is al afgesloten of ingetrokken. Ververs de pagina.'

/**
 * Asks professionals of the team for an extra assessment of these family members; each gets a mail at once. Throws a
 * UserError at the field for who is no professional here (any more), for a member who is not there, for a deadline that
 * has passed, and for a form that was sent before.
 */
export async function askAssessment(viewer: DossierViewer, input: AskAssessment): Promise<void> {
  demand(viewer, 'assessment.lead')
  await demandAskable(viewer, input)
  const { tx, familyId, now } = viewer
  const { assessmentId: id, question, members } = input
  const deadline = instantOfLocal(`${input.deadline}T23:59`)
  await write(viewer, lineFor(id, 'asked'), async () => {
    const data = { familyId, id, kind: 'extra' as const, question, deadline, openedAt: now }
    const { count } = await tx.safetyAssessment.createMany({ data, skipDuplicates: true })
    if (count === 0) {
      throw new UserError('U vroeg dit al. U vindt de vraag bij Veiligheid.')
    }
    await tx.assessedMember.createMany({
      data: [...new Set(members)].map((memberId) => ({ familyId, id: v7(), assessmentId: id, memberId })),
    })
    await invite(viewer, id, input.professionals)
  })
}

/** Asks one more professional, who gets a mail at once. Throws a UserError for who is on the list, or cannot be asked. */
export async function askOneMore(viewer: DossierViewer, { assessmentId, personId }: AskedPersonChoice): Promise<void> {
  demand(viewer, 'assessment.lead')
  const candidates = await askableProfessionals(viewer)
  if (!candidates.some(({ id }) => id === personId)) {
    throw new UserError('Deze professional is er niet (meer). Kies een ander.', 'personId')
  }
  await write(viewer, lineFor(assessmentId, 'asked one more'), async () => {
    await demandRunning(viewer, assessmentId)
    if ((await invite(viewer, assessmentId, [personId])) === 0) {
      throw new UserError('Deze professional staat al op de lijst.', 'personId')
    }
  })
}

/** Takes somebody off the list. Throws a UserError for who gave something already: what is given stays. */
export async function dropAsked(viewer: DossierViewer, { assessmentId, personId }: AskedPersonChoice): Promise<void> {
  demand(viewer, 'assessment.lead')
  await write(viewer, lineFor(assessmentId, 'dropped one'), async () => {
    const [row] = await viewer.tx.$queryRaw<{ outcome: string }[]>`
      select drop_invitee(${assessmentId}::uuid, ${personId}::uuid) as outcome`
    if (row?.outcome === 'given') {
      throw new UserError('Deze professional gaf al iets. Wat gegeven is, blijft staan.')
    }
    if (row?.outcome !== 'dropped') {
      throw new UserError('Deze professional staat niet meer op de lijst. Ververs de pagina.')
    }
  })
}

/** Reminds somebody by mail, at most once a day. Throws a UserError for who answered, who left, or was reminded today. */
export async function remindAsked(viewer: DossierViewer, { assessmentId, personId }: AskedPersonChoice): Promise<void> {
  demand(viewer, 'assessment.lead')
  const { tx, familyId, code, now } = viewer
  await write(viewer, lineFor(assessmentId, 'reminded one'), async () => {
    const [row] = await tx.$queryRaw<{ place: string | null }[]>`
      select remind_invitee(${assessmentId}::uuid, ${personId}::uuid) as place`
    if (!row?.place) {
      throw new UserError('Een herinnering kan één keer per dag, aan wie nog niet klaar is. Ververs de pagina.')
    }
    const kind = 'extraAssessmentReminder'
    const key = `${kind}:${row.place}:${now.getTime()}`
    const payload = { code, assessment: assessmentId }
    await queueMessage(tx, { key, kind, recipientId: personId, familyId, payload, dueAt: now })
  })
}

/** Takes the question back. Throws a UserError once somebody gave a figure: then it is closed, with a conclusion. */
export async function withdrawAssessment(viewer: DossierViewer, assessmentId: string): Promise<void> {
  demand(viewer, 'assessment.lead')
  await write(viewer, lineFor(assessmentId, 'withdrawn'), async () => {
    const [row] = await viewer.tx.$queryRaw<{ isGone: boolean }[]>`
      select withdraw_assessment(${assessmentId}::uuid) as "isGone"`
    if (!row?.isGone) {
      throw new UserError('Er is al een cijfer gegeven, of de vraag is al weg. Ververs de pagina.')
    }
  })
}

/** The professionals of the team who may be asked how safe it is: never the neutral chair. */
export async function askableProfessionals(viewer: DossierViewer): Promise<(Named & { detail: string | null })[]> {
  const team = await teamInList(viewer)
  return team
    .filter(({ isActive, roles }) => isActive && roles.includes('professional') && !roles.includes('gipsMaster'))
    .map(({ personId, name, profession }) => ({ id: personId, name, detail: profession }))
}

/** Throws a UserError for an extra assessment that is not open (any more); it stays so until this transaction ends. */
export async function demandRunning({ tx, familyId }: DossierViewer, id: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from safety_assessment
    where family_id = ${familyId}::uuid and id = ${id}::uuid and kind = 'extra' and closed_at is null for update`
  if (rows.length === 0) {
    throw new UserError(OVER)
  }
}

/** The line in the trail for what is done with one extra assessment. */
export function lineFor(id: string, what: string) {
  return { right: 'assessment.lead' as const, subject: `extra assessment ${id}`, detail: { what } }
}

/** Throws a UserError at the field for who cannot be asked here, who cannot be assessed, and a day that has passed. */
export async function demandAskable(viewer: DossierViewer, input: AskAssessment): Promise<void> {
  const candidates = await askableProfessionals(viewer)
  if (!input.professionals.every((id) => candidates.some((each) => each.id === id))) {
    throw new UserError('Een van deze professionals werkt niet (meer) met het gezin. Kies opnieuw.', 'professionals')
  }
  const members = await membersOf(viewer)
  if (!input.members.every((id) => members.some((each) => each.id === id))) {
    throw new UserError('Een van deze gezinsleden is er niet (meer). Kies opnieuw.', 'members')
  }
  if (input.deadline < viewer.today) {
    throw new UserError('Deze dag is al voorbij. Kies een dag die nog komt.', 'deadline')
  }
}

/** Puts who is not on the list yet there, and writes to them. Says how many those were. */
async function invite(viewer: DossierViewer, assessmentId: string, people: readonly string[]): Promise<number> {
  const { tx, familyId, code, now } = viewer
  const data = [...new Set(people)].map((personId) => ({ familyId, id: v7(), assessmentId, personId, askedAt: now }))
  const added = await tx.assessmentInvitee.createManyAndReturn({ data, skipDuplicates: true })
  for (const { id, personId: recipientId } of added) {
    const kind = 'extraAssessmentAsked'
    const payload = { code, assessment: assessmentId }
    await queueMessage(tx, { key: `${kind}:${id}`, kind, recipientId, familyId, payload, dueAt: now })
  }
  return added.length
}
