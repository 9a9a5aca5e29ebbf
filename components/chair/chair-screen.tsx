import { AnswerGuard } from '@/components/answers/answer-guard'
import { LiveRefresh } from '@/components/meeting/live-refresh'
import { ScoreRound } from '@/components/meeting/score-round'
import { SeatList } from '@/components/meeting/seat-list'
import { MissingList } from '@/components/plan/missing-list'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { TextLink } from '@/components/ui/text-link'
import type { ChairPage } from '@/lib/domain/chair-view'
import { ChairClock } from './chair-clock'
import { ChairMoves } from './chair-moves'
import { ChairPartCard } from './chair-part'
import { NowCard } from './now-card'

/** The chair's own screen: where the meeting is, the time, who gave their scores, and the agenda with own notes. */
export function ChairScreen({ page }: { page: ChairPage }) {
  const place = { code: page.frame.code, slug: page.plan.slug }
  const { standing, seats, missingElsewhere } = page
  const base = `/gezinnen/${place.code}/plannen/${place.slug}`
  const mayRound = standing.mayLead || standing.state !== 'none'
  return (
    <>
      <LiveRefresh {...place} mayWrite endsAt={['definitive']} />
      <AnswerGuard />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="min-w-0 space-y-6">
          <NowCard page={page}>
            <ChairMoves
              {...place}
              isStarted={page.now.isStarted}
              names={page.now.names}
              mayStart={page.plan.state === 'meeting'}
            />
          </NowCard>
        </div>
        <aside aria-label="Tijd, cijfers en wie er is" className="space-y-6 lg:row-span-2">
          {page.clock && <ChairClock clock={page.clock} />}
          {mayRound && (
            <ScoreRound
              {...place}
              standing={standing}
              waitingFor={seats.filter(({ id }) => standing.waitingFor.includes(id)).map(({ name }) => name)}
            />
          )}
          <Card title="Wie is er?">
            <SeatList seats={seats} isNarrow />
            <TextLink href={`${base}/overleg#aanwezigheid`} className="mt-3 inline-flex min-h-11 items-center">
              Naar het overleg
            </TextLink>
          </Card>
        </aside>
        <section aria-label="Agenda" className="min-w-0 space-y-4">
          <h2>De hele agenda</h2>
          <p className="max-w-prose text-ink-soft">
            Uw aantekeningen leest alleen u. Ze staan niet in het dossier en niet op de beamer. Als het plan definitief
            is, worden ze gewist.
          </p>
          {page.parts.map((part) => (
            <ChairPartCard key={part.key} {...place} part={part} now={page.now} />
          ))}
          {missingElsewhere.length > 0 && (
            <Card title="Ook nog nodig" id="ook-nodig">
              <Disclosure summary="Wat buiten het overleg nog ontbreekt">
                <MissingList missing={missingElsewhere} base={base} dossier={`/gezinnen/${place.code}`} />
              </Disclosure>
            </Card>
          )}
        </section>
      </div>
    </>
  )
}
