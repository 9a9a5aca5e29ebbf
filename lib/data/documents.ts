import { v7 } from 'uuid'
import { z } from 'zod'
import { dateColumn, plainDateOf } from '@/lib/dates'
import { type DocumentFile, fileIn, isMediaType } from '@/lib/domain/document-file'
import type { ChangeDocumentForm, DocumentForm, RemoveDocumentForm } from '@/lib/domain/document-forms'
import type { DocumentLine, DocumentView, Named } from '@/lib/domain/people-views'
import { DOCUMENT_KINDS, fullNameOf } from '@/lib/domain/people-words'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { Prisma } from '@/prisma/generated/client'
import { fetchContent, storeContent } from './file-store'
import { demandPast } from './member-edits'
import { write } from './write'

const documentRow = {
  id: true,
  kind: true,
  title: true,
  summary: true,
  datedOn: true,
  aboutMemberId: true,
  about: true,
  fileName: true,
  mediaType: true,
  fileSize: true,
} satisfies Prisma.DocumentSelect

type Row = Prisma.DocumentGetPayload<{ select: typeof documentRow }>

/** The documents that this viewer may know of, newest first; a family account sees its own. The files stay closed here. */
export async function documentsInList({ tx, familyId }: DossierViewer): Promise<DocumentLine[]> {
  const rows = await tx.document.findMany({
    where: { familyId },
    select: documentRow,
    orderBy: [{ datedOn: 'desc' }, { id: 'desc' }],
  })
  return rows.map(lineOf)
}

/** One document as its form shows it. Throws `Refused` for an id that is of no document that this viewer may know of. */
export async function documentView(viewer: DossierViewer, id: string): Promise<DocumentView> {
  const row = await rowOf(viewer, id)
  return { ...lineOf(row), kindKey: row.kind, aboutMemberId: row.aboutMemberId }
}

/** The file of a document, opened. Throws `Refused` where there is none for this viewer, whatever the reason. */
export async function documentFile(viewer: DossierViewer, id: string): Promise<DocumentFile> {
  const { fileName, mediaType } = await rowOf(viewer, id)
  const bytes = fileName && isMediaType(mediaType) ? await fetchContent(viewer, id) : null
  if (!bytes || !fileName || !isMediaType(mediaType)) {
    throw new Refused(`document ${id}`)
  }
  return { name: fileName, type: mediaType, bytes }
}

/** A new document, with its file if there is one; returns the id. Throws a UserError for a date that is still to come. */
export async function addDocument(
  viewer: DossierViewer,
  input: z.output<typeof DocumentForm>,
  file: DocumentFile | null,
): Promise<string> {
  const { tx, familyId, personId } = viewer
  await demandSound(viewer, input)
  const id = v7()
  await write(viewer, lineAbout(id, 'added', file), async () => {
    const data = { ...columnsOf(input), familyId, id, authorPersonId: personId }
    await tx.document.create({ data, select: { id: true } })
    if (file) {
      await keepFile(viewer, id, file)
    }
  })
  return id
}

/** Changes what is written down of a document. A new file takes the place of the old one, which is gone for good. */
export async function changeDocument(
  viewer: DossierViewer,
  { documentId, isFileGone, ...input }: z.output<typeof ChangeDocumentForm>,
  file: DocumentFile | null,
): Promise<void> {
  const { tx, familyId } = viewer
  await rowOf(viewer, documentId)
  await demandSound(viewer, input)
  await write(viewer, lineAbout(documentId, 'changed', file), async () => {
    const where = { familyId_id: { familyId, id: documentId } }
    await tx.document.update({ where, data: columnsOf(input), select: { id: true } })
    if (file || isFileGone) {
      await keepFile(viewer, documentId, file)
    }
  })
}

/** Takes a document away with its file, also from the consent that it belonged to. A UserError when it was gone already. */
export async function removeDocument(
  viewer: DossierViewer,
  { documentId }: Pick<z.output<typeof RemoveDocumentForm>, 'documentId'>,
): Promise<void> {
  const { tx, familyId } = viewer
  await write(viewer, lineAbout(documentId, 'removed', null), async () => {
    await tx.consent.updateMany({ where: { familyId, documentId }, data: { documentId: null } })
    const { count } = await tx.document.deleteMany({ where: { familyId, id: documentId } })
    if (count === 0) {
      throw new UserError('Dit document is al weggehaald.')
    }
  })
}

/** The documents about one member, or about everybody, by their titles: the form of a consent is one of them. */
export async function documentsAbout({ tx, familyId }: DossierViewer, memberId: string): Promise<Named[]> {
  const rows = await tx.document.findMany({
    where: { familyId, OR: [{ aboutMemberId: memberId }, { aboutMemberId: null }] },
    select: { id: true, title: true },
    orderBy: [{ datedOn: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, title }) => ({ id, name: title }))
}

async function keepFile(viewer: DossierViewer, id: string, file: DocumentFile | null): Promise<void> {
  const data = {
    fileName: file?.name ?? null,
    mediaType: file?.type ?? null,
    fileSize: file?.bytes.byteLength ?? null,
  }
  const where = { familyId_id: { familyId: viewer.familyId, id } }
  await viewer.tx.document.update({ where, data, select: { id: true } })
  await storeContent(viewer, id, file?.bytes ?? null)
}

async function rowOf({ tx, familyId }: DossierViewer, id: string): Promise<Row> {
  const row = z.uuid().safeParse(id).success
    ? await tx.document.findUnique({ where: { familyId_id: { familyId, id } }, select: documentRow })
    : null
  if (!row) {
    throw new Refused(`document ${id}`)
  }
  return row
}

async function demandSound(viewer: DossierViewer, { datedOn, aboutMemberId }: z.output<typeof DocumentForm>) {
  demandPast(viewer, { datedOn })
  const where = aboutMemberId && { familyId_id: { familyId: viewer.familyId, id: aboutMemberId } }
  if (where && !(await viewer.tx.familyMember.findUnique({ where }))) {
    throw new UserError('Dit gezinslid is er niet (meer). Ververs de pagina.', 'aboutMemberId')
  }
}

function columnsOf({ datedOn, ...input }: z.output<typeof DocumentForm>) {
  return { ...input, datedOn: dateColumn(datedOn) }
}

function lineAbout(id: string, what: 'added' | 'changed' | 'removed', file: DocumentFile | null) {
  const detail = { what, file: file?.type ?? null }
  return { right: 'documents.edit' as const, subject: `document ${id}`, detail }
}

function lineOf({ id, kind, title, summary, datedOn, about, fileName, mediaType, fileSize }: Row): DocumentLine {
  return {
    id,
    kind: DOCUMENT_KINDS[kind],
    title,
    summary,
    datedOn: plainDateOf(datedOn),
    about: about && fullNameOf(about),
    file: fileIn({ fileName, mediaType, fileSize }),
  }
}
