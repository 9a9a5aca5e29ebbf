import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { SignalBadges } from '@/components/signals/signal-badges'
import { SignalFacts } from '@/components/signals/signal-facts'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { signalPage } from '@/lib/data/signals'
import { idInAddress } from '@/lib/domain/form-values'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'
import { LinksPart } from './links-part'
import { OwnView } from './own-view'
import { SharePart } from './share-part'
import { SuspendPart } from './suspend-part'
import { TakeOver } from './take-over'
import { ViewsPart } from './views-part'

export const metadata: Metadata = { title: 'Signaal' }

export default async function SignalPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params
  const base = `/gezinnen/${code}`
  const place = { path: `${base}/signalen/${id}`, subject: `signal ${idInAddress(id)}` }
  const page = await inDossier(code, 'signals.read', (viewer) => signalPage(viewer, id), place)
  const { frame, signal, ownView, desk, links } = page
  const of = { code, signalId: signal.id, isOpen: signal.state !== 'closed' }
  const mayLink = desk !== null && signal.state !== 'reported' && holdsIn(frame, 'signal.handle')
  return (
    <DossierPage frame={frame} current="safety">
      <PageHeader
        above={
          <Breadcrumb
            items={[
              { href: `${base}/veiligheid`, label: 'Veiligheid' },
              { href: `${base}/signalen`, label: 'Signalen' },
            ]}
            current={`Signaal ${signal.code}`}
          />
        }
        title={`Signaal ${signal.code}`}
        meta={<SignalBadges urgency={signal.urgency} state={signal.state} />}
      />
      <div className="space-y-6">
        {desk && signal.state === 'reported' && <TakeOver {...of} state="reported" actions={[]} />}
        <Card title="Wat er is gemeld" id="gemeld">
          <SignalFacts signal={signal} />
          {signal.isOwn && !desk && signal.state === 'reported' && (
            <p className="mt-4 max-w-prose">
              Deze pagina ververst zichzelf niet. <TextLink href={place.path}>Kijk of het al is gezien</TextLink>
            </p>
          )}
        </Card>
        {ownView && <OwnView {...of} own={ownView} />}
        {desk && signal.state !== 'reported' && <TakeOver {...of} state={signal.state} actions={desk.actions} />}
        {(mayLink || links.length > 0) && (
          <LinksPart
            code={code}
            signalId={signal.id}
            links={links}
            targets={mayLink ? desk.targets : null}
            mayAsk={mayLink && desk.mayAsk}
          />
        )}
        {desk && <ViewsPart {...of} views={desk.views} candidates={desk.candidates} />}
        {desk && desk.toSuspend.length > 0 && (
          <SuspendPart code={code} signalId={signal.id} accounts={desk.toSuspend} />
        )}
        {desk && holdsIn(frame, 'signal.share') && <SharePart {...of} accounts={desk.accounts} />}
      </div>
    </DossierPage>
  )
}
