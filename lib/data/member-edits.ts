import { v7 } from 'uuid'
import type { z } from 'zod'
import { dateColumn, plainDateOf } from '@/lib/dates'
import { addMonths } from '@/lib/domain/calendar'
import { kindOnceBorn, whyNotUnborn } from '@/lib/domain/household'
import type { AddMemberForm, MemberContactForm, MemberDetailsForm, MemberNameForm } from '@/lib/domain/member-forms'
import { fullNameOf, initialsFrom } from '@/lib/domain/people-words'
import type { PlainDate } from '@/lib/domain/plain-date'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { noteContactRead, openContact, sealContact } from './contact'
import { memberRow } from './members'
import { write } from './write'

const IN_THE_FUTURE = 'Deze datum ligt in de toekomst. Vul de goede datum in.'

/**
 * A new family member; returns the id. Somebody of the same name in this dossier is a UserError, until the case director
 * says that it is someone else.
 */
export async function addMember(viewer: DossierViewer, input: z.output<typeof AddMemberForm>): Promise<string> {
  const { tx, familyId } = viewer
  const { isSomeoneElse, initials, ...name } = input
  const members = await tx.familyMember.findMany({ where: { familyId } })
  if (!isSomeoneElse && members.some((member) => folded(fullNameOf(member)) === folded(fullNameOf(name)))) {
    const sentence = `${fullNameOf(name)} staat al in dit dossier. Is dit iemand anders met dezelfde naam? Vink dat dan aan.`
    throw new UserError(sentence, 'isSomeoneElse')
  }
  const id = v7()
  const position = Math.max(0, ...members.map((member) => member.position)) + 1
  await write(viewer, { right: 'members.edit', subject: `member ${id}`, detail: { what: 'added' } }, async () => {
    const initialsOrOwn = initials ?? initialsFrom(name.firstNames)
    await tx.familyMember.create({ data: { familyId, id, ...name, initials: initialsOrOwn, position } })
    await tx.memberDetails.create({ data: { familyId, id: v7(), memberId: id } })
  })
  return id
}

/**
 * Name, place in the family, and whether somebody moved out or died. Everything that was said about them stays; adopted
 * plans keep the name of then. Throws a UserError for a date that is still to come, and for who is called unborn and was
 * born.
 */
export async function renameMember(viewer: DossierViewer, input: z.output<typeof MemberNameForm>): Promise<void> {
  const { memberId, movedOutOn, deceasedOn, initials, ...name } = input
  const { memberDetails } = await memberRow(viewer, memberId)
  demandPast(viewer, { movedOutOn, deceasedOn })
  const born = memberDetails?.birthDate ?? null
  const problem = whyNotUnborn({ kind: name.kind, birthDate: born && plainDateOf(born) })
  if (problem) {
    throw new UserError(problem, 'kind')
  }
  await changing(viewer, memberId, 'name', () =>
    viewer.tx.familyMember.update({
      where: { familyId_id: { familyId: viewer.familyId, id: memberId } },
      data: {
        ...name,
        initials: initials ?? initialsFrom(name.firstNames),
        movedOutOn: columnOf(movedOutOn),
        deceasedOn: columnOf(deceasedOn),
      },
    }),
  )
}

/**
 * Birth date or due date, interpreter, safe channel, justice. With a birth date an unborn child is a child, and keeps no
 * due date; all that stands under its name stays.
 */
export async function changeDetails(viewer: DossierViewer, input: z.output<typeof MemberDetailsForm>): Promise<void> {
  const { tx, familyId } = viewer
  const { memberId, birthDate, dueDate, ...details } = input
  const { kind } = await memberRow(viewer, memberId)
  demandPast(viewer, { birthDate })
  if (dueDate !== null && (dueDate > addMonths(viewer.today, 10) || dueDate < addMonths(viewer.today, -2))) {
    throw new UserError('Deze uitgerekende datum kan niet kloppen.', 'dueDate')
  }
  const data = { ...details, birthDate: columnOf(birthDate), dueDate: birthDate === null ? columnOf(dueDate) : null }
  await changing(viewer, memberId, 'details', async () => {
    const where = { familyId_memberId: { familyId, memberId } }
    await tx.memberDetails.upsert({ where, create: { familyId, id: v7(), memberId, ...data }, update: data })
    const since = kindOnceBorn({ kind, birthDate })
    if (since !== kind) {
      await tx.familyMember.updateMany({ where: { familyId, id: memberId, kind }, data: { kind: since } })
    }
  })
}

/** Address, phone and e-mail, sealed under the dossier's key. */
export async function changeContact(viewer: DossierViewer, input: z.output<typeof MemberContactForm>): Promise<void> {
  const { tx, familyId } = viewer
  const { memberId, ...contact } = input
  await memberRow(viewer, memberId)
  const sealed = sealContact(viewer, 'memberContact', memberId, contact)
  await changing(viewer, memberId, 'contact', async () => {
    const where = { familyId_memberId: { familyId, memberId } }
    await tx.memberContact.upsert({ where, create: { familyId, id: v7(), memberId, sealed }, update: { sealed } })
  })
}

/**
 * Names of other members who live at the same address: whoever may still read theirs, reads this one's. For the case
 * director, after contact data were shielded. Leaves a line in the trail for each that was compared.
 */
export async function whoShareTheAddress(
  viewer: DossierViewer,
  memberId: string,
): Promise<{ id: string; name: string }[]> {
  const rows = await viewer.tx.memberContact.findMany({
    where: { familyId: viewer.familyId },
    select: { memberId: true, sealed: true, member: true },
    orderBy: { memberId: 'asc' },
  })
  const addresses = rows.map((row) => ({
    member: row.member,
    address: folded(openContact(viewer, 'memberContact', row.memberId, row).address ?? ''),
  }))
  for (const { member } of addresses) {
    await noteContactRead(viewer, 'memberContact', member.id)
  }
  const own = addresses.find(({ member }) => member.id === memberId)?.address
  return addresses
    .filter(({ member, address }) => own && address === own && member.id !== memberId)
    .map(({ member }) => ({ id: member.id, name: member.firstNames }))
}

/** One change of a member, with its line in the trail. */
export async function changing<T>(
  viewer: DossierViewer,
  memberId: string,
  what: string,
  change: () => Promise<T>,
): Promise<T> {
  return write(viewer, { right: 'members.edit', subject: `member ${memberId}`, detail: { what } }, change)
}

/** Throws a UserError at the first of these fields whose date is still to come. */
export function demandPast({ today }: DossierViewer, dates: Readonly<Record<string, PlainDate | null>>): void {
  for (const [field, date] of Object.entries(dates)) {
    if (date !== null && date > today) {
      throw new UserError(IN_THE_FUTURE, field)
    }
  }
}

export function columnOf(date: PlainDate | null): Date | null {
  return date === null ? null : dateColumn(date)
}

/** Compared without case, accents and spacing. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\s.,]/gu, '')
    .toLowerCase()
}
