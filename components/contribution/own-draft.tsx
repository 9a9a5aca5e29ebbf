import { AnswerField } from '@/components/answers/answer-field'
import { AnswerGuard } from '@/components/answers/answer-guard'
import { apiOf, type Place } from '@/components/meeting/place'
import { Card } from '@/components/ui/card'
import { type DraftText, draftSlug, type OwnDraft } from '@/lib/domain/top-three-draft'
import { ReleaseMark } from './release-mark'

type OwnDraftCardProps = Place & { draft: OwnDraft }

const RANKS = [1, 2, 3]

/** One's own TOP-3 in words of one's own, and whether the meeting may use it. */
export function OwnDraftCard({ draft, ...place }: OwnDraftCardProps) {
  return (
    <Card title="Uw TOP-3" id="top-3" className="scroll-mt-4">
      <AnswerGuard />
      <div className="space-y-6">
        <p className="max-w-prose">
          Wat zijn volgens u de drie grootste zorgen, en waarom? Minder mag ook. Dit is uw eigen klad: alleen u leest
          het.
        </p>
        {RANKS.map((rank) => (
          <fieldset key={rank} className="space-y-2 rounded-md border border-line p-4">
            <legend className="px-1 text-lg font-semibold">Zorg {rank}</legend>
            {draft.texts
              .filter((each) => each.rank === rank)
              .map((each) => (
                <DraftField key={each.part} text={each} url={apiOf(place, `inbreng/top-3/${draftSlug(each)}`)} />
              ))}
          </fieldset>
        ))}
        <ReleaseMark {...place} mayBeUsed={draft.mayBeUsed} />
      </div>
    </Card>
  )
}

function DraftField({ text: { rank, part, text, version, savedAt }, url }: { text: DraftText; url: string }) {
  return (
    <AnswerField
      id={draftSlug({ rank, part })}
      url={url}
      itemKey={draftSlug({ rank, part })}
      respondent={null}
      text={text}
      version={version}
      savedAt={savedAt}
      label={part === 'concern' ? `Wat is zorg ${rank}?` : `Waarom zorg ${rank}?`}
      rows={2}
      keepsEarlier={false}
    />
  )
}
