import { AnswerField } from '@/components/answers/answer-field'
import { ReadAnswer } from '@/components/answers/read-answer'
import type { ContributionView } from '@/lib/domain/absent-contribution'

export type ContributionFieldProps = {
  contribution: ContributionView
  /** Where contributions are saved: /api/gezinnen/…/bijdragen. */
  address: string
  /** Above the field; the name of who gives it along, unless told otherwise. */
  label?: string
}

/** What one professional gives along, to type in or to read. Stands on a page with an `AnswerGuard`. */
export function ContributionField({ contribution, address, label }: ContributionFieldProps) {
  const { id, itemKey, respondent, name, profession, text, version, savedAt, mayWrite } = contribution
  const shown = label ?? [name, profession].filter(Boolean).join(', ')
  if (!mayWrite) {
    return <ReadAnswer label={shown} text={text} applies={null} />
  }
  return (
    <AnswerField
      id={`${itemKey}-${respondent.id}`}
      url={`${address}/${id}`}
      itemKey={itemKey}
      respondent={respondent}
      text={text}
      version={version}
      savedAt={savedAt}
      label={shown}
      rows={5}
    />
  )
}
