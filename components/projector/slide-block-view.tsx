import { formatScore } from '@/lib/domain/score'
import type { SlideBlock } from '@/lib/domain/slide-blocks'
import { SlideCarried, SlideEvaluation, SlideReviews } from './slide-carried'
import { SlideRisks } from './slide-risks'
import { SlideRound } from './slide-round'
import { SlideScores } from './slide-scores'
import { SlideYearAfter } from './slide-year-after'

type BlockOf<K extends SlideBlock['kind']> = Extract<SlideBlock, { kind: K }>

/** One kind of content of a question, large; nothing typed yet shows nothing. */
export function SlideBlockView({ block }: { block: SlideBlock }) {
  switch (block.kind) {
    case 'people':
      return <People block={block} />
    case 'answers':
      return <Answers block={block} />
    case 'scores':
      return <SlideScores block={block} />
    case 'round':
      return <SlideRound block={block} />
    case 'minimum':
      return <Minimum block={block} />
    case 'concerns':
      return <Concerns block={block} />
    case 'risks':
      return <SlideRisks risks={block.risks} />
    case 'choices':
      return <Choices block={block} />
    case 'topThree':
      return <TopThree block={block} />
    case 'goals':
      return <Goals block={block} />
    case 'agreements':
      return <Agreements block={block} />
    case 'reviews':
      return <SlideReviews block={block} />
    case 'evaluation':
      return <SlideEvaluation block={block} />
    case 'yearAfter':
      return <SlideYearAfter block={block} />
    case 'carried':
      return <SlideCarried block={block} />
  }
}

function People({ block }: { block: BlockOf<'people'> }) {
  return (
    <ul className="grid gap-x-[4vw] gap-y-[1vh] lg:grid-cols-2">
      {block.people.map(({ id, name, detail }) => (
        <li key={id}>
          <strong>{name}</strong>
          {detail && <span className="text-ink-soft"> – {detail}</span>}
        </li>
      ))}
    </ul>
  )
}

function Answers({ block }: { block: BlockOf<'answers'> }) {
  return (
    <dl className="grid gap-y-[1.5vh]">
      {block.answers.map(({ id, name, text, applies }) => (
        <div key={id}>
          {name && <dt className="font-bold text-brand">{name}</dt>}
          <dd className="whitespace-pre-line">
            {applies === false && <span className="text-ink-soft">Speelt hier niet. </span>}
            {text}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Minimum({ block }: { block: BlockOf<'minimum'> }) {
  if (block.isMet === null) {
    return <p className="text-ink-soft">Nog niet vastgelegd.</p>
  }
  return (
    <p className="whitespace-pre-line">
      <strong className={block.isMet ? 'text-success' : 'text-danger'}>
        {block.isMet ? 'Ja, de bodemeisen zijn gehaald.' : 'Nee, de bodemeisen zijn nog niet gehaald.'}
      </strong>{' '}
      {block.reason}
    </p>
  )
}

function Concerns({ block }: { block: BlockOf<'concerns'> }) {
  return (
    <ol className="grid list-decimal gap-y-[1.5vh] ps-[1.6em]">
      {block.concerns.map(({ id, text, harmfulEffect }) => (
        <li key={id}>
          <span className="whitespace-pre-line">{text}</span>
          {harmfulEffect && <span className="block text-ink-soft">Schade: {harmfulEffect}</span>}
        </li>
      ))}
    </ol>
  )
}

function Choices({ block }: { block: BlockOf<'choices'> }) {
  return (
    <div className="grid gap-x-[4vw] gap-y-[2vh] lg:grid-cols-2">
      {block.choices.map(({ id, name, ranked }) => (
        <section key={id}>
          <h2 className="text-xl text-brand">{name}</h2>
          <ol className="grid gap-y-1">
            {ranked.map(({ rank, text, reason }) => (
              <li key={rank}>
                {rank}. {text || reason}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function TopThree({ block }: { block: BlockOf<'topThree'> }) {
  return (
    <ol className="grid gap-y-[2vh]">
      {block.ranked.map(({ rank, text, reason, harmfulEffect }) => (
        <li key={rank} className="grid grid-cols-[auto_1fr] gap-x-[1.5vw]">
          <span className="text-3xl font-bold text-brand tabular-nums">{rank}</span>
          <div>
            <p className="font-bold whitespace-pre-line">{text}</p>
            {reason && <p>Waarom: {reason}</p>}
            {harmfulEffect && <p className="text-ink-soft">Schade: {harmfulEffect}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Goals({ block }: { block: BlockOf<'goals'> }) {
  return (
    <ol className="grid list-decimal gap-y-[1.5vh] ps-[1.6em]">
      {block.goals.map(({ id, text, concern, effect }) => (
        <li key={id}>
          <span className="font-bold whitespace-pre-line">{text}</span>
          {effect !== null && <span className="text-brand"> → wordt een {formatScore(effect)}</span>}
          {concern && <span className="block text-ink-soft">Bij: {concern}</span>}
        </li>
      ))}
    </ol>
  )
}

function Agreements({ block }: { block: BlockOf<'agreements'> }) {
  return (
    <ol className="grid list-decimal gap-y-[1.5vh] ps-[1.6em]">
      {block.agreements.map(({ id, text, doers, when }) => (
        <li key={id}>
          <strong>{doers.length > 0 ? doers.join(', ') : 'Wie?'}</strong>
          <span className="whitespace-pre-line">: {text}</span>
          <span className="block text-ink-soft">{when || 'Wanneer?'}</span>
        </li>
      ))}
    </ol>
  )
}
