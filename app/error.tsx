'use client'

import { BarePage } from '@/components/shell/bare-page'
import { Button, LinkButton } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { PageHeader } from '@/components/ui/page-header'
import { BUSY_DIGEST } from '@/lib/errors'

const WRONG = {
  title: 'Er ging iets mis',
  lead: 'Dat ligt aan ons, niet aan u. Wat al bewaard was, is er nog. Probeer het over een minuut opnieuw.',
}
const BUSY = {
  title: 'Het is nu erg druk',
  lead: 'Deze pagina kwam daardoor niet op tijd. Wat al bewaard was, is er nog. Probeer het zo nog eens.',
}

/** Something went wrong on our side: says so, with the number under which it stands in the log; or it was too busy. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const isBusy = error.digest === BUSY_DIGEST
  return (
    <BarePage>
      <PageHeader {...(isBusy ? BUSY : WRONG)} />
      {error.digest && !isBusy && (
        <p className="mb-6">Blijft het misgaan? Noem dan dit nummer als u om hulp vraagt: {error.digest}</p>
      )}
      <ButtonRow>
        <Button type="button" onClick={() => location.reload()}>
          Probeer opnieuw
        </Button>
        <LinkButton href="/gezinnen">Naar mijn gezinnen</LinkButton>
      </ButtonRow>
    </BarePage>
  )
}
