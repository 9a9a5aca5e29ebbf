import { v7 } from 'uuid'
import type { z } from 'zod'
import { dateColumn } from '@/lib/dates'
import type {
  ChildAdultForm,
  ConfidantForm,
  ConsentForm,
  MeasureForm,
  RemoveLineForm,
  ResidenceForm,
} from '@/lib/domain/member-forms'
import { isChild } from '@/lib/domain/people-words'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { changing, columnOf, demandPast } from './member-edits'
import { memberRow } from './members'
import { write } from './write'

const NOT_HERE = 'Deze persoon hoort niet bij dit gezin. Ververs de pagina.'

/** Who is parent or carer of a child; the same adult again replaces what was recorded. This opens to that adult's account what concerns the child. */
export async function recordAdultOfChild(viewer: DossierViewer, input: z.output<typeof ChildAdultForm>): Promise<void> {
  const { tx, familyId } = viewer
  const { memberId: childId, adultId, ...tie } = input
  const child = await memberRow(viewer, childId)
  const adult = await tx.familyMember.findUnique({ where: { familyId_id: { familyId, id: adultId } } })
  if (!isChild(child.kind)) {
    throw new UserError('Alleen bij een kind vult u ouders en verzorgers in.')
  }
  if (!adult || isChild(adult.kind)) {
    throw new UserError(NOT_HERE, 'adultId')
  }
  await changing(viewer, childId, 'adult', async () => {
    const where = { familyId_childId_adultId: { familyId, childId, adultId } }
    await tx.childAdult.upsert({ where, create: { familyId, id: v7(), childId, adultId, ...tie }, update: tie })
  })
}

/** Where a member lives or lived. A place without an end ends the one that was still open. */
export async function recordResidence(viewer: DossierViewer, input: z.output<typeof ResidenceForm>): Promise<void> {
  const { tx, familyId } = viewer
  const { memberId, fromOn, untilOn, ...residence } = input
  await memberRow(viewer, memberId)
  const from = dateColumn(fromOn)
  await changing(viewer, memberId, 'residence', async () => {
    if (untilOn === null) {
      const open = { familyId, memberId, untilOn: null, fromOn: { lte: from } }
      await tx.residence.updateMany({ where: open, data: { untilOn: from } })
    }
    const dates = { fromOn: from, untilOn: columnOf(untilOn) }
    await tx.residence.create({ data: { familyId, id: v7(), memberId, ...residence, ...dates } })
  })
}

/** A measure of child protection: kind, court, from and until. */
export async function recordMeasure(viewer: DossierViewer, input: z.output<typeof MeasureForm>): Promise<void> {
  const { memberId, fromOn, untilOn, ...measure } = input
  await memberRow(viewer, memberId)
  const dates = { fromOn: dateColumn(fromOn), untilOn: columnOf(untilOn) }
  await changing(viewer, memberId, 'measure', () =>
    viewer.tx.protectionMeasure.create({
      data: { familyId: viewer.familyId, id: v7(), memberId, ...measure, ...dates },
    }),
  )
}

/**
 * How it stands with consent, with the form if it is among the documents; earlier decisions stay readable. Throws a
 * UserError for a day that is still to come, and for a form that is not in this dossier.
 */
export async function recordConsent(viewer: DossierViewer, input: z.output<typeof ConsentForm>): Promise<void> {
  const { memberId, decidedOn, ...consent } = input
  await memberRow(viewer, memberId)
  demandPast(viewer, { decidedOn })
  const form = consent.documentId && { familyId_id: { familyId: viewer.familyId, id: consent.documentId } }
  if (form && !(await viewer.tx.document.findUnique({ where: form, select: { id: true } }))) {
    throw new UserError('Dit document is er niet (meer). Ververs de pagina.', 'documentId')
  }
  await changing(viewer, memberId, 'consent', () =>
    viewer.tx.consent.create({
      data: { familyId: viewer.familyId, id: v7(), memberId, ...consent, decidedOn: dateColumn(decidedOn) },
    }),
  )
}

/** A trusted person, or the reason why there is nobody: the one takes the place of the other. */
export async function recordConfidant(viewer: DossierViewer, input: z.output<typeof ConfidantForm>): Promise<void> {
  const { tx, familyId } = viewer
  const { memberId, confidant, reason } = input
  await memberRow(viewer, memberId)
  const whom = await confidantOf(viewer, confidant)
  const isKnown = await tx.confidant.findFirst({ where: { familyId, memberId, ...whom } })
  await changing(viewer, memberId, 'confidant', async () => {
    if (whom === null) {
      await tx.confidant.deleteMany({ where: { familyId, memberId } })
      await tx.confidant.create({ data: { familyId, id: v7(), memberId, notNeededReason: reason } })
    } else if (!isKnown) {
      await tx.confidant.deleteMany({ where: { familyId, memberId, notNeededReason: { not: null } } })
      await tx.confidant.create({ data: { familyId, id: v7(), memberId, ...whom } })
    }
  })
}

/** Takes one line away. Throws a UserError for one that is not (any more) this member's. */
export async function removeLine(viewer: DossierViewer, input: z.output<typeof RemoveLineForm>): Promise<void> {
  const { memberId, what } = input
  await write(viewer, { right: 'members.edit', subject: `member ${memberId}`, detail: { removed: what } }, async () => {
    const { count } = await removed(viewer, input)
    if (count === 0) {
      throw new UserError('Dit is al weggehaald. Ververs de pagina.')
    }
  })
}

async function confidantOf({ tx, familyId }: DossierViewer, confidant: string) {
  const [kind, id = ''] = confidant.split(':')
  if (kind === 'none') {
    return null
  }
  const where = { familyId_id: { familyId, id } }
  const found =
    kind === 'network' ? await tx.networkPerson.findUnique({ where }) : await tx.familyMember.findUnique({ where })
  if (!found || ('kind' in found && isChild(found.kind))) {
    throw new UserError(NOT_HERE, 'confidant')
  }
  return kind === 'network' ? { networkPersonId: id } : { adultMemberId: id }
}

async function removed({ tx, familyId }: DossierViewer, input: z.output<typeof RemoveLineForm>) {
  const { memberId, lineId: id, what } = input
  switch (what) {
    case 'childAdult':
      return tx.childAdult.deleteMany({ where: { familyId, id, childId: memberId } })
    case 'residence':
      return tx.residence.deleteMany({ where: { familyId, id, memberId } })
    case 'protectionMeasure':
      return tx.protectionMeasure.deleteMany({ where: { familyId, id, memberId } })
    case 'confidant':
      return tx.confidant.deleteMany({ where: { familyId, id, memberId } })
  }
}
