import { LogIn } from 'lucide'
import { AppHeader } from '@/components/shell/app-header'
import { PageMain } from '@/components/shell/page-main'
import { LinkButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'

export default function HomePage() {
  return (
    <>
      <AppHeader homeHref="/" links={[]} account={null} />
      <PageMain width="prose">
        <PageHeader
          title="Samen een gezin veilig maken"
          lead="GIPSonline is het gedeelde dossier van een gezin en van iedereen die helpt. Vijf overleggen, vijf plannen, één doel: dat het thuis veilig wordt en blijft."
        />
        <div className="space-y-6">
          <p>
            Het gezin, het netwerk en de professionals maken samen afspraken. Iedereen ziet wat er is afgesproken, wie
            wat doet en hoe het nu met de veiligheid gaat.
          </p>
          <LinkButton href="/inloggen" variant="primary" icon={<Icon of={LogIn} />}>
            Inloggen
          </LinkButton>
        </div>
      </PageMain>
    </>
  )
}
