import { AnswerField } from '@/components/answers/answer-field'
import { AnswerGuard } from '@/components/answers/answer-guard'
import { apiOf, type Place } from '@/components/meeting/place'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { Subject } from '@/lib/domain/agendas/agenda'
import type { RiskChoice } from '@/lib/domain/contribution-view'
import { type DraftText, draftSlug, type OwnDraft } from '@/lib/domain/top-three-draft'
import { DraftChoice } from './draft-choice'
import { ReleaseMark } from './release-mark'

type OwnDraftCardProps = Place & {
  draft: OwnDraft
  /** GIPS 2: what may be chosen from the risk assessment. */
  risks: readonly RiskChoice[]
}

const RANKS = [1, 2, 3]

/** One's own TOP-3 in words of one's own, and whether the meeting may use it. */
export function OwnDraftCard({ draft, risks, ...place }: OwnDraftCardProps) {
  const noun = risks.length > 0 ? 'risico' : 'zorg'
  return (
    <Card title={draftTitle(draft.about)} id={draftCardId(draft.about)} className="scroll-mt-4">
      <AnswerGuard />
      <div className="space-y-6">
        {risks.length > 0 && <FromRisks {...place} />}
        {draft.about && <FromPreparation {...place} about={draft.about} />}
        <p className="max-w-prose">
          {risks.length > 0
            ? 'Welke drie risico’s maken het volgens u echt onveilig én zijn te veranderen? En waarom?'
            : question(draft.about)}{' '}
          Minder mag ook. Dit is uw eigen klad: alleen u leest het.
        </p>
        {RANKS.map((rank) => (
          <fieldset key={rank} className="space-y-2 rounded-md border border-line p-4">
            <legend className="px-1 text-lg font-semibold first-letter:uppercase">
              {noun} {rank}
            </legend>
            {draft.texts
              .filter((each) => each.rank === rank)
              .map((each) => (
                <DraftField
                  key={each.part}
                  text={each}
                  url={apiOf(place, `inbreng/top-3/${draftSlug(each)}`)}
                  noun={noun}
                  risks={risks}
                />
              ))}
          </fieldset>
        ))}
        <ReleaseMark {...place} mayBeUsed={draft.mayBeUsed} about={draft.about} />
      </div>
    </Card>
  )
}

/** The heading of one's own TOP-3; at GIPS 3 it says for whom. */
export function draftTitle(about: Subject | null): string {
  return about ? `Uw TOP-3 voor ${about.name}` : 'Uw TOP-3'
}

/** Where a link to that heading leads. */
export function draftCardId(about: Subject | null): string {
  return about ? `top-3-${about.id}` : 'top-3'
}

function question(about: Subject | null): string {
  return about
    ? `Wat zijn volgens u de drie grootste zorgen over hoe het gaat met ${about.name}, en waarom?`
    : 'Wat zijn volgens u de drie grootste zorgen, en waarom?'
}

function FromPreparation({ code, slug, about }: Place & { about: Subject }) {
  return (
    <p className="max-w-prose">
      <TextLink
        href={`/gezinnen/${code}/plannen/${slug}/voorbereiding#${about.isChild ? 'childAtHome' : 'parentAtHome'}:${about.id}`}
        className="inline-flex min-h-11 items-center"
      >
        Lees eerst wat er thuis over {about.name} is opgeschreven
      </TextLink>
    </p>
  )
}

function FromRisks({ code, slug }: Place) {
  return (
    <p className="max-w-prose">
      <TextLink
        href={`/gezinnen/${code}/plannen/${slug}/voorbereiding#riskAssessment`}
        className="inline-flex min-h-11 items-center"
      >
        Lees eerst de risicotaxatie
      </TextLink>
    </p>
  )
}

type DraftFieldProps = { text: DraftText; url: string; noun: string; risks: readonly RiskChoice[] }

function DraftField({ text: draft, url, noun, risks }: DraftFieldProps) {
  const { rank, part, text, version, savedAt } = draft
  const id = draftSlug(draft)
  const start = { id, url, itemKey: id, respondent: null, text, version, savedAt }
  if (part === 'concern' && risks.length > 0) {
    return <DraftChoice {...start} label={`Wat is ${noun} ${rank}?`} risks={risks} />
  }
  const label = part === 'concern' ? `Wat is ${noun} ${rank}?` : `Waarom ${noun} ${rank}?`
  return <AnswerField {...start} label={label} rows={2} keepsEarlier={false} />
}
