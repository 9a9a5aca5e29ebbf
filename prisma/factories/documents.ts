import { v7 } from 'uuid'
import { seal } from '@/lib/crypto'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { DocumentFile } from '@/lib/domain/document-file'
import type { Document, Prisma } from '@/prisma/generated/client'
import type { FamilyHandle } from './family'

type DocumentInput = Partial<Omit<Prisma.DocumentUncheckedCreateInput, 'familyId'>> & { file?: DocumentFile }

/** A document about the whole family; its file, if it has one, sealed under the dossier's key. */
export async function makeDocument(
  db: Tx,
  family: FamilyHandle,
  { file, ...given }: DocumentInput = {},
): Promise<Document> {
  const id = given.id ?? v7()
  const kept = file && {
    fileName: file.name,
    mediaType: file.type,
    fileSize: file.bytes.byteLength,
    sealed: new Uint8Array(seal(family.dossierKey, file.bytes, `document:${id}`)),
  }
  return db.document.create({
    data: {
      familyId: family.id,
      id,
      kind: 'other',
      title: 'Verslag van de school',
      summary: '',
      datedOn: dateColumn('2026-01-10'),
      ...kept,
      ...given,
    },
  })
}
