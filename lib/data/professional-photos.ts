import { v7 } from 'uuid'
import { z } from 'zod'
import { seal, unseal } from '@/lib/crypto'
import type { DocumentFile } from '@/lib/domain/document-file'
import { CHOOSE_PHOTO, PHOTO_NAME } from '@/lib/domain/photo'
import { appEnv } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { PersonViewer } from '@/lib/person-gate'
import type { PlatformViewer } from '@/lib/platform-gate'

interface Row {
  photoId: string
  sealed: Uint8Array
}

/** Which photo each professional of the viewer's dossier has, by account; none of who left or is hidden from the viewer. */
export async function photosOfTeam({ tx }: DossierViewer): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ personId: string; photoId: string }[]>`
    select person_id as "personId", photo_id as "photoId" from dossier_photos()`
  return new Map(rows.map(({ personId, photoId }) => [personId, photoId]))
}

/** The photo of a professional, opened. Throws `Refused` where there is none for this viewer, whatever the reason. */
export async function professionalPhoto({ tx }: DossierViewer, personId: string): Promise<DocumentFile> {
  const rows = z.uuid().safeParse(personId).success
    ? await tx.$queryRaw<Row[]>`select photo_id as "photoId", sealed from dossier_photo(${personId}::uuid)`
    : []
  return opened(rows[0], `team ${personId}`)
}

/** The viewer's own photo, opened. Throws `Refused` where there is none. */
export async function ownPhoto({ tx }: PlatformViewer): Promise<DocumentFile> {
  const rows = await tx.$queryRaw<Row[]>`select photo_id as "photoId", sealed from own_photo()`
  return opened(rows[0], 'own photo')
}

/** Which photo the viewer has; null: none. */
export async function ownPhotoId({ tx }: Pick<PersonViewer, 'tx'>): Promise<string | null> {
  const rows = await tx.$queryRaw<Pick<Row, 'photoId'>[]>`select photo_id as "photoId" from own_photo()`
  return rows[0]?.photoId ?? null
}

/** Puts one's photo in the place of the one before, which is gone for good. Throws a UserError where none was chosen. */
export async function placeOwnPhoto(viewer: PlatformViewer, photo: DocumentFile | null): Promise<void> {
  if (!photo) {
    throw new UserError(CHOOSE_PHOTO, 'file')
  }
  const id = v7()
  await changeOwnPhoto(viewer, id, new Uint8Array(seal(appEnv().MASTER_KEY, photo.bytes, placeOf(id))))
}

/** Takes one's photo away, for good; a second time changes nothing. */
export async function removeOwnPhoto(viewer: PlatformViewer): Promise<void> {
  await changeOwnPhoto(viewer, null, null)
}

/** An account of the family is refused: the photo of its member stands in the dossier. */
async function changeOwnPhoto({ tx, requestId }: PlatformViewer, id: string | null, sealed: Uint8Array | null) {
  const [row] = await tx.$queryRaw<{ isChanged: boolean }[]>`
    select change_own_photo(${id}::uuid, ${sealed}, ${requestId}) as "isChanged"`
  if (!row?.isChanged) {
    throw new Refused('own photo')
  }
}

function opened(row: Row | undefined, subject: string): DocumentFile {
  if (!row) {
    throw new Refused(subject)
  }
  const bytes = unseal(appEnv().MASTER_KEY, row.sealed, placeOf(row.photoId))
  return { name: PHOTO_NAME, type: 'image/jpeg', bytes }
}

function placeOf(id: string): string {
  return `person-photo:${id}`
}
