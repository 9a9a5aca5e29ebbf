import type { MemberDesk } from '@/lib/data/member-desk'
import { AdultsForm } from './adults-form'
import { ConfidantForm } from './confidant-form'
import { ConsentForm } from './consent-form'
import { ContactForm, DetailsForm, NameForm } from './member-forms'
import { MeasureForm, ResidenceForm } from './period-forms'
import { PhotoForm } from './photo-form'

export type PartFormProps = { desk: MemberDesk; hidden: Record<string, string> }

/** The form for the part of a member that the address names. */
export function PartForm(props: PartFormProps) {
  switch (props.desk.part) {
    case 'naam':
      return <NameForm {...props} />
    case 'foto':
      return <PhotoForm {...props} />
    case 'gegevens':
      return <DetailsForm {...props} />
    case 'contact':
      return <ContactForm {...props} />
    case 'ouders':
      return <AdultsForm {...props} />
    case 'wonen':
      return <ResidenceForm {...props} />
    case 'maatregel':
      return <MeasureForm {...props} />
    case 'vertrouwenspersoon':
      return <ConfidantForm {...props} />
    case 'toestemming':
      return <ConsentForm {...props} />
  }
}
