import { type ShieldDesk, ShieldState } from '@/components/shields/shield-state'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import type { DocumentLine } from '@/lib/domain/people-views'
import { formatDate } from '@/lib/domain/plain-date'
import { EditLink } from './edit-link'
import { FileLink } from './file-link'

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
        {
          key: 'date',
          header: 'Datum',
          nowrap: true,
          short: true,
          cell: ({ datedOn }) => <DateText iso={datedOn}>{formatDate(datedOn)}</DateText>,
        },
        { key: 'kind', header: 'Soort', short: true, cell: ({ kind }) => kind },
        { key: 'about', header: 'Over', short: true, cell: ({ about }) => about ?? 'het gezin' },
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

function editColumn(code: string): Column<DocumentLine> {
  return {
    key: 'edit',
    header: 'Wijzigen',
    label: '',
    short: true,
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
    label: '',
    short: true,
    cell: ({ id, title }) => <ShieldState desk={desk} subject={{ kind: 'document', id }} what={title} />,
  }
}
