import { fileTypeFromBuffer } from 'file-type'
import { isNamedAs, sizeProblem } from '@/lib/domain/document-file'
import { BROKEN_PHOTO, isPhotoType, NO_PHOTO, PHOTO_NAME } from '@/lib/domain/photo'
import { type CheckedFile, refused } from './check-file'
import { drawPortrait } from './redraw-image'

/**
 * A photo of a person that somebody brings in, as it may be kept: a small square drawn anew, in which nothing of the file
 * is left but what one sees; or the sentence that says why not. Its content decides what it is and its name must agree.
 */
export async function checkPhoto({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<CheckedFile> {
  const tooLarge = sizeProblem(bytes.byteLength)
  if (tooLarge) {
    return refused(tooLarge)
  }
  const type = (await fileTypeFromBuffer(bytes))?.mime
  if (!isPhotoType(type) || !isNamedAs(name, type)) {
    return refused(NO_PHOTO)
  }
  const drawn = await drawPortrait(bytes, type)
  return drawn ? { file: { name: PHOTO_NAME, type: 'image/jpeg', bytes: drawn }, problem: null } : refused(BROKEN_PHOTO)
}
