import { HoldFields } from '@/components/families/hold-fields'
import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ClosedDossier, EndingLine, EndingPage } from '@/lib/data/ending'
import { END_KINDS } from '@/lib/domain/ending'
import { formatDate } from '@/lib/domain/plain-date'
import { endAccess, hold } from './actions'

type ClosedPartProps = { code: string; closed: ClosedDossier; history: readonly EndingLine[] } & Pick<
  EndingPage,
  'readers'
>

const WORDS: Record<EndingLine['kind'], string> = {
  closed: 'sloot het dossier',
  held: 'hield het wissen tegen',
  released: 'liet de bewaartijd weer lopen',
}

/** How the dossier ended, until when it is kept, and the form that stops its erasure. */
export function ClosedPart({ code, closed, history, readers }: ClosedPartProps) {
  const { endedOn, kind, reason, keptUntil, isHeld } = closed
  return (
    <div className="space-y-6">
      <Card title="Hoe het eindigde" id="einde">
        <DescriptionList
          items={[
            { term: 'Gesloten op', description: formatDate(endedOn) },
            { term: 'Waarom', description: END_KINDS[kind] },
            { term: 'In het kort', description: <span className="whitespace-pre-line break-words">{reason}</span> },
            {
              term: 'Bewaard tot en met',
              description: isHeld ? 'wordt nu niet gewist' : formatDate(keptUntil),
            },
          ]}
        />
      </Card>
      <Card title={isHeld ? 'Het wissen is tegengehouden' : 'Moet het langer bewaard blijven?'} id="bewaren">
        <ActionForm action={hold} hidden={{ dossier: code, hold: isHeld ? 'no' : 'yes' }} label="Bewaren">
          <HoldFields isHeld={isHeld} />
        </ActionForm>
      </Card>
      <Readers code={code} readers={readers} />
      <Card title="Wat er gebeurde" id="verloop">
        <ul className="max-w-prose space-y-2">
          {history.map((line) => (
            <li key={`${line.kind} ${line.on} ${line.reason}`} className="break-words">
              {formatDate(line.on)}: {line.who} {WORDS[line.kind]}. {line.reason}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

/** Danger does not end with a trajectory: the access of somebody in the family can still be ended. */
function Readers({ code, readers }: { code: string } & Pick<EndingPage, 'readers'>) {
  return (
    <Card title="Wie van het gezin leest nog mee?" id="meelezen">
      {readers.length === 0 && <p>Niemand van het gezin heeft nog toegang.</p>}
      {readers.map(({ personId, name }) => (
        <Disclosure key={personId} summary={`${name} kan het dossier lezen`}>
          <ActionForm action={endAccess} hidden={{ dossier: code, personId }} label={`Toegang van ${name} beëindigen`}>
            <FormTextArea
              id={`reden-${personId}`}
              name="accessReason"
              label="Waarom moet de toegang stoppen?"
              hint={`Kan ${name} iemand in gevaar brengen met wat hier staat? Beëindig de toegang dan meteen. Dit gaat niet terug.`}
              rows={2}
            />
            <SubmitButton variant="danger">Beëindig nu</SubmitButton>
          </ActionForm>
        </Disclosure>
      ))}
    </Card>
  )
}
