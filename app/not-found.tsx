import type { Metadata } from 'next'
import { connection } from 'next/server'
import { UnkeptTexts } from '@/components/answers/unkept-texts'
import { BarePage } from '@/components/shell/bare-page'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'

export const metadata: Metadata = { title: 'Niet gevonden' }

/**
 * The same words for what does not exist and for what one may not see; and what one was typing where that ended just now.
 * Made per request: a static page has no nonce.
 */
export default async function NotFound() {
  await connection()
  return (
    <BarePage>
      <PageHeader
        title="Deze pagina is er niet"
        lead="Misschien klopt het adres niet, of mag u deze pagina niet zien."
      />
      <UnkeptTexts />
      <p>
        <TextLink href="/gezinnen">Naar mijn gezinnen</TextLink>
      </p>
    </BarePage>
  )
}
