import { seal, unseal } from '@/lib/crypto'
import type { ContactData, ContactView } from '@/lib/domain/people-views'
import type { DossierViewer } from '@/lib/gate'
import { dossierKey } from './dossier-key'

export type ContactOwner = 'memberContact' | 'networkContact'

interface SealedRow {
  sealed: Uint8Array
}

/**
 * Contact data as they are shown: closed until asked for, so that they are not even in the page. When they are opened
 * the trail keeps a line of its own, "member {id} contact"; for who may not read them there is no row and no line.
 */
export async function contactView(
  viewer: DossierViewer,
  owner: ContactOwner,
  id: string,
  { row, isAsked }: { row: SealedRow | null; isAsked: boolean },
): Promise<ContactView> {
  if (!row) {
    return { state: 'absent' }
  }
  if (!isAsked) {
    return { state: 'closed' }
  }
  await noteContactRead(viewer, owner, id)
  return { state: 'open', ...openContact(viewer, owner, id, row) }
}

/** The trail's line of somebody reading or comparing contact data. */
export async function noteContactRead(viewer: DossierViewer, owner: ContactOwner, id: string): Promise<void> {
  const [right, who] = owner === 'memberContact' ? ['members.read', 'member'] : ['network.read', 'network']
  await viewer.tx.$executeRaw`select note_line('read', ${right}, ${`${who} ${id} contact`}, null, ${viewer.requestId})`
}

/** Throws where the row was sealed under another key or for another place. */
export function openContact(viewer: DossierViewer, owner: ContactOwner, id: string, row: SealedRow): ContactData {
  const { address, phone, email } = JSON.parse(unseal(dossierKey(viewer), row.sealed, `${owner}:${id}`).toString())
  return { address: address ?? null, phone: phone ?? null, email: email ?? null }
}

export function sealContact(
  viewer: DossierViewer,
  owner: ContactOwner,
  id: string,
  { address, phone, email }: ContactData,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(dossierKey(viewer), JSON.stringify({ address, phone, email }), `${owner}:${id}`))
}
