import type { Metadata } from 'next'
import { AdministrationPage } from '@/components/administration/administration-page'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { SECTORS } from '@/lib/domain/people-words'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'
import { ImportDesk } from './import-desk'

export const metadata: Metadata = { title: 'Lijst invoeren' }

export default async function ImportPage() {
  const frame = await onPlatform('accounts.manage', async (viewer) => platformFrame(viewer), {
    path: '/beheer/invoeren',
    subject: 'import',
  })
  return (
    <AdministrationPage frame={frame} current="import">
      <PageHeader
        title="Lijst invoeren"
        lead="Voeg in één keer veel organisaties of mensen toe. U ziet eerst wat er niet klopt; dan is er nog niets bewaard."
      />
      <div className="mb-8 max-w-prose">
        <Disclosure summary="Hoe ziet zo’n lijst eruit?">
          <p>De eerste regel noemt de kolommen, in elke volgorde. Voer organisaties in vóór de mensen die er werken.</p>
          <p className="mt-3 font-semibold">Organisaties</p>
          <pre className="rounded-md bg-sunken p-3 break-words whitespace-pre-wrap">{ORGANISATIONS}</pre>
          <p className="mt-3 font-semibold">Mensen</p>
          <pre className="rounded-md bg-sunken p-3 break-words whitespace-pre-wrap">{PEOPLE}</pre>
          <p className="mt-3">Een sector is een van: {Object.values(SECTORS).join(', ')}.</p>
        </Disclosure>
      </div>
      <ImportDesk />
    </AdministrationPage>
  )
}

const ORGANISATIONS = 'naam; sector; plaats\nJeugdhulp De Brug; jeugdhulp; Waterhuizen'
const PEOPLE = 'naam; e-mail; beroep; organisatie\nNoor Vos; noor@brug.voorbeeld.nl; pleegzorgwerker; Jeugdhulp De Brug'
