import { fileTypeFromBuffer } from 'file-type'
import {
  type DocumentFile,
  isMediaType,
  isNamedAs,
  type MediaType,
  shownFileName,
  sizeProblem,
  WRONG_KIND,
} from '@/lib/domain/document-file'
import { BROKEN_PHOTO } from '@/lib/domain/photo'
import { wordFileProblem } from '@/lib/domain/word-file'
import { redrawImage } from './redraw-image'

export type CheckedFile = { file: DocumentFile; problem: null } | { file: null; problem: string }

/** A PDF must close within this many bytes of its end (ISO 32000, implementation note 18). */
const PDF_END_BYTES = 1024

/**
 * A file that somebody brings in, as it may be kept, or the sentence that says why not. Its content decides what it is
 * and its name must agree. Pictures are drawn anew; of a Word file the directory is read; nothing touches the disk. It
 * does not look for viruses.
 */
export async function checkFile({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<CheckedFile> {
  const tooLarge = sizeProblem(bytes.byteLength)
  if (tooLarge) {
    return refused(tooLarge)
  }
  if (bytes.byteLength === 0) {
    return refused('Dit bestand is leeg. Kies een ander bestand.')
  }
  const type = (await fileTypeFromBuffer(bytes))?.mime
  if (!isMediaType(type)) {
    return refused(WRONG_KIND)
  }
  if (!isNamedAs(name, type)) {
    return refused('De naam van dit bestand past niet bij wat erin zit. Bewaar het opnieuw en kies het dan.')
  }
  return inside(bytes, type, shownFileName(name, type))
}

async function inside(bytes: Uint8Array, type: MediaType, name: string): Promise<CheckedFile> {
  switch (type) {
    case 'application/pdf':
      return endsAsPdf(bytes)
        ? { file: { name, type, bytes }, problem: null }
        : refused('Deze PDF is niet heel. Maak het bestand opnieuw en kies het dan.')
    case 'image/jpeg':
    case 'image/png': {
      const drawn = await redrawImage(bytes, type)
      return drawn ? { file: { name, type, bytes: drawn }, problem: null } : refused(BROKEN_PHOTO)
    }
    default: {
      const problem = wordFileProblem(bytes)
      return problem ? refused(problem) : { file: { name, type, bytes }, problem: null }
    }
  }
}

function endsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-PDF_END_BYTES)).includes('%%EOF')
}

/** A file that may not be kept, and why. */
export function refused(problem: string): CheckedFile {
  return { file: null, problem }
}
