import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup } from '@/components/forms/form-fields'
import { seatWords } from '@/components/meeting/seat-list'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import type { MeetingPage, SeatView } from '@/lib/domain/meeting-view'
import { saveAttendance } from './actions'

/** Who is there, and the start of the meeting: the case director's, before the first question. */
export function AttendancePart({ page }: { page: MeetingPage }) {
  const { frame, plan, seats, may } = page
  const hidden = { dossier: frame.code, planId: plan.id }
  const gaveAlong = new Set(
    page.contributions.filter(({ text }) => text.trim() !== '').map(({ respondent }) => respondent.id),
  )
  const present = seats.filter((seat) => isExpected(seat, gaveAlong)).map(({ id }) => id)
  if (!may.direct || (plan.state !== 'invited' && plan.state !== 'meeting')) {
    return null
  }
  return (
    <Card id="aanwezigheid">
      <Disclosure summary="Wie is er?" open={plan.state === 'invited'}>
        <ActionForm action={saveAttendance} hidden={hidden} label="Aanwezigheid">
          <FormCheckboxGroup
            name="present"
            legend="Vink aan wie er is"
            options={seats.map(({ id, who, name, role, detail }) => ({
              value: id,
              label: name,
              hint: [seatWords({ role, detail }), gaveAlong.has(who.id) && 'gaf vooraf iets mee']
                .filter(Boolean)
                .join(', '),
            }))}
            defaultValues={present}
          />
          <ButtonRow>
            <SubmitButton variant="secondary">Bewaar wie er is</SubmitButton>
            {plan.state === 'invited' && (
              <SubmitButton name="goOn" value="start">
                Start het overleg met wie er is
              </SubmitButton>
            )}
          </ButtonRow>
        </ActionForm>
      </Disclosure>
    </Card>
  )
}

/** Who gave something along is not expected, unless they were seen after all. */
function isExpected({ who, attendance }: SeatView, gaveAlong: ReadonlySet<string>): boolean {
  return attendance === 'present' || (attendance === 'unknown' && !gaveAlong.has(who.id))
}
