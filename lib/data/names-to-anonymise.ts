import type { NamedPerson } from '@/lib/domain/anonymise/person'
import { type KnownName, namedPeople } from '@/lib/domain/named-people'
import type { DossierViewer } from '@/lib/gate'

interface NameRow {
  source: 'member' | 'network' | 'account'
  id: string
  first_names: string | null
  prefix: string | null
  surname: string | null
  initials: string | null
  name: string
}

/** Members, network and professionals who are or were ever in this dossier, in a fixed order, so that initials stay the same. */
export async function peopleToAnonymise({ tx }: DossierViewer): Promise<NamedPerson[]> {
  const rows = await tx.$queryRaw<NameRow[]>`select * from names_to_anonymise()`
  return namedPeople(rows.map(knownName))
}

function knownName({ id, source, first_names, prefix, surname, initials, name }: NameRow): KnownName {
  const parts =
    source === 'member'
      ? { firstNames: first_names ?? '', prefix, surname: surname ?? '', initials: initials ?? '' }
      : null
  return { id, name, parts }
}
