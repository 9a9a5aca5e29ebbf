import { v7 } from 'uuid'
import { z } from 'zod'
import { seal, unseal } from '@/lib/crypto'
import type { DocumentFile } from '@/lib/domain/document-file'
import { CHOOSE_PHOTO, PHOTO_NAME } from '@/lib/domain/photo'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import { dossierKey } from './dossier-key'
import { write } from './write'

/** The photo of a family member, opened. Throws `Refused` where there is none for this viewer, whatever the reason. */
export async function memberPhoto(viewer: DossierViewer, memberId: string): Promise<DocumentFile> {
  const { tx, familyId } = viewer
  const row = z.uuid().safeParse(memberId).success
    ? await tx.memberPhoto.findUnique({ where: { familyId_memberId: { familyId, memberId } } })
    : null
  if (!row) {
    throw new Refused(`member ${memberId}`)
  }
  return { name: PHOTO_NAME, type: 'image/jpeg', bytes: unseal(dossierKey(viewer), row.sealed, placeOf(row.id)) }
}

/** Puts a photo in the place of the one before, which is gone for good. Throws a UserError where no photo was chosen. */
export async function placeMemberPhoto(
  viewer: DossierViewer,
  memberId: string,
  photo: DocumentFile | null,
): Promise<void> {
  if (!photo) {
    throw new UserError(CHOOSE_PHOTO, 'file')
  }
  const { tx, familyId } = viewer
  await demandMember(viewer, memberId)
  const id = v7()
  const sealed = new Uint8Array(seal(dossierKey(viewer), photo.bytes, placeOf(id)))
  await write(viewer, lineAbout(memberId, 'photo placed'), async () => {
    await tx.memberPhoto.deleteMany({ where: { familyId, memberId } })
    await tx.memberPhoto.create({ data: { familyId, id, memberId, sealed }, select: { id: true } })
  })
}

/** Takes the photo of a family member away, for good. Throws a UserError when it was gone already. */
export async function removeMemberPhoto(viewer: DossierViewer, memberId: string): Promise<void> {
  const { tx, familyId } = viewer
  await write(viewer, lineAbout(memberId, 'photo removed'), async () => {
    const { count } = await tx.memberPhoto.deleteMany({ where: { familyId, memberId } })
    if (count === 0) {
      throw new UserError('Deze foto is al weggehaald.')
    }
  })
}

/** Holds the member, so that of two photos at the same time the last one stands. */
async function demandMember({ tx, familyId }: DossierViewer, id: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    select id from family_member where family_id = ${familyId}::uuid and id = ${id}::uuid for update`
  if (rows.length === 0) {
    throw new Refused(`member ${id}`)
  }
}

function lineAbout(memberId: string, what: 'photo placed' | 'photo removed') {
  return { right: 'members.edit' as const, subject: `member ${memberId}`, detail: { what } }
}

function placeOf(id: string): string {
  return `member-photo:${id}`
}
