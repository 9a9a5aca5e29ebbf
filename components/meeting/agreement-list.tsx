'use client'

import { Button } from '@/components/ui/button'
import type { Subject } from '@/lib/domain/agendas/agenda'
import type { AgreementView, GoalChoice, PersonChoice } from '@/lib/domain/meeting-view'
import type { PlainDate } from '@/lib/domain/plain-date'
import { usualDoers } from '@/lib/domain/usual-doers'
import { AgreementLine, agreementFieldId } from './agreement-line'
import { apiOf, type Place } from './place'
import { rowDesk } from './row-desk'
import { sendRow } from './row-put'
import type { GoalOfOther } from './same-for-others'
import { UndoLine } from './undo-line'
import { focusSoon, useFirstLine, useList } from './use-list'
import { useRemoval } from './use-removal'

type AgreementListProps = Place & {
  /** The goals of this part; each is a heading with its agreements. */
  goals: readonly GoalChoice[]
  /** All goals of the plan, for agreements that serve several. */
  allGoals: readonly GoalChoice[]
  agreements: readonly AgreementView[]
  people: readonly PersonChoice[]
  /** Who looks, for an agreement of their own. */
  personId: string
  /** GIPS 3: whose recovery plan these serve. */
  about?: Subject | null
  today: PlainDate
  /** The date of a new agreement, until told otherwise. */
  usualDueOn: PlainDate
  /** GIPS 3: the goals of the others, each with its name, for an agreement that is the same for them. */
  elsewhere?: readonly GoalOfOther[]
  mayWrite: boolean
}

const BLANK = {
  text: '',
  byEveryone: false,
  rhythm: 'once',
  until: '',
  isInForce: false,
  version: 0,
} as const

/** Agreements under the goal that they serve first; the first line is ready, Enter adds the next one for the same goal, with the usual date and doer. */
export function AgreementList(props: AgreementListProps) {
  const { goals, allGoals, agreements, people, today, usualDueOn, elsewhere = [], mayWrite, code, slug } = props
  const { personId, about = null } = props
  const place = { code, slug }
  const list = useList(agreements)
  const removal = useRemoval<AgreementView>(list, {
    keyOf: (id) => `agreement ${id}`,
    urlOf: (id) => apiOf(place, `afspraken/${id}`),
    restore: ({ id }) => sendRow(apiOf(place, `afspraken/${id}`), 'POST', {}),
  })
  const firstGoalOf = ({ goalIds }: AgreementView) => allGoals.find(({ id }) => goalIds.includes(id))?.id ?? null

  const addLine = (goalId: string) =>
    list.add({ ...BLANK, dueOn: usualDueOn, doers: usualDoers(people, about), goalIds: [goalId] })
  const bare = goals.filter(({ id }) => !list.rows.some((row) => firstGoalOf(row) === id))
  useFirstLine(mayWrite && bare.length > 0, () => {
    for (const { id } of bare) addLine(id)
  })

  function add(goalId: string) {
    focusSoon(agreementFieldId(addLine(goalId)))
  }

  function lines(rows: readonly AgreementView[], onLast: (() => void) | null) {
    return rows.map((agreement, index) => {
      const next = rows[index + 1]
      return (
        <AgreementLine
          key={agreement.id}
          {...place}
          agreement={agreement}
          number={index + 1}
          goals={allGoals}
          people={people}
          personId={personId}
          about={about}
          today={today}
          elsewhere={elsewhere}
          mayWrite={mayWrite}
          onNext={() => (next ? focusSoon(agreementFieldId(next.id)) : onLast?.())}
          onRemove={() => void removal.remove(agreement)}
        />
      )
    })
  }

  const loose = list.rows.filter((row) => firstGoalOf(row) === null && !(row.isFresh && isBlank(row.id)))
  return (
    <div className="space-y-6">
      {goals.length === 0 && <p className="text-ink-soft">Zodra er een doel is, komen hier de afspraken erbij.</p>}
      {goals.map((goal) => (
        <section key={goal.id} aria-label={`Afspraken bij: ${goal.text}`} className="space-y-2">
          <h4 className="max-w-prose break-words font-semibold">{goal.text}</h4>
          <ol className="space-y-2">
            {lines(
              list.rows.filter((row) => firstGoalOf(row) === goal.id),
              () => add(goal.id),
            )}
          </ol>
          {mayWrite && (
            <Button type="button" variant="secondary" onClick={() => add(goal.id)}>
              Afspraak erbij
            </Button>
          )}
        </section>
      ))}
      {loose.length > 0 && (
        <section aria-label="Afspraken zonder doel" className="space-y-2">
          <h4 className="font-semibold">Nog zonder doel</h4>
          <ol className="space-y-2">{lines(loose, null)}</ol>
        </section>
      )}
      {mayWrite && <UndoLine removal={removal} />}
    </div>
  )
}

/** An empty line whose goal was taken away goes with it. */
function isBlank(id: string): boolean {
  return !rowDesk.find<Pick<AgreementView, 'text'>>(`agreement ${id}`)?.snapshot().value.text
}
