import type { MemberPart } from '@/lib/domain/member-parts'
import { isMemberPart } from '@/lib/domain/member-parts'
import type { MemberView, Named } from '@/lib/domain/people-views'
import { isChild } from '@/lib/domain/people-words'
import { type DossierViewer, Refused } from '@/lib/gate'
import { documentsAbout } from './documents'
import type { LeavingDesk } from './leaving'
import { leftBehind } from './left-behind'
import { membersInList, memberView } from './members'
import { networkInList } from './network'

/** What the case director needs to change one part of a family member. */
export interface MemberDesk {
  part: MemberPart
  member: MemberView
  /** Other adults of the family. */
  adults: Named[]
  /** People of the network who still are. */
  network: Named[]
  /** What may be the form of a consent; only for the form that records one. */
  documents: Named[]
  /** What who died or moved out had still to do; only for the form that records it. */
  leftBehind: LeavingDesk | null
}

/** Contact data come along opened only for the form that changes them. Throws `Refused` for a part or member that is not there. */
export async function memberDesk(viewer: DossierViewer, id: string, part: string): Promise<MemberDesk> {
  if (!isMemberPart(part)) {
    throw new Refused(`member ${part}`)
  }
  const member = await memberView(viewer, id, part === 'contact')
  const members = await membersInList(viewer)
  const network = await networkInList(viewer)
  return {
    part,
    member,
    adults: members.filter((each) => each.id !== id && !isChild(each.kind) && !each.deceasedOn).map(named),
    network: network.filter(({ endedOn }) => endedOn === null || endedOn > viewer.today).map(named),
    documents: part === 'toestemming' ? await documentsAbout(viewer, id) : [],
    leftBehind: part === 'naam' ? await leftBehind(viewer, id) : null,
  }
}

function named({ id, name }: Named): Named {
  return { id, name }
}
