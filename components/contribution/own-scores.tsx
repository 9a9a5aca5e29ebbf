import { apiOf, type Place } from '@/components/meeting/place'
import { SaveBar } from '@/components/meeting/save-bar'
import { ScoreMeanings } from '@/components/safety/score-meanings'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import type { OwnScores } from '@/lib/domain/contribution-view'
import { progressWords } from '@/lib/domain/score-round'
import { OwnScore } from './own-score'

type OwnScoresCardProps = Place & { scores: OwnScores }

/** The safety round from one's own seat: a score for everyone on the list, saved while one types. */
export function OwnScoresCard({ scores, ...place }: OwnScoresCardProps) {
  const { members, given, scorer, state } = scores
  const isOpen = state === 'open' && members.length > 0
  return (
    <Card title="Uw cijfers" id="cijfers" className="scroll-mt-4">
      <div className="space-y-5">
        <p className="max-w-prose">{leadFor(scores)}</p>
        {state === 'open' && <RoundNotice round={scores.round} />}
        {isOpen && (
          <div className="screen-only sticky top-0 z-10 bg-surface">
            <SaveBar />
          </div>
        )}
        {isOpen && <ScoreMeanings />}
        {isOpen &&
          members.map((member) => (
            <OwnScore
              key={member.id}
              url={apiOf(place, 'inbreng/cijfers')}
              member={member}
              scorer={scorer}
              isRoundOpen={scores.round.state === 'open'}
              given={given.find(({ memberId }) => memberId === member.id)}
            />
          ))}
      </div>
    </Card>
  )
}

/** What becomes of these scores while there is a round of unseen ones, and after it. */
function RoundNotice({ round }: Pick<OwnScores, 'round'>) {
  switch (round.state) {
    case 'open':
      return (
        <Notice role="status" title="Niemand ziet uw cijfers nog">
          <p>Pas als de voorzitter de cijfers onthult, ziet iedereen ze. {progressWords(round)}</p>
        </Notice>
      )
    case 'revealed':
      return (
        <Notice role="status" title="De cijfers zijn onthuld">
          <p>Uw cijfers staan nu vast. Uw uitleg kunt u nog aanvullen. Klopt een cijfer niet? Zeg het aan tafel.</p>
        </Notice>
      )
    case 'stopped':
      return (
        <Notice role="status" title="De cijferronde is gestopt">
          <p>Wat u in de ronde gaf, ziet niemand anders. Verandert u het nu, dan leest het overleg mee.</p>
        </Notice>
      )
    default:
      return null
  }
}

function leadFor({ members, state }: OwnScores): string {
  if (state === 'closed') {
    return 'De veiligheidsronde is afgesloten. De cijfers staan vast.'
  }
  if (state === 'away') {
    return 'U staat niet op de lijst van wie er nu is. Klopt dat niet? Vraag de casusregisseur om u daarop te zetten.'
  }
  if (members.length === 0) {
    return 'Er staat nog niemand op de lijst. De casusregisseur bepaalt voor wie er een cijfer komt.'
  }
  return 'Hoe veilig is het nu, van 0 tot 10? 0 is: er is nu gevaar. 10 is: het is helemaal veilig. Er is geen goed of fout antwoord.'
}
