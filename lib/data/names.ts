import type { Statements } from '@/lib/statements'
import type { NameOf } from './plan-content'

export interface DossierPerson {
  personId: string
  name: string
  initials: string
  profession: string | null
  email: string | null
  phone: string | null
  organisation: string | null
  sector: string | null
  place: string | null
  /** A professional whom the director shielded from this viewer. */
  isShielded: boolean
}

/** Everyone with an account who works or worked on this dossier, or reads it, as this viewer may know them. */
export async function peopleOfDossier(tx: Statements): Promise<DossierPerson[]> {
  return tx.$queryRaw<DossierPerson[]>`
    select person_id as "personId", name, initials, profession, email, phone, organisation, sector, place,
      is_shielded as "isShielded"
    from dossier_people()`
}

/** Names of accounts, family members and network persons of the entered dossier, by id. */
export async function namesOfDossier(tx: Statements): Promise<NameOf> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select person_id as id, name from dossier_people()
    union all select id, concat_ws(' ', first_names, prefix, surname) from family_member
    union all select id, name from dossier_network()`
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}
