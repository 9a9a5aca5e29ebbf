import type { Metadata } from 'next'
import { FamiliesList } from '@/components/families/families-list'
import { RegionFamilies } from '@/components/families/region-families'
import { PageMain } from '@/components/shell/page-main'
import { WorkPage } from '@/components/shell/work-page'
import { PageHeader } from '@/components/ui/page-header'
import { familiesPage } from '@/lib/data/families-page'
import { asPerson } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Mijn gezinnen' }

const MOST_URGENT_FIRST = 'Bovenaan staat wat het eerst aandacht vraagt.'
const ONLY_REGION = 'Hoe ver de gezinnen in uw regio zijn. De inhoud van een dossier ziet u niet.'

export default async function FamiliesPage() {
  const { frame, families, region } = await asPerson('/gezinnen', familiesPage)
  const isOnlyRegion = region !== null && families.length === 0
  const leadOverList = families.length > 0 ? MOST_URGENT_FIRST : undefined
  return (
    <WorkPage {...frame} current="families">
      <PageMain>
        <PageHeader title="Mijn gezinnen" lead={isOnlyRegion ? ONLY_REGION : leadOverList} />
        <div className="space-y-12">
          {!isOnlyRegion && <FamiliesList families={families} platformRoles={frame.platformRoles} />}
          {region && <RegionFamilies families={region} />}
        </div>
      </PageMain>
    </WorkPage>
  )
}
