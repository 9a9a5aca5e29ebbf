'use client'

import { BarePage } from '@/components/shell/bare-page'
import { Button, LinkButton } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { PageHeader } from '@/components/ui/page-header'

/** Something went wrong on our side: says so, with the number under which it stands in the log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <BarePage>
      <PageHeader
        title="Er ging iets mis"
        lead="Dat ligt aan ons, niet aan u. Wat al bewaard was, is er nog. Probeer het over een minuut opnieuw."
      />
      {error.digest && (
        <p className="mb-6">Blijft het misgaan? Noem dan dit nummer als u om hulp vraagt: {error.digest}</p>
      )}
      <ButtonRow>
        <Button type="button" onClick={reset}>
          Probeer opnieuw
        </Button>
        <LinkButton href="/gezinnen">Naar mijn gezinnen</LinkButton>
      </ButtonRow>
    </BarePage>
  )
}
