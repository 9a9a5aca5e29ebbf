import { Check } from 'lucide'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import type { AdministrationInShort, OpenRemoval } from '@/lib/domain/account-views'

type OverviewScreenProps = { short: AdministrationInShort; removals: readonly OpenRemoval[] }

/** The front page of the administration: what waits, what to do first, and how much there is. */
export function OverviewScreen({ short, removals }: OverviewScreenProps) {
  const steps = firstSteps(short)
  return (
    <div className="space-y-8">
      {short.undelivered > 0 && (
        <Notice tone="warning" title={`${counted(short.undelivered, 'bericht kwam', 'berichten kwamen')} niet aan`}>
          <p>
            <TextLink href="/beheer/berichten">Kijk wat er mis is</TextLink>
          </p>
        </Notice>
      )}
      {removals.length > 0 && <Removals removals={removals} />}
      {steps.some(({ isDone }) => !isDone) && <FirstSteps steps={steps} />}
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        <Figure href="/beheer/accounts" label="Accounts" figure={short.accounts}>
          {short.invited > 0 ? `${short.invited} nog niet klaargemaakt` : 'Allemaal klaargemaakt'}
        </Figure>
        <Figure href="/beheer/organisaties" label="Organisaties" figure={short.organisations}>
          Waar professionals werken
        </Figure>
        <Figure href="/beheer/regios" label="Regio’s" figure={short.regions}>
          Met een regionale tafel
        </Figure>
      </div>
    </div>
  )
}

function Removals({ removals }: { removals: readonly OpenRemoval[] }) {
  return (
    <Card title="Wacht op een tweede beheerder" id="verzoeken">
      <ul className="space-y-3">
        {removals.map(({ personId, who, askedBy, askedAt, isOwn }) => (
          <li key={personId} className="break-words">
            <TextLink href={`/beheer/accounts/${personId}#code`}>{who}: app loskoppelen</TextLink>
            <span className="block text-ink-soft">
              Gevraagd door {isOwn ? 'uzelf' : askedBy}, {askedAt}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface Step {
  text: string
  href: string
  isDone: boolean
}

function firstSteps({ regions, organisations, accounts }: AdministrationInShort): Step[] {
  return [
    { text: 'Voeg een regio toe', href: '/beheer/regios/nieuw', isDone: regions > 0 },
    { text: 'Voeg de organisaties toe', href: '/beheer/organisaties/nieuw', isDone: organisations > 0 },
    {
      text: 'Nodig een tweede beheerder en een regiocoördinator uit',
      href: '/beheer/accounts/nieuw',
      isDone: accounts > 1,
    },
  ]
}

function FirstSteps({ steps }: { steps: readonly Step[] }) {
  return (
    <Card title="Begin hier" id="begin">
      <ol className="space-y-3">
        {steps.map(({ text, href, isDone }, index) => (
          <li key={href} className="flex items-center gap-3">
            <span
              aria-hidden="true"
              className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-brand-soft font-semibold text-brand-strong"
            >
              {isDone ? <Icon of={Check} className="size-5" /> : index + 1}
            </span>
            <span>
              {isDone ? <span className="text-ink-soft">{text}</span> : <TextLink href={href}>{text}</TextLink>}
              {isDone && <span className="sr-only">, klaar</span>}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-4 max-w-prose text-ink-soft">
        Hebt u een lijst? <TextLink href="/beheer/invoeren">Voer die in één keer in</TextLink>.
      </p>
    </Card>
  )
}

type FigureProps = { href: string; label: string; figure: number; children: string }

function Figure({ href, label, figure, children }: FigureProps) {
  return (
    <Card>
      <p className="text-4xl font-bold text-brand-strong tabular-nums">{figure}</p>
      <p className="mt-1 text-lg font-semibold">
        <TextLink href={href}>{label}</TextLink>
      </p>
      <p className="text-ink-soft">{children}</p>
    </Card>
  )
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
