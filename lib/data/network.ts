import { v7 } from 'uuid'
import { z } from 'zod'
import { plainDateOf } from '@/lib/dates'
import type { ChangeNetworkPersonForm, NetworkPersonForm } from '@/lib/domain/network-forms'
import type { NetworkInList, NetworkPersonView } from '@/lib/domain/people-views'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { Prisma } from '@/prisma/generated/client'
import { contactView, sealContact } from './contact'
import { columnOf } from './member-edits'
import { write } from './write'

const inList = {
  related: { select: { firstNames: true } },
  confidants: { include: { member: { select: { firstNames: true } } }, orderBy: { id: 'asc' } },
} satisfies Prisma.NetworkPersonInclude

type Row = Prisma.NetworkPersonGetPayload<{ include: typeof inList }>

/** The people whom the family finds supportive, who still are first. */
export async function networkInList({ tx, familyId }: DossierViewer): Promise<NetworkInList[]> {
  const rows = await tx.networkPerson.findMany({
    where: { familyId },
    include: inList,
    orderBy: [{ endedOn: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
  })
  return rows.map(listed)
}

/** One person of the network as this viewer may see them. Throws `Refused` for an id that is nobody's in this dossier. */
export async function networkPersonView(
  viewer: DossierViewer,
  id: string,
  isContactAsked = false,
): Promise<NetworkPersonView> {
  const row = await networkRow(viewer, id)
  const contact = { row: row.networkContact, isAsked: isContactAsked }
  return {
    ...listed(row),
    relatedMemberId: row.relatedMemberId,
    contact: await contactView(viewer, 'networkContact', id, contact),
  }
}

/** Somebody new in the network; returns the id. */
export async function addNetworkPerson(
  viewer: DossierViewer,
  input: z.output<typeof NetworkPersonForm>,
): Promise<string> {
  const { tx, familyId } = viewer
  const { address, phone, email, ...person } = input
  await demandMember(viewer, person.relatedMemberId)
  const id = v7()
  await write(viewer, { right: 'network.edit', subject: `network ${id}`, detail: { what: 'added' } }, async () => {
    await tx.networkPerson.create({ data: { familyId, id, ...person } })
    await keepContact(viewer, id, { address, phone, email })
  })
  return id
}

/** Changes somebody of the network; with a last day they count no longer among those who may answer. */
export async function changeNetworkPerson(
  viewer: DossierViewer,
  input: z.output<typeof ChangeNetworkPersonForm>,
): Promise<void> {
  const { tx, familyId } = viewer
  const { networkPersonId: id, endedOn, address, phone, email, ...person } = input
  await networkRow(viewer, id)
  await demandMember(viewer, person.relatedMemberId)
  await write(viewer, { right: 'network.edit', subject: `network ${id}`, detail: { what: 'changed' } }, async () => {
    const data = { ...person, endedOn: columnOf(endedOn) }
    await tx.networkPerson.update({ where: { familyId_id: { familyId, id } }, data })
    await keepContact(viewer, id, { address, phone, email })
  })
}

async function keepContact(
  viewer: DossierViewer,
  id: string,
  contact: { address: string | null; phone: string | null; email: string | null },
): Promise<void> {
  const { tx, familyId } = viewer
  const sealed = sealContact(viewer, 'networkContact', id, contact)
  const where = { familyId_networkPersonId: { familyId, networkPersonId: id } }
  await tx.networkContact.upsert({
    where,
    create: { familyId, id: v7(), networkPersonId: id, sealed },
    update: { sealed },
  })
}

async function networkRow({ tx, familyId }: DossierViewer, id: string) {
  const row = z.uuid().safeParse(id).success
    ? await tx.networkPerson.findUnique({
        where: { familyId_id: { familyId, id } },
        include: { ...inList, networkContact: { select: { sealed: true } } },
      })
    : null
  if (!row) {
    throw new Refused(`network ${id}`)
  }
  return row
}

async function demandMember({ tx, familyId }: DossierViewer, id: string | null): Promise<void> {
  if (id !== null && !(await tx.familyMember.findUnique({ where: { familyId_id: { familyId, id } } }))) {
    throw new UserError('Dit gezinslid is er niet (meer). Ververs de pagina.', 'relatedMemberId')
  }
}

function listed({ id, name, relation, offeredHelp, endedOn, related, confidants }: Row): NetworkInList {
  return {
    id,
    name,
    relation,
    offeredHelp,
    endedOn: endedOn && plainDateOf(endedOn),
    relatedTo: related?.firstNames ?? null,
    confidantFor: confidants.map(({ member }) => member.firstNames),
  }
}
