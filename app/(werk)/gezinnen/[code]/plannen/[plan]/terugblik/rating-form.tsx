import { ActionForm } from '@/components/forms/action-form'
import { FormScore, FormTextArea } from '@/components/forms/form-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import type { RatingView } from '@/lib/domain/meeting-rating'
import { typedScore } from '@/lib/domain/score'
import { rateMeeting } from './actions'

type RatingFormProps = {
  hidden: Record<string, string>
  rating: RatingView | null
  /** What the form is for, and what its fields are told apart by: own, or someone's seat. */
  label: string
  id: string
}

/** A figure, what went well and what could be better: a minute's work. */
export function RatingForm({ hidden, rating, label, id }: RatingFormProps) {
  return (
    <ActionForm action={rateMeeting} hidden={hidden} label={label} className="max-w-prose space-y-4">
      <FormScore
        name="score"
        id={`${id}-score`}
        label="Welk cijfer krijgt het overleg?"
        hint="Van 0 (heel slecht) tot 10 (heel goed). Eén cijfer achter de komma mag."
        defaultValue={typedScore(rating?.score ?? null)}
      />
      <FormTextArea
        name="wentWell"
        id={`${id}-well`}
        label="Wat ging goed?"
        optional
        rows={2}
        defaultValue={rating?.wentWell}
      />
      <FormTextArea
        name="better"
        id={`${id}-better`}
        label="Wat kan beter?"
        optional
        rows={2}
        defaultValue={rating?.better}
      />
      <SubmitButton variant={id === 'own' ? 'primary' : 'secondary'}>
        {rating ? 'Bewaar de verandering' : 'Bewaar de mening'}
      </SubmitButton>
    </ActionForm>
  )
}
