import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { formatMoment } from '@/lib/dates'
import type { MeasurementView } from '@/lib/domain/between-views'
import { CONTACT_KINDS, FOLLOW_UPS } from '@/lib/domain/measurement'
import { formatDate } from '@/lib/domain/plain-date'
import { formatScore } from '@/lib/domain/score'

/** One measurement as it was written down, and what was said of it afterwards. */
export function MeasurementFacts({ measurement }: { measurement: MeasurementView }) {
  const { on, contact, current, lasting, explanation, by, corrections } = measurement
  return (
    <Card>
      <DescriptionList
        items={[
          { term: 'Datum', description: formatDate(on) },
          { term: 'Hoe', description: CONTACT_KINDS[contact] },
          { term: 'Veiligheid nu', description: withBefore(current, measurement.before?.current) },
          { term: 'Blijvende veiligheid', description: withBefore(lasting, measurement.before?.lasting) },
          { term: 'Toelichting', description: <Text text={explanation} /> },
          ...corrections.map(({ text, at, by: who }, index) => ({
            term: corrections.length === 1 ? 'Aanvulling' : `Aanvulling ${index + 1}`,
            description: <Text text={text} after={`${who}, ${formatMoment(at)}`} />,
          })),
          ...considered(measurement),
          { term: 'Vastgelegd door', description: by },
        ]}
      />
    </Card>
  )
}

function considered({ isConsidered, followUps, followUpNote, keyDecision }: MeasurementView) {
  const needed = followUps.length === 0 ? 'niets' : followUps.map((each) => FOLLOW_UPS[each]).join(', ')
  return [
    ...(isConsidered
      ? [{ term: 'Nodig', description: <Text text={needed} {...(followUpNote && { after: followUpNote })} /> }]
      : []),
    ...(keyDecision === null ? [] : [{ term: 'Sleutelbesluit', description: <Text text={keyDecision} /> }]),
  ]
}

function Text({ text, after }: { text: string; after?: string }) {
  return (
    <>
      <span className="break-words whitespace-pre-line">{text}</span>
      {after && <span className="block break-words whitespace-pre-line text-ink-soft">{after}</span>}
    </>
  )
}

function withBefore(score: number, before: number | undefined): string {
  return before === undefined ? formatScore(score) : `${formatScore(score)} (daarvoor ${formatScore(before)})`
}
