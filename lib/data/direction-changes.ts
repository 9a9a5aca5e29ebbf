import { v7 } from 'uuid'
import type { z } from 'zod'
import { dateColumn } from '@/lib/dates'
import { type DirectionCandidate, type DirectionDesk, isElsewhere } from '@/lib/domain/direction'
import type { EndDeputyForm, HandOverForm, VoluntaryForm } from '@/lib/domain/direction-forms'
import { settleAgreements } from '@/lib/domain/leaving'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { directionPage } from './direction'
import { dossierFrame } from './dossier-frame'
import { passOnAgreements } from './leaving'
import { queueMessage } from './outbox'
import { leaveTeam, start } from './team-edits'
import { write } from './write'

const CHANGED_MEANWHILE = 'De regie is intussen gewijzigd. Ververs de pagina en kijk opnieuw.'

/**
 * Passes the direction to somebody else of the team and tells them; who had it stays as a professional, or leaves. To
 * another organisation it goes only after team and family both gave a 7. Of two at once the second is told so. Says
 * whether the viewer still has a part in the dossier.
 */
export async function handOverDirection(viewer: DossierViewer, input: z.output<typeof HandOverForm>): Promise<boolean> {
  const { fromPersonId, toPersonId, reason, leaves, leaving } = input
  const frame = await dossierFrame(viewer)
  const { desk, leaving: left } = await directionPage(viewer, frame)
  const candidate = desk.candidates.find(({ personId }) => personId === toPersonId)
  if (desk.director.personId !== fromPersonId) {
    throw new UserError(CHANGED_MEANWHILE)
  }
  if (!candidate) {
    throw new UserError('Deze persoon kan de regie niet (meer) overnemen. Kies iemand uit het team.', 'toPersonId')
  }
  demandSevenElsewhere(desk, candidate, input.isCommitted)
  const settlement = leaves ? settleAgreements(left.open, leaving, left.successors) : null
  await write(viewer, lineFor('handed over', toPersonId), async () => {
    const membershipId = await endDirector(viewer, fromPersonId, reason)
    await takeDirection(viewer, toPersonId, reason)
    await recordChange(viewer, desk, candidate, reason)
    if (settlement) {
      await passOnAgreements(viewer, fromPersonId, settlement, leaving.dropReason)
      await leaveTeam(viewer, fromPersonId, reason, membershipId)
    } else {
      await stayInTeam(viewer, fromPersonId)
    }
  })
  return !(leaves && viewer.personId === fromPersonId)
}

/** From pressure or compulsion to going on voluntarily, after team and family both gave a 7. */
export async function goOnVoluntarily(viewer: DossierViewer, input: z.output<typeof VoluntaryForm>): Promise<void> {
  const { tx, familyId, today } = viewer
  const { voluntaryFrom, voluntaryReason: reason } = input
  const { desk } = await directionPage(viewer, await dossierFrame(viewer))
  const [lack] = desk.lacksSeven
  if (lack) {
    throw new UserError(`Dat kan pas als team en gezin allebei een 7 geven. ${lack}`)
  }
  if (voluntaryFrom > today) {
    throw new UserError('Deze datum ligt in de toekomst. Vul de goede datum in.', 'voluntaryFrom')
  }
  await write(viewer, lineFor('voluntary', desk.director.personId), async () => {
    const { count } = await tx.intake.updateMany({
      where: { familyId, voluntaryFrom: null, frameworkKind: { not: null } },
      data: { voluntaryFrom: dateColumn(voluntaryFrom) },
    })
    if (count === 0) {
      throw new UserError('Er is geen drang- of dwangkader, of het gezin gaat al vrijwillig verder. Ververs de pagina.')
    }
    await addChange(viewer, { kind: 'voluntary', toPersonId: desk.director.personId, reason })
  })
}

/** Ends that somebody stands in for the case director; they stay in the team as a professional. */
export async function endDeputy(
  viewer: DossierViewer,
  { personId, deputyReason }: z.output<typeof EndDeputyForm>,
): Promise<void> {
  await write(viewer, lineFor('deputy ended', personId), async () => {
    if ((await endRole(viewer, personId, 'deputy', deputyReason)) === null) {
      throw new UserError('Deze persoon is geen vervanger meer. Ververs de pagina.')
    }
    await stayInTeam(viewer, personId)
  })
}

function demandSevenElsewhere(desk: DirectionDesk, candidate: DirectionCandidate, isCommitted: boolean): void {
  if (!isElsewhere(desk.organisation, candidate.organisation)) {
    return
  }
  const where = candidate.organisation ?? 'een andere organisatie'
  const [lack] = desk.lacksSeven
  if (lack) {
    const sentence = `De regie gaat dan naar ${where}. Dat kan pas als team en gezin allebei een 7 geven. ${lack}`
    throw new UserError(sentence, 'toPersonId')
  }
  if (!isCommitted) {
    throw new UserError(
      `De regie gaat dan naar ${where}. Werkt die organisatie met GIPS? Vink het dan aan.`,
      'isCommitted',
    )
  }
}

async function endDirector(viewer: DossierViewer, personId: string, reason: string): Promise<string> {
  const membershipId = await endRole(viewer, personId, 'caseDirector', reason)
  if (membershipId === null) {
    throw new UserError(CHANGED_MEANWHILE)
  }
  return membershipId
}

/** A conditional update: of two at once, one finds the role ended. Returns the membership that ended, or null. */
async function endRole(
  { tx, familyId, now }: DossierViewer,
  personId: string,
  role: 'caseDirector' | 'deputy',
  reason: string,
): Promise<string | null> {
  const where = { familyId, personId, role, until: null }
  const ended = await tx.teamMembership.updateManyAndReturn({ where, data: { until: now, endReason: reason } })
  return ended[0]?.id ?? null
}

async function takeDirection(viewer: DossierViewer, personId: string, reason: string): Promise<void> {
  const { tx, familyId, code, now } = viewer
  await endRole(viewer, personId, 'deputy', reason)
  const membershipId = await start(viewer, personId, 'caseDirector', true)
  await queueMessage(tx, {
    key: `directorAppointed:${membershipId}`,
    kind: 'directorAppointed',
    familyId,
    recipientId: personId,
    payload: { code },
    dueAt: now,
  })
}

async function stayInTeam(viewer: DossierViewer, personId: string): Promise<void> {
  const { tx, familyId, now } = viewer
  const isActive = { familyId, personId, OR: [{ until: null }, { until: { gt: now } }] }
  if ((await tx.teamMembership.count({ where: { ...isActive, role: { not: 'noteTaker' } } })) === 0) {
    await start(viewer, personId, 'professional', true)
  }
}

async function recordChange(
  viewer: DossierViewer,
  { director, organisation }: DirectionDesk,
  to: DirectionCandidate,
  reason: string,
): Promise<void> {
  const places = isElsewhere(organisation, to.organisation)
    ? { fromOrganisation: organisation, toOrganisation: to.organisation }
    : {}
  const persons = { fromPersonId: director.personId, toPersonId: to.personId }
  await addChange(viewer, { kind: 'handedOver', ...persons, ...places, reason })
}

interface Change {
  kind: 'handedOver' | 'voluntary'
  fromPersonId?: string
  toPersonId: string
  fromOrganisation?: string | null
  toOrganisation?: string | null
  reason: string
}

async function addChange({ tx, familyId, personId, now }: DossierViewer, change: Change): Promise<void> {
  await tx.directionChange.create({ data: { familyId, id: v7(), ...change, at: now, recordedById: personId } })
}

function lineFor(what: string, personId: string) {
  return { right: 'direction.change' as const, subject: `team ${personId}`, detail: { what } }
}
