import { v7 } from 'uuid'
import { seal } from '@/lib/crypto'
import type { Tx } from '@/lib/db'
import type { FamilyHandle, MemberRef } from './family'

/** A grey square of 16 pixels, as a JPEG. */
const GREY = Buffer.from(
  '/9j/2wBDABAQEBAREBIUFBIZGxgbGSUiHx8iJTgoKygrKDhVNT41NT41VUtbSkVKW0uHal5eaoecg3yDnL2pqb3u4u7/////2wBDARAQEBAREBIUFBIZGxgbGSUiHx8iJTgoKygrKDhVNT41NT41VUtbSkVKW0uHal5eaoecg3yDnL2pqb3u4u7/////wgARCAAQABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUAQEAAAAAAAAAAAAAAAAAAAAD/9oADAMBAAIQAxAAAACmFL//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/AB//xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAECAQE/AH//xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAEDAQE/AH//2Q==',
  'base64',
)

/** A small photo with a word in it that nobody sees, so that it can be told from every other. */
export function smallPhoto(word: string): Uint8Array {
  const comment = Buffer.from(word)
  const mark = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
  return new Uint8Array(Buffer.concat([GREY.subarray(0, 2), mark, comment, GREY.subarray(2)]))
}

/** The photo of a family member, sealed under the dossier's key. */
export async function makeMemberPhoto(
  db: Tx,
  family: FamilyHandle,
  member: MemberRef,
  photo: Uint8Array,
): Promise<void> {
  const id = v7()
  const sealed = new Uint8Array(seal(family.dossierKey, photo, `member-photo:${id}`))
  await db.memberPhoto.create({ data: { familyId: family.id, id, memberId: member.id, sealed } })
}

/** The photo of a professional, sealed under the master key. */
export async function makePersonPhoto(db: Tx, masterKey: Buffer, personId: string, photo: Uint8Array): Promise<void> {
  const photoId = v7()
  const sealed = new Uint8Array(seal(masterKey, photo, `person-photo:${photoId}`))
  await db.personPhoto.create({ data: { personId, sealed } })
  await db.person.update({ where: { id: personId }, data: { photoId } })
}
