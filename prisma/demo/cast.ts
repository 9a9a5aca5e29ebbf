import type { PlainDate } from '@/lib/domain/plain-date'
import type { Doer } from '@/prisma/factories/agreements'
import type { FamilyHandle } from '@/prisma/factories/family'
import type { FamilyMember, NetworkPerson, Person } from '@/prisma/generated/client'
import type { StoryDays } from './days'

/** Everyone in one demo family, under the short names by which its texts call them. */
export interface Cast {
  family: FamilyHandle
  accounts: Record<string, Person>
  members: Record<string, FamilyMember>
  network: Record<string, NetworkPerson>
  days: StoryDays
  today: PlainDate
}

/** Whoever carries this short name, as a doer, respondent or scorer. Throws for a name that nobody carries. */
export function someone(cast: Cast, name: string): Doer {
  const member = cast.members[name]
  if (member) return { memberId: member.id }
  const network = cast.network[name]
  return network ? { networkPersonId: network.id } : { personId: accountOf(cast, name).id }
}

/** The account with this short name. Throws for a name that nobody carries. */
export function accountOf({ accounts }: Pick<Cast, 'accounts'>, name: string): Person {
  return found(accounts[name], name)
}

/** The family member with this short name. Throws for a name that nobody carries. */
export function memberOf({ members }: Pick<Cast, 'members'>, name: string): FamilyMember {
  return found(members[name], name)
}

/** The network person with this short name. Throws for a name that nobody carries. */
export function networkOf({ network }: Pick<Cast, 'network'>, name: string): NetworkPerson {
  return found(network[name], name)
}

function found<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new Error(`Nobody in this demo family is called ${name}`)
  return one
}
