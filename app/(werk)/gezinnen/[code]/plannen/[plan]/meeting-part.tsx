import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox, FormCheckboxGroup, FormSelect, FormText } from '@/components/forms/form-fields'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DirectorDeskView } from '@/lib/domain/director-desk'
import { callOff, saveMeeting, takeProposal } from './actions'
import { InvitePart } from './invite-part'

type PartProps = { hidden: Record<string, string>; desk: DirectorDeskView }

const PARTS = [
  { value: 'morning', label: 'Ochtend, 9.00 tot 12.00 uur' },
  { value: 'afternoon', label: 'Middag, 13.00 tot 16.00 uur' },
]

const AS_LAST_TIME = 'Ingevuld zoals de vorige keer. Klopt het? Bewaar het dan.'
const WHOLE_TEAM = 'De professionals uit het team staan al aangevinkt. Klopt het? Bewaar het dan.'

/** When, where and with whom the meeting is, in one form; the invitations go out with it. */
export function MeetingPart({ hidden, desk }: PartProps) {
  const { dayOff, heldOn } = desk.meeting
  return (
    <Card title="Het overleg" id="uitnodiging">
      <div className="space-y-6">
        {desk.state === 'invited' && <AfterInviting isOff={heldOn === ''} />}
        <Proposal hidden={hidden} desk={desk} />
        {dayOff && <Notice tone="warning">{dayOff} U mag deze dag houden, maar vraag eerst of iedereen kan.</Notice>}
        <ActionForm action={saveMeeting} hidden={hidden} label="Wanneer, waar en met wie">
          <div className="grid gap-8 lg:grid-cols-2">
            <WhenAndWhere meeting={desk.meeting} />
            <Participants desk={desk} />
          </div>
          {desk.reach && <InvitePart reach={desk.reach} />}
          <ButtonRow>
            {/* The first button is the one that Enter in a field presses: it sends nothing out. */}
            <SubmitButton variant="secondary">Bewaar</SubmitButton>
            {desk.state === 'preparation' && (
              <SubmitButton name="goOn" value="invite">
                Bewaar en verstuur de uitnodigingen
              </SubmitButton>
            )}
          </ButtonRow>
        </ActionForm>
        {desk.state === 'invited' && heldOn !== '' && <CallOff hidden={hidden} />}
      </div>
    </Card>
  )
}

function WhenAndWhere({ meeting: { heldOn, part, place, placeIsFit, asLastTime } }: Pick<DirectorDeskView, 'meeting'>) {
  return (
    <div className="space-y-6">
      {asLastTime.when && <p className="text-ink-soft">{AS_LAST_TIME}</p>}
      <FormText name="heldOn" type="date" label="Datum" width="medium" defaultValue={heldOn} />
      <FormSelect name="part" label="Dagdeel" options={PARTS} placeholder="Kies een dagdeel" defaultValue={part} />
      <FormText name="place" label="Plek" defaultValue={place} />
      <FormCheckbox
        name="placeIsFit"
        label="De plek past: wifi, beamer, flip-over en genoeg ruimte aan tafel"
        defaultChecked={placeIsFit}
      />
    </div>
  )
}

/** What a change means once people were invited. */
function AfterInviting({ isOff }: { isOff: boolean }) {
  return isOff ? (
    <Notice tone="warning" title="Het overleg is afgezegd.">
      Kies een nieuwe datum. Als u die bewaart, krijgt iedereen die kan komen meteen een nieuwe uitnodiging.
    </Notice>
  ) : (
    <Notice>
      De uitnodigingen zijn verstuurd. Bewaart u hier een verandering? Dan krijgen de mensen meteen bericht.
    </Notice>
  )
}

function CallOff({ hidden }: Pick<PartProps, 'hidden'>) {
  return (
    <Disclosure summary="Zeg het overleg af">
      <ActionForm action={callOff} hidden={hidden} label="Overleg afzeggen" className="space-y-4">
        <p>
          Iedereen die was uitgenodigd, krijgt bericht en raakt het kwijt uit de agenda. U kiest daarna een nieuwe
          datum.
        </p>
        <SubmitButton variant="danger">Zeg af en verstuur bericht</SubmitButton>
      </ActionForm>
    </Disclosure>
  )
}

/** The day by the rule of the method, taken with one click. */
function Proposal({ hidden, desk: { meeting } }: PartProps) {
  const isTaken = meeting.heldOn === meeting.proposal.date
  return (
    <ActionForm action={takeProposal} hidden={hidden} label="Voorstel voor de datum" className="space-y-3">
      <p className="max-w-prose">
        {isTaken ? 'Gekozen volgens het voorstel' : 'Voorstel'}: <strong>{meeting.proposal.words}</strong>. Overleggen
        zijn om de drie maanden, niet in het weekend en niet op een feestdag.
      </p>
      {!isTaken && <SubmitButton variant="secondary">Neem dit voorstel</SubmitButton>}
    </ActionForm>
  )
}

function Participants({ desk: { team, meeting } }: Pick<PartProps, 'desk'>) {
  const people = team.map(({ id, name }) => ({ value: id, label: name }))
  const chairs = team
    .filter(({ roles }) => roles.includes('gipsMaster'))
    .map(({ id, name }) => ({ value: id, label: name }))
  const seated = (role: string) => meeting.seats.filter((seat) => seat.role === role).map(({ personId }) => personId)
  const director = team.find(({ roles }) => roles.includes('caseDirector'))
  return (
    <div className="space-y-6">
      {meeting.asLastTime.who && <p className="text-ink-soft">{AS_LAST_TIME}</p>}
      {meeting.isWholeTeam && <p className="text-ink-soft">{WHOLE_TEAM}</p>}
      <FormSelect
        name="gipsMaster"
        label="GIPSmeester"
        options={chairs}
        placeholder="Kies wie voorzit"
        defaultValue={seated('gipsMaster')[0] ?? ''}
      />
      <FormSelect
        name="noteTaker"
        label="Notulist"
        options={people.filter(({ value }) => value !== director?.id)}
        placeholder="Kies wie typt"
        defaultValue={seated('noteTaker')[0] ?? ''}
      />
      <FormCheckboxGroup
        name="professionals"
        legend="Wie praten mee?"
        options={people.filter(({ value }) => value !== director?.id)}
        defaultValues={seated('professional')}
      />
    </div>
  )
}
