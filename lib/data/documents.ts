import { plainDateOf } from '@/lib/dates'
import type { DocumentLine } from '@/lib/domain/people-views'
import { DOCUMENT_KINDS, fullNameOf } from '@/lib/domain/people-words'
import type { DossierViewer } from '@/lib/gate'

/** The documents that this viewer may know of, newest first; a family account sees its own. The files stay closed here. */
export async function documentsInList({ tx, familyId }: DossierViewer): Promise<DocumentLine[]> {
  const rows = await tx.document.findMany({
    where: { familyId },
    select: { id: true, kind: true, title: true, summary: true, datedOn: true, about: true },
    orderBy: [{ datedOn: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ kind, datedOn, about, ...row }) => ({
    ...row,
    kind: DOCUMENT_KINDS[kind],
    datedOn: plainDateOf(datedOn),
    about: about && fullNameOf(about),
  }))
}
