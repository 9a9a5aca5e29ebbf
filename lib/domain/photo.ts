import { FILE_TYPES } from './document-file'

/** The kinds of picture that a photo of somebody may be brought in as. */
const PHOTO_TYPES = ['image/jpeg', 'image/png'] as const

/** What a field for a photo lets one choose from; a phone then offers its camera too. */
export const ACCEPTED_PHOTOS = PHOTO_TYPES.flatMap((type) => [
  type,
  ...FILE_TYPES[type].extensions.map((extension) => `.${extension}`),
]).join(',')

/** The name under which a photo of somebody is saved: it says of nobody who it is. */
export const PHOTO_NAME = 'foto.jpg'

export const NO_PHOTO = 'Dit is geen foto die we kunnen gebruiken. Kies een foto die eindigt op .jpg of .png.'
export const BROKEN_PHOTO =
  'Deze foto is beschadigd of heeft te veel beeldpunten. Maak de foto opnieuw, of kies een andere.'
export const CHOOSE_PHOTO = 'Kies eerst een foto.'

/** Whether a photo of somebody may be brought in as such a file. */
export function isPhotoType(type: string | null | undefined): type is (typeof PHOTO_TYPES)[number] {
  return (PHOTO_TYPES as readonly (string | null | undefined)[]).includes(type)
}

/** Where the photo of a family member is to be had: another photo has another address. Null where there is none. */
export function memberPhotoPath(code: string, memberId: string, photoId: string | null): string | null {
  return photoId && `/api/gezinnen/${code}/gezinsleden/${memberId}/foto?v=${photoId}`
}

/** The same of a professional, within a dossier. */
export function professionalPhotoPath(code: string, personId: string, photoId: string | null): string | null {
  return photoId && `/api/gezinnen/${code}/team/${personId}/foto?v=${photoId}`
}

/** The same of who is logged in. */
export function ownPhotoPath(photoId: string | null): string | null {
  return photoId && `/api/account/foto?v=${photoId}`
}
