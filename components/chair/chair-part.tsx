import { AnswerField } from '@/components/answers/answer-field'
import { apiOf, type Place } from '@/components/meeting/place'
import { MissingList } from '@/components/plan/missing-list'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { ChairPage, ChairPart } from '@/lib/domain/chair-view'
import { isBar } from '@/lib/domain/plan-missing'
import { JumpButton } from './jump-button'
import { minutesWords } from './minutes-words'

type ChairPartCardProps = Place & { part: ChairPart; now: ChairPage['now'] }

/** One part of the agenda: its time, its questions with guidance, what is missing, and the chair's own note. */
export function ChairPartCard({ part, now, ...place }: ChairPartCardProps) {
  const { key, title, questions, missing, note } = part
  const bars = missing.filter(isBar).length
  const dossier = `/gezinnen/${place.code}`
  return (
    <Card
      id={`deel-${key}`}
      title={title}
      actions={<span className="text-ink-soft tabular-nums">{minutesWords(part)}</span>}
      className="scroll-mt-4"
    >
      <div className="space-y-3">
        {(now.part === key || bars > 0) && (
          <p className="flex flex-wrap gap-2">
            {now.part === key && <Badge tone="brand">nu</Badge>}
            {bars > 0 && <Badge tone="warning">{bars === 1 ? 'nog 1 ding nodig' : `nog ${bars} dingen nodig`}</Badge>}
          </p>
        )}
        <Disclosure summary={questions.length === 1 ? '1 vraag' : `${questions.length} vragen`}>
          <ul className="divide-y divide-line">
            {questions.map(({ key: itemKey, question, guide }) => (
              <li key={itemKey} className="py-2 sm:flex sm:items-start sm:justify-between sm:gap-4">
                <div className="max-w-prose">
                  <p className="font-semibold">{question}</p>
                  {guide && <p className="text-ink-soft">{guide}</p>}
                </div>
                <JumpButton {...place} itemKey={itemKey} question={question} isShown={now.item === itemKey} />
              </li>
            ))}
          </ul>
        </Disclosure>
        {missing.length > 0 && (
          <Disclosure summary="Wat ontbreekt hier nog?">
            <MissingList missing={missing} base={`${dossier}/plannen/${place.slug}`} dossier={dossier} />
          </Disclosure>
        )}
        <AnswerField
          id={`aantekening-${key}`}
          url={apiOf(place, `aantekeningen/${key}`)}
          itemKey={key}
          respondent={null}
          {...note}
          label={`Uw aantekening bij “${title}”`}
          rows={2}
          keepsEarlier={false}
        />
      </div>
    </Card>
  )
}
