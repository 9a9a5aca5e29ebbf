import { type ShieldDesk, ShieldState } from '@/components/shields/shield-state'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import type { DocumentLine } from '@/lib/domain/people-views'
import { formatDate } from '@/lib/domain/plain-date'

type DocumentsScreenProps = { documents: readonly DocumentLine[]; shields: ShieldDesk }

/** Outcomes and forms that belong to this dossier: when, what, about whom, and what they say in short. */
export function DocumentsScreen({ documents, shields }: DocumentsScreenProps) {
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
          cell: ({ title }) => <span className="break-words">{title}</span>,
        },
        { key: 'kind', header: 'Soort', cell: ({ kind }) => kind },
        { key: 'about', header: 'Over', cell: ({ about }) => about ?? 'het gezin' },
        {
          key: 'summary',
          header: 'In het kort',
          cell: ({ summary }) => <span className="break-words whitespace-pre-line">{summary}</span>,
        },
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

function shieldColumn(desk: ShieldDesk): Column<DocumentLine> {
  return {
    key: 'shield',
    header: 'Afschermen',
    cell: ({ id, title }) => <ShieldState desk={desk} subject={{ kind: 'document', id }} what={title} isSmall />,
  }
}
