import { LiveRefresh } from '@/components/meeting/live-refresh'
import { MeetingOver } from '@/components/meeting/meeting-over'
import type { Place } from '@/components/meeting/place'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { ContributionPage } from '@/lib/domain/contribution-view'
import { isHeld } from '@/lib/plan-policy'
import { draftCardId, draftTitle, OwnDraftCard } from './own-draft'
import { OwnPercentagesCard } from './own-percentages'
import { OwnScoresCard } from './own-scores'
import { ToldCard } from './told-card'

/** What one person brings to a meeting: the scores while it lasts, the TOP-3 before it, and what the family told. */
export function ContributionScreen({ page }: { page: ContributionPage }) {
  const { frame, plan, drafts, risks, scores, evaluation, told } = page
  const place = { code: frame.code, slug: plan.slug }
  return (
    <div className="space-y-6">
      {told === null && !isHeld(plan) && <LiveRefresh {...place} mayWrite endsAt={['provisional', 'definitive']} />}
      {told && scores && <LiveRefresh {...place} mayWrite follows="round" />}
      {(scores ? 1 : 0) + drafts.length > 1 && (
        <nav aria-label="Op deze pagina" className="flex flex-wrap gap-x-6">
          {scores && (
            <TextLink href="#cijfers" className="inline-flex min-h-11 items-center">
              Uw cijfers
            </TextLink>
          )}
          {drafts.map(({ about }) => (
            <TextLink
              key={about?.id ?? 'all'}
              href={`#${draftCardId(about)}`}
              className="inline-flex min-h-11 items-center"
            >
              {draftTitle(about)}
            </TextLink>
          ))}
        </nav>
      )}
      {scores && <OwnScoresCard {...place} scores={scores} />}
      {evaluation && evaluation.goals.length > 0 && <OwnPercentagesCard {...place} evaluation={evaluation} />}
      {drafts.map((draft) => (
        <OwnDraftCard key={draft.about?.id ?? 'all'} {...place} draft={draft} risks={risks} />
      ))}
      {told && <ToldCard id="verteld" title="Wat u heeft verteld" sections={told.own} isOwn />}
      {told && told.others.length > 0 && (
        <ToldCard id="anderen" title="Wat anderen hebben verteld" sections={told.others} />
      )}
      {drafts.length === 0 && !scores && !told && <NothingOfOnesOwn {...place} isOver={isHeld(plan)} />}
    </div>
  )
}

function NothingOfOnesOwn({ code, slug, isOver }: Place & { isOver: boolean }) {
  return isOver ? (
    <MeetingOver code={code} slug={slug}>
      U hoeft niets meer in te vullen.
    </MeetingOver>
  ) : (
    <EmptyState title="U hoeft niets voor te bereiden">
      Geeft u cijfers in dit overleg? Dan doet u dat op deze pagina, zodra het begint.
    </EmptyState>
  )
}
