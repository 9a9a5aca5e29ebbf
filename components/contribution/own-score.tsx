'use client'

import { useEffect } from 'react'
import { RowTrouble } from '@/components/meeting/row-trouble'
import { figureIn, useScore } from '@/components/meeting/use-score'
import { Checkbox } from '@/components/ui/checkbox'
import { ScoreInput } from '@/components/ui/score-input'
import { TextArea } from '@/components/ui/text-area'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { Someone } from '@/lib/domain/meeting-forms'
import type { MemberView, ScoreView } from '@/lib/domain/meeting-view'
import { meaningOfScore } from '@/lib/domain/score-meaning'

type OwnScoreProps = {
  /** Where it is saved. */
  url: string
  /** Outside a meeting: what this row is called in this tab. */
  rowKey?: string
  member: MemberView
  scorer: Someone
  given: ScoreView | undefined
  /** A round is open: a figure that came after an earlier reveal is taken now. */
  isRoundOpen?: boolean
}

/** One's own score for one family member, one field below the other: for a phone in one hand. */
export function OwnScore({ url, rowKey, member, scorer, given, isRoundOpen = false }: OwnScoreProps) {
  const [row, state] = useScore({ url, rowKey, memberId: member.id, scorer, given })
  const { value, errors } = state
  useEffect(() => {
    if (isRoundOpen) {
      row.offerAgain()
    }
  }, [row, isRoundOpen])
  const id = `own-${member.id}`
  const about = <VisuallyHidden> ({member.name})</VisuallyHidden>
  return (
    <fieldset className="space-y-3 rounded-md border border-line p-4">
      <legend className="px-1 text-lg font-semibold">{member.id === scorer.id ? 'Uzelf' : member.name}</legend>
      {!value.cannotJudge && (
        <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
          <ScoreInput
            name={`${id}-score`}
            label={<>Uw cijfer{about}</>}
            error={errors.score}
            value={value.score}
            onChange={(event) => row.type({ score: event.currentTarget.value })}
          />
          <output htmlFor={`${id}-score`} className="min-h-11 min-w-0 basis-60 grow content-center text-ink-soft">
            {meaningOf(value.score)}
          </output>
        </div>
      )}
      <Checkbox
        name={`${id}-cannot`}
        label={<>Ik kan dit niet beoordelen{about}</>}
        checked={value.cannotJudge}
        onChange={({ currentTarget: { checked } }) => row.type({ cannotJudge: checked, ...(checked && { score: '' }) })}
      />
      <TextArea
        name={`${id}-reason`}
        label={
          <>
            {value.cannotJudge ? 'Waarom kunt u dit niet beoordelen?' : 'Waarom dit cijfer, en niet één punt hoger?'}
            {about}
          </>
        }
        className="min-h-16"
        rows={2}
        autoComplete="off"
        value={value.reason}
        onChange={(event) => row.type({ reason: event.currentTarget.value })}
      />
      {!value.cannotJudge && (
        <TextArea
          name={`${id}-higher`}
          label={<>Wat is er nodig voor één punt meer?{about}</>}
          className="min-h-16"
          rows={2}
          autoComplete="off"
          value={value.onePointHigher}
          onChange={(event) => row.type({ onePointHigher: event.currentTarget.value })}
        />
      )}
      <RowTrouble row={row} state={state} shown={['score']} />
    </fieldset>
  )
}

/** What the typed figure stands for; nothing while it is no score. */
function meaningOf(typed: string): string | null {
  const figure = figureIn(typed)
  return typeof figure === 'number' ? meaningOfScore(figure) : null
}
