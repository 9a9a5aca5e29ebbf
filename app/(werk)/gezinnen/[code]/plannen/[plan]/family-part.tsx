import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox, FormCheckboxGroup, FormRadioGroup, FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { CONDITIONS, conditionWords } from '@/lib/domain/attendance-conditions'
import type { DirectorDeskView } from '@/lib/domain/director-desk'
import type { FamilySeat } from '@/lib/domain/recovery'
import { saveFamily, saveParent } from './recovery-actions'

type PartProps = { hidden: Record<string, string>; desk: DirectorDeskView }

const YES_OR_NO = [
  { value: 'yes', label: 'Ja' },
  { value: 'no', label: 'Nee' },
]

/** From GIPS 3 on: each parent with the three conditions, and who else of the family and its network comes along. */
export function FamilyPart({ hidden, desk }: PartProps) {
  const parents = desk.recovery.seats.filter(({ kind }) => kind === 'parent')
  const others = desk.recovery.seats.filter(({ kind }) => kind !== 'parent')
  if (parents.length + others.length === 0) {
    return null
  }
  return (
    <Card title="Gezin en netwerk aan tafel" id="gezin-aan-tafel">
      <div className="space-y-8">
        <p className="max-w-prose">
          Een ouder doet mee als aan drie voorwaarden is voldaan. Leg ze voor iedere ouder vast, met de reden.
          {desk.recovery.mayOverrule && ' Is dat niet zo, dan besluit u zelf, en schrijft u op waarom.'}
        </p>
        <div className="grid gap-8 lg:grid-cols-2">
          {parents.map((parent) => (
            <ParentForm key={parent.id} hidden={hidden} parent={parent} />
          ))}
        </div>
        {others.length > 0 && <OthersForm hidden={hidden} others={others} />}
      </div>
    </Card>
  )
}

function ParentForm({ hidden, parent }: { hidden: Record<string, string>; parent: FamilySeat }) {
  const { id, name, conditions, isInvited, reason, whyNot } = parent
  return (
    <ActionForm action={saveParent} hidden={{ ...hidden, memberId: id }} label={`Voorwaarden voor ${name}`}>
      <h3>{name}</h3>
      {whyNot && <Notice>{whyNot}</Notice>}
      {CONDITIONS.map((condition) => (
        <FormRadioGroup
          key={condition}
          name={condition}
          id={`${condition}-${id}`}
          legend={conditionWords(condition)}
          options={YES_OR_NO}
          defaultValue={answerOf(conditions[condition])}
        />
      ))}
      <FormTextArea name="reason" id={`reason-${id}`} label="Waarom vindt u dat?" defaultValue={reason} rows={2} />
      <FormCheckbox
        name="isInvited"
        id={`isInvited-${id}`}
        label={`${name} doet mee aan het overleg`}
        defaultChecked={isInvited}
      />
      <SubmitButton variant="secondary">Bewaar voor {name}</SubmitButton>
    </ActionForm>
  )
}

function OthersForm({ hidden, others }: { hidden: Record<string, string>; others: readonly FamilySeat[] }) {
  const of = (kind: FamilySeat['kind']) => others.filter((seat) => seat.kind === kind)
  const optionsOf = (kind: FamilySeat['kind']) =>
    of(kind).map(({ id, name, detail }) => ({ value: id, label: name, hint: detail }))
  const chosen = (kind: FamilySeat['kind']) =>
    of(kind)
      .filter(({ isInvited }) => isInvited)
      .map(({ id }) => id)
  return (
    <ActionForm action={saveFamily} hidden={hidden} label="Wie komt er mee?">
      {of('family').length > 0 && (
        <FormCheckboxGroup
          name="members"
          legend="Kinderen en verzorgers die meekomen"
          options={optionsOf('family')}
          defaultValues={chosen('family')}
        />
      )}
      {of('network').length > 0 && (
        <FormCheckboxGroup
          name="network"
          legend="Wie nodigt het gezin uit?"
          options={optionsOf('network')}
          defaultValues={chosen('network')}
        />
      )}
      <SubmitButton variant="secondary">Bewaar wie er meekomt</SubmitButton>
    </ActionForm>
  )
}

function answerOf(given: boolean | null): string {
  if (given === null) return ''
  return given ? 'yes' : 'no'
}
