import { LinkButton } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import { formatDate } from '@/lib/domain/plain-date'
import type { FamilyOfRegion } from '@/lib/domain/region'
import { progressText, stateText } from './progress-text'

const columns: readonly Column<FamilyOfRegion>[] = [
  {
    key: 'code',
    header: 'Dossier',
    rowHeader: true,
    cell: ({ code }) => <TextLink href={`/regio/${code}`}>{code}</TextLink>,
  },
  { key: 'state', header: 'Traject', short: true, cell: ({ state }) => stateText(state) },
  { key: 'plan', header: 'Plan', short: true, cell: progressText },
  {
    key: 'meeting',
    header: 'Overleg',
    nowrap: true,
    short: true,
    cell: ({ meetingOn }) => (meetingOn === null ? 'geen datum' : formatDate(meetingOn)),
  },
  { key: 'overdue', header: 'Afspraken te laat', short: true, cell: ({ overdue }) => overdue || 'geen' },
  { key: 'director', header: 'Casusregisseur', cell: ({ director }) => director ?? 'nog niemand' },
]

/** How far each family of the region is: no names of the family, nothing of the content. */
export function RegionFamilies({ families }: { families: readonly FamilyOfRegion[] }) {
  return (
    <section aria-label="Uw regio" className="space-y-6">
      <LinkButton variant="primary" href="/regio/nieuw">
        Gezin aanmelden
      </LinkButton>
      <DataTable
        id="region-families"
        caption="Gezinnen in uw regio"
        columns={columns}
        rows={families}
        rowKey={({ code }) => code}
        empty={
          <EmptyState title="Nog geen gezinnen in uw regio">
            Zodra u een gezin aanmeldt, ziet u hier hoe ver het traject is.
          </EmptyState>
        }
      />
    </section>
  )
}
