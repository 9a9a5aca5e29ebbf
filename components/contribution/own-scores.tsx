import type { Place } from '@/components/meeting/place'
import { SaveBar } from '@/components/meeting/save-bar'
import { Card } from '@/components/ui/card'
import type { OwnScores } from '@/lib/domain/contribution-view'
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
        {isOpen && (
          <div className="screen-only sticky top-0 z-10 bg-surface">
            <SaveBar />
          </div>
        )}
        {isOpen &&
          members.map((member) => (
            <OwnScore
              key={member.id}
              {...place}
              member={member}
              scorer={scorer}
              given={given.find(({ memberId }) => memberId === member.id)}
            />
          ))}
      </div>
    </Card>
  )
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
