import type { ReactNode } from 'react'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { respondentKey } from '@/lib/domain/answer'
import type { SheetField } from '@/lib/domain/answer-sheet'
import { AnswerField } from './answer-field'
import { AppliesField } from './applies-field'
import { ReadAnswer } from './read-answer'

export type SheetFieldsProps = {
  fields: readonly SheetField[]
  /** Where answers are saved: /api/gezinnen/…/antwoorden. */
  address: string
  mayWrite: boolean
  question: string
  /** What the eye reads above each field: who answers, or nothing where the question already says it all. */
  labelled: 'byName' | 'byQuestion'
  /** For the case director: what stands around each answer that was given. */
  frame?: FieldFrame | undefined
}

export type FieldFrame = (field: SheetField, shown: ReactNode) => ReactNode

/** The fields of one question: to type in, or to read. The full question stands in each name for who listens. */
export function SheetFields({ fields, frame, ...shared }: SheetFieldsProps) {
  return fields.map((field, place) => {
    const isNewConcern = field.concern !== null && field.concern !== fields[place - 1]?.concern
    const shown = <OneField field={field} {...shared} />
    return (
      <div key={field.id} className="space-y-2">
        {isNewConcern && <ReportedConcern>{field.concern}</ReportedConcern>}
        {frame && field.version > 0 ? frame(field, shown) : shown}
      </div>
    )
  })
}

type OneFieldProps = Omit<SheetFieldsProps, 'fields' | 'frame'> & { field: SheetField }

function OneField({ field, address, mayWrite, question, labelled }: OneFieldProps) {
  const { text, applies } = field
  const label = <FieldLabel field={field} question={question} />
  const hideLabel = labelled === 'byQuestion' || field.respondent === null
  if (field.isChecklist) {
    return <ChecklistPoint field={field} label={label} address={address} mayWrite={mayWrite} />
  }
  if (!mayWrite) {
    return <ReadAnswer label={label} hideLabel={hideLabel} text={text} applies={applies} />
  }
  return (
    <AnswerField
      id={fieldId(field)}
      url={`${address}/${field.id}`}
      itemKey={field.itemKey}
      respondent={field.respondent}
      text={text}
      applies={field.isRequired ? applies : undefined}
      version={field.version}
      savedAt={field.savedAt}
      label={label}
      hideLabel={hideLabel}
      optional={!field.isRequired}
    />
  )
}

type ChecklistPointProps = Pick<SheetFieldsProps, 'address' | 'mayWrite'> & { field: SheetField; label: ReactNode }

/** One point of the developmental checklist. */
function ChecklistPoint({ field, label, address, mayWrite }: ChecklistPointProps) {
  const { text, applies, version, savedAt, itemKey, respondent } = field
  if (!mayWrite) {
    return <ReadAnswer label={label} hideLabel text={text} applies={applies} look="checklist" />
  }
  return (
    <AppliesField
      id={fieldId(field)}
      url={`${address}/${field.id}`}
      {...{ itemKey, respondent, text, applies, version, savedAt }}
      legend={label}
      look="checklist"
    />
  )
}

/** Where a link to this field leads: the item's key, and for whom it is. */
export function fieldId({ itemKey, respondent }: Pick<SheetField, 'itemKey' | 'respondent'>): string {
  return `${itemKey}-${respondent?.id ?? respondentKey(respondent)}`
}

function FieldLabel({ field, question }: { field: SheetField; question: string }): ReactNode {
  return (
    <>
      {field.name}
      <VisuallyHidden>
        : {question} {field.concern}
      </VisuallyHidden>
    </>
  )
}

function ReportedConcern({ children }: { children: ReactNode }) {
  return (
    <p className="max-w-prose border-s-4 border-line-strong ps-3 pt-2">
      <span className="block text-sm text-ink-soft">Uit de melding</span>
      {children}
    </p>
  )
}
