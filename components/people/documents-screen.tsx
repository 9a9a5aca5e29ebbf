import { DataTable } from '@/components/ui/data-table'
import { DateText } from '@/components/ui/date-text'
import { EmptyState } from '@/components/ui/empty-state'
import type { DocumentLine } from '@/lib/domain/people-views'
import { formatDate } from '@/lib/domain/plain-date'

/** Outcomes and forms that belong to this dossier: when, what, about whom, and what they say in short. */
export function DocumentsScreen({ documents }: { documents: readonly DocumentLine[] }) {
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
      ]}
      empty={
        <EmptyState title="Geen documenten">
          Hier komen de uitkomst van de triage, toestemmingen en uitkomsten van risicotaxaties te staan.
        </EmptyState>
      }
    />
  )
}
