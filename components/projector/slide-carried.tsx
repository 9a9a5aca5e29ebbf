import { carryName, reviewName } from '@/lib/domain/carried-words'
import { formatPercentage, goalResult } from '@/lib/domain/goal'
import type { SlideBlock } from '@/lib/domain/slide-blocks'

type BlockOf<K extends SlideBlock['kind']> = Extract<SlideBlock, { kind: K }>

/** The open safety goals, each with what became of it. */
export function SlideReviews({ block }: { block: BlockOf<'reviews'> }) {
  if (block.goals.length === 0) {
    return <p className="text-ink-soft">Er staan geen veiligheidsdoelen meer open.</p>
  }
  return (
    <ol className="grid list-decimal gap-y-[1.5vh] ps-[1.6em]">
      {block.goals.map(({ id, text, result, remark }) => (
        <li key={id}>
          <span className="font-bold whitespace-pre-line">{text}</span>
          {result && <span className="text-brand"> → {reviewName(result)}</span>}
          {remark && <span className="block text-ink-soft whitespace-pre-line">{remark}</span>}
        </li>
      ))}
    </ol>
  )
}

/** All goals under each other: the mean, what everyone gave, and whether it is good enough. */
export function SlideEvaluation({ block }: { block: BlockOf<'evaluation'> }) {
  if (block.goals.length === 0) {
    return <p className="text-ink-soft">Er zijn geen doelen om op terug te kijken.</p>
  }
  return (
    <ol className="grid gap-y-[2vh]">
      {block.goals.map(({ id, text, given, isGoodEnough, reason }) => {
        const result = goalResult(given.map(({ percent }) => percent))
        return (
          <li key={id} className="grid grid-cols-[5em_1fr] gap-x-[1.5vw]">
            <span className="text-end text-2xl font-bold text-brand tabular-nums">
              {result ? formatPercentage(result.mean) : '–'}
            </span>
            <div>
              <p className="font-bold whitespace-pre-line">{text}</p>
              {given.length > 0 && (
                <p className="text-ink-soft tabular-nums">
                  {given.map(({ name, percent }) => `${name} ${percent}`).join(' · ')}
                </p>
              )}
              {isGoodEnough !== null && (
                <p className={isGoodEnough ? 'font-bold text-success' : 'font-bold text-warning'}>
                  {isGoodEnough ? 'Goed genoeg' : 'Nog niet goed genoeg'}
                  {reason && <span className="font-normal text-ink"> – {reason}</span>}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** Agreements of earlier plans: which stay, change or end. */
export function SlideCarried({ block }: { block: BlockOf<'carried'> }) {
  if (block.agreements.length === 0) {
    return null
  }
  return (
    <section>
      <h2 className="text-xl text-brand">Afspraken uit eerdere plannen</h2>
      <ul className="grid gap-y-[1vh]">
        {block.agreements.map(({ id, text, doers, decision }) => (
          <li key={id}>
            <strong>{doers.join(', ') || 'Wie?'}</strong>
            <span className="whitespace-pre-line">: {text}</span>
            {decision && <span className="text-brand"> → {carryName(decision)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
