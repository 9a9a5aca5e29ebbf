import { ActionForm } from '@/components/forms/action-form'
import { FormRadioGroup, FormSelect, FormText, FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import type { AccessDesk } from '@/lib/data/family-access'
import { languageOptions, languagesFor } from '@/lib/domain/mail-words'
import { give } from './actions'

type GiveAccessProps = { desk: AccessDesk; code: string }

const AGREEMENT = [
  { value: 'agreed', label: 'Ja, de ouders vinden het goed' },
  { value: 'overruled', label: 'Nee, maar ik beslis dat het toch kan' },
]

/** For who has no account here yet: what is still missing, or the way to give access. */
export function GiveAccess({ desk, code }: GiveAccessProps) {
  const email = desk.contact.state === 'open' ? desk.contact.email : null
  if (desk.role === null || desk.isDeceased) {
    return <Notice>{desk.firstName} kan geen account krijgen.</Notice>
  }
  if (!desk.isMailSafe || email === null) {
    return <Missing desk={desk} code={code} />
  }
  return (
    <Card title="Toegang geven" id="geven">
      <ActionForm action={give} hidden={{ dossier: code, memberId: desk.memberId }} label="Toegang geven">
        <p className="max-w-prose">
          De uitnodiging gaat naar <strong className="break-all">{email}</strong>. In het bericht staat geen naam en
          niets uit het dossier.
        </p>
        <Reads desk={desk} />
        {desk.needsAgreement && <Agreement firstName={desk.firstName} />}
        <FormSelect
          name="language"
          label={`In welke taal krijgt ${desk.firstName} e-mail?`}
          hint="Ook de uitnodiging is in deze taal. Iedereen kan later zelf een andere taal kiezen."
          defaultValue="nl"
          options={languageOptions(languagesFor(true))}
        />
        <SubmitButton>Geef {desk.firstName} toegang</SubmitButton>
      </ActionForm>
    </Card>
  )
}

function Missing({ desk: { memberId, firstName, isMailSafe }, code }: GiveAccessProps) {
  const base = `/gezinnen/${code}/gezinsleden/${memberId}/wijzigen`
  return (
    <Notice tone="warning" title="Dit moet eerst">
      <p>Een uitnodiging gaat alleen naar een e-mailadres waar niemand anders bij kan.</p>
      {isMailSafe ? (
        <p>
          <TextLink href={`${base}/contact`}>Leg het e-mailadres van {firstName} vast</TextLink>
        </p>
      ) : (
        <p>
          <TextLink href={`${base}/gegevens`}>Vraag {firstName} of e-mail veilig is, en leg dat vast</TextLink>
        </p>
      )}
    </Notice>
  )
}

function Reads({ desk: { firstName, role } }: { desk: AccessDesk }) {
  return (
    <p className="max-w-prose">
      {firstName} leest dan de plannen en afspraken van het gezin als geheel, en wat over {firstName} zelf gaat
      {role === 'child' ? '' : ', en over de kinderen van wie deze persoon als ouder of verzorger is vastgelegd'}. Wat u
      afschermt, blijft verborgen.
    </p>
  )
}

function Agreement({ firstName }: { firstName: string }) {
  return (
    <>
      <FormRadioGroup
        name="agreement"
        legend={`${firstName} is jonger dan 16, of de geboortedatum is niet bekend. Vinden de ouders het goed?`}
        options={AGREEMENT}
      />
      <FormText name="agreedOn" type="date" label="Goed gevonden op" hint="Alleen bij “Ja”." optional width="medium" />
      <FormTextArea name="overruledReason" label="Waarom kan het toch?" hint="Alleen bij “Nee”." optional rows={3} />
    </>
  )
}
