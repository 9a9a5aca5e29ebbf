import { ActionForm } from '@/components/forms/action-form'
import { FormText, FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DirectionDesk } from '@/lib/domain/direction'
import { frameworkText } from '@/lib/domain/intake-words'
import { formatDate, type PlainDate } from '@/lib/domain/plain-date'
import { becomeVoluntary } from './actions'

type VoluntaryCardProps = { desk: DirectionDesk; code: string; today: PlainDate }

/** From pressure or compulsion to going on voluntarily: once team and family both gave a 7. */
export function VoluntaryCard({ desk, code, today }: VoluntaryCardProps) {
  const { framework, voluntaryFrom, lacksSeven } = desk
  return (
    <Card title="Drang of dwang" id="vrijwillig">
      <div className="space-y-4">
        <p className="max-w-prose">
          {framework ? <>Afgesproken is: {frameworkText(framework)}.</> : 'Er is nog geen kader vastgelegd.'}
          {voluntaryFrom && <> Sinds {formatDate(voluntaryFrom)} gaat het gezin vrijwillig verder.</>}
        </p>
        {framework && !voluntaryFrom && lacksSeven.length > 0 && <Lacks lacks={lacksSeven} />}
        {framework && !voluntaryFrom && lacksSeven.length === 0 && (
          <ActionForm action={becomeVoluntary} hidden={{ dossier: code }} label="Vrijwillig verder">
            <p className="max-w-prose">Team en gezin gaven allebei een 7. Het gezin kan vrijwillig verder.</p>
            <FormText
              name="voluntaryFrom"
              type="date"
              label="Vrijwillig verder sinds"
              width="medium"
              defaultValue={today}
            />
            <FormTextArea name="voluntaryReason" label="Waarom?" rows={2} />
            <SubmitButton variant="secondary">Ga vrijwillig verder</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  )
}

function Lacks({ lacks }: { lacks: readonly string[] }) {
  return (
    <div className="max-w-prose space-y-2">
      <p>Vrijwillig verder kan pas als team en gezin allebei een 7 geven:</p>
      <ul className="list-disc space-y-1 ps-5">
        {lacks.map((lack) => (
          <li key={lack}>{lack}</li>
        ))}
      </ul>
    </div>
  )
}
