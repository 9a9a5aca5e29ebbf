import { z } from 'zod'
import { plainDateOf } from '@/lib/dates'
import { fileIn } from '@/lib/domain/document-file'
import type { ColleagueLine, MemberInList, MemberView } from '@/lib/domain/people-views'
import {
  CONSENT_STATES,
  fullNameOf,
  PROTECTION_KINDS,
  RESIDENCE_KINDS,
  RESIDENCE_TERMS,
} from '@/lib/domain/people-words'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { Prisma } from '@/prisma/generated/client'
import { agreementsInDossier } from './agreements'
import { contactView } from './contact'
import { goalsOfMember } from './member-goals'
import { peopleOfDossier } from './names'

const withEverything = {
  memberDetails: true,
  memberContact: { select: { sealed: true } },
  memberPhoto: { select: { id: true } },
  childAdultsAsChild: { include: { adult: true }, orderBy: { id: 'asc' } },
  childAdultsAsAdult: { include: { child: true }, orderBy: { id: 'asc' } },
  residences: { orderBy: { fromOn: 'desc' } },
  protectionMeasures: { orderBy: { fromOn: 'desc' } },
  consents: {
    include: { document: { select: { id: true, fileName: true, mediaType: true, fileSize: true } } },
    orderBy: [{ decidedOn: 'desc' }, { id: 'desc' }],
  },
  confidantsAsMember: { include: { networkPerson: true, adult: true }, orderBy: { id: 'asc' } },
} satisfies Prisma.FamilyMemberInclude

/** As the database calls somebody of the network who is hidden from this viewer. */
const NOBODY_OF_THE_NETWORK = 'Iemand uit het netwerk'

export type MemberRow = Prisma.FamilyMemberGetPayload<{ include: typeof withEverything }>
type Tie = MemberRow['childAdultsAsChild'][number] | MemberRow['childAdultsAsAdult'][number]

/** Everyone in the family, in the order in which the case director put them; dates only where the viewer may read them. */
export async function membersInList({ tx, familyId }: DossierViewer): Promise<MemberInList[]> {
  const members = await tx.familyMember.findMany({
    where: { familyId },
    include: {
      memberDetails: { select: { birthDate: true, dueDate: true } },
      memberPhoto: { select: { id: true } },
      childAdultsAsChild: { include: { adult: { select: { firstNames: true } } }, orderBy: { id: 'asc' } },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return members.map((member) => ({
    id: member.id,
    name: fullNameOf(member),
    kind: member.kind,
    birthDate: dateOf(member.memberDetails?.birthDate),
    dueDate: dateOf(member.memberDetails?.dueDate),
    movedOutOn: dateOf(member.movedOutOn),
    deceasedOn: dateOf(member.deceasedOn),
    adults: member.childAdultsAsChild.map(({ adult }) => adult.firstNames),
    photoId: member.memberPhoto?.id ?? null,
  }))
}

/** One family member as this viewer may see them. Throws `Refused` for an id that is nobody's in this dossier. */
export async function memberView(viewer: DossierViewer, id: string, isContactAsked = false): Promise<MemberView> {
  const row = await memberRow(viewer, id)
  const contact = { row: row.memberContact, isAsked: isContactAsked }
  return {
    ...nameOf(row),
    details: row.memberDetails && detailsOf(row.memberDetails),
    photoId: row.memberPhoto?.id ?? null,
    contact: await contactView(viewer, 'memberContact', id, contact),
    ...tiesOf(row),
    ...linesOf(row),
    colleagues: await colleaguesOf(viewer, id),
    goals: await goalsOfMember(viewer, id, await agreementsInDossier(viewer)),
  }
}

/** A member's row with all that the viewer may read of it. Throws `Refused` as above. */
export async function memberRow({ tx, familyId }: DossierViewer, id: string): Promise<MemberRow> {
  const isId = z.uuid().safeParse(id).success
  const row = isId
    ? await tx.familyMember.findUnique({ where: { familyId_id: { familyId, id } }, include: withEverything })
    : null
  if (!row) {
    throw new Refused(`member ${id}`)
  }
  return row
}

function nameOf(row: MemberRow) {
  const { id, kind, firstNames, prefix, surname, initials } = row
  const dates = { movedOutOn: dateOf(row.movedOutOn), deceasedOn: dateOf(row.deceasedOn) }
  return { id, kind, firstNames, prefix, surname, initials, name: fullNameOf(row), ...dates }
}

function detailsOf(row: NonNullable<MemberRow['memberDetails']>) {
  const { interpreter, safeChannel, justiceInvolvement } = row
  return {
    birthDate: dateOf(row.birthDate),
    dueDate: dateOf(row.dueDate),
    interpreter,
    safeChannel,
    justiceInvolvement,
  }
}

function tiesOf(row: MemberRow): Pick<MemberView, 'adults' | 'children'> {
  const tie = (
    { id, relation, hasAuthority, contact, contactNote }: Tie,
    other: { id: string; firstNames: string },
  ) => ({
    id,
    other: { id: other.id, name: other.firstNames },
    relation,
    hasAuthority,
    contact,
    contactNote,
  })
  return {
    adults: row.childAdultsAsChild.map((each) => tie(each, each.adult)),
    children: row.childAdultsAsAdult.map((each) => tie(each, each.child)),
  }
}

function linesOf(row: MemberRow): Pick<MemberView, 'residences' | 'measures' | 'consents' | 'confidants'> {
  return {
    residences: row.residences.map(({ id, kind, term, note, ...dates }) => ({
      id,
      title: `${RESIDENCE_KINDS[kind]}, ${RESIDENCE_TERMS[term]}`,
      note,
      ...periodOf(dates),
    })),
    measures: row.protectionMeasures.map(({ id, kind, court, ...dates }) => ({
      id,
      title: PROTECTION_KINDS[kind],
      note: court,
      ...periodOf(dates),
    })),
    consents: row.consents.map(({ id, state, decidedOn, scope, document }) => ({
      id,
      state: CONSENT_STATES[state],
      decidedOn: plainDateOf(decidedOn),
      scope,
      document: document && { id: document.id, file: fileIn(document) },
    })),
    confidants: row.confidantsAsMember.map(({ id, networkPersonId, networkPerson, adult, notNeededReason }) => ({
      id,
      name: networkPersonId === null ? adult && fullNameOf(adult) : (networkPerson?.name ?? NOBODY_OF_THE_NETWORK),
      isNetwork: networkPersonId !== null,
      reason: notNeededReason,
    })),
  }
}

/** The professionals who work with this member now, as the viewer may know them. */
async function colleaguesOf({ tx, familyId, now }: DossierViewer, memberId: string): Promise<ColleagueLine[]> {
  const memberships = await tx.teamMembership.findMany({
    where: {
      familyId,
      role: { not: 'noteTaker' },
      OR: [{ worksWithAll: true }, { membershipMembers: { some: { memberId } } }],
      AND: [{ OR: [{ until: null }, { until: { gt: now } }] }],
    },
    select: { personId: true },
    orderBy: { since: 'asc' },
  })
  const people = await peopleOfDossier(tx)
  const ids = [...new Set(memberships.map(({ personId }) => personId))]
  return ids.flatMap((personId) => {
    const person = people.find((each) => each.personId === personId)
    if (!person) return []
    const { name, profession, organisation, phone, email } = person
    return [{ personId, name, profession, organisation, phone, email }]
  })
}

function periodOf({ fromOn, untilOn }: { fromOn: Date; untilOn: Date | null }) {
  return { fromOn: plainDateOf(fromOn), untilOn: dateOf(untilOn) }
}

function dateOf(column: Date | null | undefined): string | null {
  return column ? plainDateOf(column) : null
}
