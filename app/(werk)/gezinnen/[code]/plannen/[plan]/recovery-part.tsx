import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup, FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DirectorDeskView } from '@/lib/domain/director-desk'
import { MEMBER_KINDS } from '@/lib/domain/people-words'
import { getsRecoveryPlan, recoveryNote, withoutRecoveryPlan } from '@/lib/domain/recovery'
import { saveSubjects, saveWaiver } from './recovery-actions'

type PartProps = { hidden: Record<string, string>; desk: DirectorDeskView }

/** GIPS 3: for whom this meeting makes a recovery plan, and who still has none anywhere. */
export function RecoveryPart({ hidden, desk }: PartProps) {
  const { people } = desk.recovery
  if (people.length === 0) {
    return null
  }
  const without = withoutRecoveryPlan(people)
  const mayChoose = desk.state !== 'provisional' && desk.state !== 'definitive'
  return (
    <Card title="Over wie gaat dit overleg?" id="over-wie">
      <div className="space-y-4">
        <p className="max-w-prose">
          Ieder kind en iedere ouder krijgt een eigen herstelplan. Een kind krijgt er ook een als er geen grote zorgen
          zijn: herstellen en groeien gaat niet vanzelf, en dan staat er wat zo moet blijven. Twee of drie mensen in één
          overleg is genoeg. De anderen volgen in een volgend overleg.
        </p>
        {people.some(({ kind }) => !getsRecoveryPlan(kind)) && (
          <p className="max-w-prose">
            Voor een verzorger, zoals een pleegouder, kan het ook. Dat hoeft niet: kies het als het de verzorger en het
            kind helpt.
          </p>
        )}
        {without.length > 0 && (
          <p className="max-w-prose">
            <strong>Nog geen herstelplan:</strong> {without.map(({ name }) => name).join(', ')}.
          </p>
        )}
        {mayChoose && (
          <ActionForm action={saveSubjects} hidden={hidden} label="Over wie gaat dit overleg?">
            <FormCheckboxGroup
              name="people"
              legend="Voor wie maken we nu een herstelplan?"
              options={people
                .filter(({ hasDied, isHere }) => !hasDied || isHere)
                .map((person) => ({
                  value: person.id,
                  label: person.name,
                  hint: [MEMBER_KINDS[person.kind], recoveryNote(person)].filter(Boolean).join('; '),
                }))}
              defaultValues={people.filter(({ isHere }) => isHere).map(({ id }) => id)}
            />
            <SubmitButton variant="secondary">Bewaar over wie het gaat</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  )
}

/** GIPS 4: the children without a recovery plan, each with a reason. */
export function WaiverPart({ hidden, desk }: PartProps) {
  const { waivers } = desk.recovery
  if (waivers.length === 0) {
    return null
  }
  return (
    <Card title="Kinderen zonder herstelplan" id="zonder-herstelplan">
      <p className="max-w-prose pb-4">
        Ieder kind krijgt een herstelplan, ook zonder grote zorgen. Is er geen gemaakt, schrijf dan op waarom niet.
      </p>
      <div className="space-y-6">
        {waivers.map(({ memberId, name, reason }) => (
          <ActionForm
            key={memberId}
            action={saveWaiver}
            hidden={{ dossier: hidden.dossier ?? '', memberId }}
            label={`Waarom heeft ${name} geen herstelplan?`}
          >
            <FormTextArea
              name="reason"
              label={`Waarom heeft ${name} geen herstelplan?`}
              defaultValue={reason}
              rows={2}
            />
            <SubmitButton variant="secondary">Bewaar de reden</SubmitButton>
          </ActionForm>
        ))}
      </div>
    </Card>
  )
}
