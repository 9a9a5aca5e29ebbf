import { appliesWords } from '@/components/answers/applies-words'
import { ScoreBadge } from '@/components/safety/score-badge'
import { Card } from '@/components/ui/card'
import type { NamedScore, ToldItem, ToldSection } from '@/lib/domain/told'

type ToldCardProps = {
  id: string
  title: string
  sections: readonly ToldSection[]
  /** One's own words stand without a name. */
  isOwn?: boolean
}

/** What was told at home, to read, in the order of the agenda. */
export function ToldCard({ id, title, sections, isOwn = false }: ToldCardProps) {
  return (
    <Card title={title} id={id}>
      {sections.length === 0 ? (
        <p className="max-w-prose text-ink-soft">
          Hier staat nog niets. De casusregisseur schrijft op wat u vertelt. Daarna leest u het hier terug.
        </p>
      ) : (
        <div className="space-y-8">
          {sections.map((section) => (
            <section key={section.key} aria-labelledby={`${id}-${section.key}`} className="space-y-5">
              <h3 id={`${id}-${section.key}`} className="text-lg">
                {section.title}
              </h3>
              {section.items.map((item) => (
                <Told key={item.key} item={item} isOwn={isOwn} />
              ))}
            </section>
          ))}
        </div>
      )}
    </Card>
  )
}

function Told({ item: { question, answers, scores }, isOwn }: { item: ToldItem; isOwn: boolean }) {
  return (
    <div className="space-y-3">
      <p className="max-w-prose text-ink-soft">{question}</p>
      {answers.map(({ id, name, concern, text, applies }) => (
        <div key={id} className="border-s-4 border-line ps-3">
          {concern && <p className="max-w-prose text-sm text-ink-soft">Uit de melding: {concern}</p>}
          {!isOwn && <p className="font-semibold">{name}</p>}
          <p className="max-w-prose break-words whitespace-pre-wrap" dir="auto">
            {text.trim() === '' ? appliesWords(applies === true) : text}
          </p>
        </div>
      ))}
      {scores.map((score) => (
        <ToldScore key={score.id} score={score} isOwn={isOwn} />
      ))}
    </div>
  )
}

function ToldScore({ score, isOwn }: { score: NamedScore; isOwn: boolean }) {
  const { name, memberName, reason, onePointHigher } = score
  return (
    <div className="max-w-prose space-y-1 border-s-4 border-line ps-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        {isOwn ? memberName : `${name} over ${memberName}`} <ScoreBadge score={score.score} />
      </p>
      {reason && <p className="break-words whitespace-pre-wrap">{reason}</p>}
      {onePointHigher && (
        <p className="break-words whitespace-pre-wrap">
          <span className="text-ink-soft">Eén punt meer: </span>
          {onePointHigher}
        </p>
      )}
    </div>
  )
}
