import type { NamedPerson } from '@/lib/domain/anonymise/person'
import { fromWholeName } from '@/lib/domain/named-people'
import type { SubjectKind } from '@/lib/domain/shield-forms'
import type { StillNamed, SubjectView } from '@/lib/domain/shield-views'
import { excerptWith, phrasesOfAddress, type Sought } from '@/lib/domain/sought-words'
import type { DossierViewer } from '@/lib/gate'
import { type ContactOwner, noteContactRead, openContact } from './contact'
import { throughEyesOf } from './eyes'
import { peopleOfDossier } from './names'
import { readableTexts } from './readable-texts'
import type { RowInForce } from './shield-rows'

/**
 * Where a name or an address that is shielded can still be read, because somebody typed it: for each family account from
 * which it is hidden, the texts that this account may read and that hold it. A shield takes rows away, not words out of
 * a text. Null for what has no name and no address.
 */
export async function stillNamed(
  viewer: DossierViewer,
  subject: SubjectView,
  rows: readonly RowInForce[],
  accounts: readonly { personId: string; name: string }[],
): Promise<StillNamed[] | null> {
  const shields = rows.filter(({ kind, audience }) => kind === 'shield' && audience !== 'professionalsElsewhere')
  const hidden = accounts.filter(({ personId }) =>
    shields.some((shield) => shield.audience === 'allFamily' || shield.personId === personId),
  )
  const sought = hidden.length > 0 && subject.id !== null ? await soughtOf(viewer, subject.kind, subject.id) : null
  if (!sought) {
    return null
  }
  const found: StillNamed[] = []
  for (const { personId, name } of hidden) {
    const texts = await throughEyesOf(viewer, personId, () => readableTexts(viewer))
    found.push({ name, places: placesWith(sought, texts) })
  }
  return found
}

function placesWith(sought: Sought, texts: Awaited<ReturnType<typeof readableTexts>>): StillNamed['places'] {
  const places = texts.flatMap(({ text, label, path }) => {
    const excerpt = excerptWith(sought, text)
    return excerpt === null ? [] : [{ label, path, excerpt }]
  })
  // A row that was adopted stands there live as well: once is enough, and with the question it stands under.
  const byQuestion = places.toSorted((one, other) => Number(one.path.includes('#')) - Number(other.path.includes('#')))
  return [...new Map(byQuestion.map((place) => [`${place.path.split('#')[0]} ${place.excerpt}`, place])).values()]
}

async function soughtOf(viewer: DossierViewer, kind: SubjectKind, id: string): Promise<Sought | null> {
  const { tx, familyId } = viewer
  if (kind === 'teamMember') {
    const membership = await tx.teamMembership.findFirst({ where: { familyId, id } })
    const person = (await peopleOfDossier(tx)).find(({ personId }) => personId === membership?.personId)
    return person ? contactSought(named(person.personId, person.name), [], person) : null
  }
  if (kind === 'memberContact') {
    return soughtOfAddress(viewer, id)
  }
  const person = await tx.networkPerson.findFirst({ where: { familyId, id } })
  return kind === 'memberDetails' && person ? contactSought(named(person.id, person.name), []) : null
}

/** The address itself, and where those are found who work with whoever lives there. */
async function soughtOfAddress(viewer: DossierViewer, id: string): Promise<Sought> {
  const { tx, familyId } = viewer
  const member = await tx.memberContact.findFirst({ where: { familyId, memberId: id } })
  const network = await tx.networkContact.findFirst({ where: { familyId, networkPersonId: id } })
  const owner: ContactOwner = network ? 'networkContact' : 'memberContact'
  const row = member ?? network
  if (row) {
    await noteContactRead(viewer, owner, id)
  }
  const contact = row && openContact(viewer, owner, id, row)
  const phrases = [...phrasesOfAddress(contact?.address ?? null), ...(await workplacesAround(viewer, id))]
  return contactSought([], phrases, contact ?? {})
}

/** Organisations and places of the professionals who work with this member. */
async function workplacesAround({ tx, familyId }: DossierViewer, memberId: string): Promise<string[]> {
  const memberships = await tx.teamMembership.findMany({
    where: { familyId, OR: [{ worksWithAll: true }, { membershipMembers: { some: { memberId } } }] },
    select: { personId: true },
  })
  const people = (await peopleOfDossier(tx)).filter(({ personId }) =>
    memberships.some((membership) => membership.personId === personId),
  )
  return [...new Set(people.flatMap(({ organisation, place }) => [organisation ?? '', place ?? '']))].filter(Boolean)
}

function contactSought(
  people: readonly NamedPerson[],
  phrases: readonly string[],
  { phone, email }: { phone?: string | null; email?: string | null } = {},
): Sought {
  return { people, phrases: [...phrases, ...(email ? [email] : [])], phones: phone ? [phone] : [] }
}

function named(id: string, name: string): NamedPerson[] {
  const person = fromWholeName(id, name)
  return person ? [person] : []
}
