import type { ReactNode } from 'react'
import { formatDate } from '@/lib/domain/plain-date'
import {
  looseAgreements,
  type PlanDocument,
  type PlanItemView,
  type PlanRow,
  type PlanSectionView,
} from '@/lib/domain/plan-document'
import { EvaluationRows } from './carried-rows-view'
import { GoalsView } from './goals-view'
import { PlanInShort } from './plan-in-short'
import { PlanPlaces } from './plan-places'
import { PlanRowView } from './plan-row-view'
import { ScoresView } from './scores-view'

export type PlanDocumentViewProps = {
  document: PlanDocument
  /** States of agreements as they are now, by id: ticks live outside the frozen plan. */
  ticks?: Readonly<Record<string, string>>
  /** Where goals came from that were not made in the meeting, in words, by their id: for who may know. */
  origins?: Readonly<Record<string, string>>
  /** For the case director: what stands around each row. */
  frame?: RowFrame
}

/** Puts around a row of a plan, as it is shown, what it takes to hide or open it. */
export type RowFrame = (row: PlanRow, shown: ReactNode) => ReactNode

const BARE: RowFrame = (_row, shown) => shown

/** A plan as it is read: questions and answers in the order of the agenda, goals with their agreements under them. */
export function PlanDocumentView({ document, ticks = {}, origins = {}, frame = BARE }: PlanDocumentViewProps) {
  const given = { document, ticks, origins, frame }
  return (
    <article className="space-y-12" aria-label={document.title}>
      {document.adoptedOn && (
        <p className="text-ink-soft">
          Versie {document.version}, definitief sinds {formatDate(document.adoptedOn)}.
        </p>
      )}
      <PlanInShort document={document} />
      <PlanPlaces sections={document.sections.map(({ key, title }) => ({ key, title }))} />
      {document.sections.map((section) => (
        <PlanSection key={section.key} section={section} {...given} />
      ))}
    </article>
  )
}

type SectionProps = {
  section: PlanSectionView
  document: PlanDocument
  ticks: Readonly<Record<string, string>>
  origins: Readonly<Record<string, string>>
  frame: RowFrame
}

/** An agreement is read under its goal; a question of which all agreements stand there is not asked again, as on paper. */
function PlanSection({ section, ...given }: SectionProps) {
  const items = section.items
    .map((item) => ({ ...item, rows: looseAgreements(item.rows, given.document) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <section aria-labelledby={`deel-${section.key}`} className="space-y-8">
      <h2 id={`deel-${section.key}`} className="scroll-mt-16 border-b border-line pb-2">
        {section.title}
      </h2>
      {items.map((item) => (
        <div key={item.key} id={item.key} className="scroll-mt-16 space-y-3">
          <h3 className="max-w-prose">{item.question}</h3>
          <ItemRows item={item} {...given} />
        </div>
      ))}
    </section>
  )
}

function ItemRows({ item, document, ticks, origins, frame }: { item: PlanItemView } & Omit<SectionProps, 'section'>) {
  const kind = item.rows[0]?.content.kind
  if (kind === 'score') {
    return <ScoresView id={item.key} rows={item.rows} frame={frame === BARE ? null : frame} />
  }
  if (kind === 'goal') {
    return <GoalsView rows={item.rows} document={document} ticks={ticks} origins={origins} frame={frame} />
  }
  const evaluated = item.rows.filter(({ content }) => content.kind === 'evaluation' || content.kind === 'percentage')
  const others = item.rows.filter((row) => !evaluated.includes(row))
  return (
    <>
      {others.length > 0 && (
        <ul className="space-y-3">
          {others.map((row) => (
            <li key={row.position}>{frame(row, <PlanRowView content={row.content} ticks={ticks} />)}</li>
          ))}
        </ul>
      )}
      {evaluated.length > 0 && <EvaluationRows rows={evaluated} frame={frame} />}
    </>
  )
}
