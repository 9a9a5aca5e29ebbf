import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { FamilyInRegionList } from '@/lib/domain/family-list'
import { formatDate } from '@/lib/domain/plain-date'
import { meetingTitle, planStateName } from '@/lib/domain/plan-state'

const STATES: Record<string, string> = { intake: 'intake', active: 'loopt', aftercare: 'nazorg', closed: 'afgesloten' }

const columns: readonly Column<FamilyInRegionList>[] = [
  { key: 'code', header: 'Dossier', rowHeader: true, cell: ({ code }) => code },
  { key: 'state', header: 'Traject', cell: ({ state }) => STATES[state] ?? state },
  { key: 'plan', header: 'Plan', cell: planText },
  {
    key: 'meeting',
    header: 'Overleg',
    nowrap: true,
    cell: ({ meetingOn }) => (meetingOn === null ? 'geen datum' : formatDate(meetingOn)),
  },
  { key: 'director', header: 'Casusregisseur', cell: ({ director }) => director ?? 'nog niemand' },
]

/** How far each family of the region is: no names of the family, nothing of the content. */
export function RegionFamilies({ families }: { families: readonly FamilyInRegionList[] }) {
  return (
    <DataTable
      id="region-families"
      caption="Gezinnen in uw regio"
      columns={columns}
      rows={families}
      rowKey={({ code }) => code}
      empty={
        <EmptyState title="Nog geen gezinnen in uw regio">
          Zodra er een gezin wordt aangemeld, ziet u hier hoe ver het traject is.
        </EmptyState>
      }
    />
  )
}

function planText({ planKind, planOrdinal, planState }: FamilyInRegionList): string {
  if (planKind === null || planState === null) {
    return 'nog geen'
  }
  return `${meetingTitle(planKind, planOrdinal ?? 1)}, ${planStateName(planState)}`
}
