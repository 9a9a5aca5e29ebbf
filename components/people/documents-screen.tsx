import { Download } from 'lucide-react'
import { type ShieldDesk, ShieldState } from '@/components/shields/shield-state'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import { fileSize } from '@/lib/domain/document-file'
import type { DocumentLine } from '@/lib/domain/people-views'
import { formatDate } from '@/lib/domain/plain-date'
import { EditLink } from './edit-link'

type DocumentsScreenProps = {
  code: string
  documents: readonly DocumentLine[]
  mayEdit: boolean
  shields: ShieldDesk
}

/** Outcomes and forms that belong to this dossier: when, what, about whom, what they say in short, and the file to save. */
export function DocumentsScreen({ code, documents, mayEdit, shields }: DocumentsScreenProps) {
  return (
    <DataTable
      id="documenten"
      caption="Documenten"
      hideCaption
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'date',
          header: 'Datum',
          nowrap: true,
          cell: ({ datedOn }) => <DateText iso={datedOn}>{formatDate(datedOn)}</DateText>,
        },
        {
          key: 'title',
          header: 'Document',
          rowHeader: true,
          cell: (document) => (
            <>
              <span className="break-words">{document.title}</span>
              <FileLink code={code} document={document} />
            </>
          ),
        },
        { key: 'kind', header: 'Soort', cell: ({ kind }) => kind },
        { key: 'about', header: 'Over', cell: ({ about }) => about ?? 'het gezin' },
        {
          key: 'summary',
          header: 'In het kort',
          cell: ({ summary }) => <span className="break-words whitespace-pre-line">{summary}</span>,
        },
        ...(mayEdit ? [editColumn(code)] : []),
        ...(shields.marks ? [shieldColumn(shields)] : []),
      ]}
      empty={
        <EmptyState title="Geen documenten">
          Hier komen de uitkomst van de triage, toestemmingen en uitkomsten van risicotaxaties te staan.
        </EmptyState>
      }
    />
  )
}

type FileLinkProps = { code: string; document: Pick<DocumentLine, 'id' | 'file'> }

/** The way to the file of a document, if it has one: a plain link, for what it leads to is no page. */
export function FileLink({ code, document: { id, file } }: FileLinkProps) {
  return (
    file && (
      <a
        href={`/api/gezinnen/${code}/documenten/${id}`}
        className="screen-only flex min-h-11 items-center gap-2 font-normal"
      >
        <Download aria-hidden="true" className="size-5 shrink-0" />
        <span className="min-w-0 break-words">
          Download {file.name} ({fileSize(file.size)})
        </span>
      </a>
    )
  )
}

function editColumn(code: string): Column<DocumentLine> {
  return {
    key: 'edit',
    header: 'Wijzigen',
    cell: ({ id, title }) => (
      <EditLink href={`/gezinnen/${code}/documenten/${id}/wijzigen`} what={title}>
        Wijzig
      </EditLink>
    ),
  }
}

function shieldColumn(desk: ShieldDesk): Column<DocumentLine> {
  return {
    key: 'shield',
    header: 'Afschermen',
    cell: ({ id, title }) => <ShieldState desk={desk} subject={{ kind: 'document', id }} what={title} isSmall />,
  }
}
