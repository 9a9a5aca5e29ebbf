import { z } from 'zod'
import {
  chosenId,
  oneLine,
  oneOf,
  optionalDate,
  optionalEmail,
  optionalLine,
  optionalText,
  requiredDate,
  ticked,
} from './form-values'
import {
  ADULT_RELATIONS,
  CONSENT_STATES,
  CONTACT_ARRANGEMENTS,
  MEMBER_KINDS,
  PROTECTION_KINDS,
  RESIDENCE_KINDS,
  RESIDENCE_TERMS,
} from './people-words'
import { plainText } from './text'

const memberId = chosenId
const name = {
  kind: oneOf(MEMBER_KINDS, 'Kies wie dit is in het gezin.'),
  firstNames: oneLine('De voornaam', { required: true }),
  prefix: optionalLine('Het tussenvoegsel', 30),
  surname: oneLine('De achternaam', { required: true }),
  initials: optionalLine('Het veld voorletters', 20),
}

/** A new family member; `isSomeoneElse` says that a same name was seen and this is another person. */
export const AddMemberForm = z.object({ ...name, isSomeoneElse: ticked })

/** Name and place in the family. */
export const MemberNameForm = z.object({ memberId, ...name, movedOutOn: optionalDate, deceasedOn: optionalDate })

/** Whose photo it is; the file itself comes beside it. */
export const MemberPhotoForm = z.object({ memberId })

export const MemberDetailsForm = z.object({
  memberId,
  birthDate: optionalDate,
  dueDate: optionalDate,
  interpreter: optionalLine('De tolk'),
  safeChannel: optionalLine('De veilige weg', 200),
  justiceInvolvement: optionalText('De betrokkenheid van justitie'),
})

/** Address, phone and e-mail; all empty takes them away. */
export const ContactForm = z.object({
  address: optionalText('Het adres', 500),
  phone: optionalLine('Het telefoonnummer', 40).refine((text) => text === null || /\d/.test(text), {
    error: 'Dit is geen telefoonnummer.',
  }),
  email: optionalEmail,
})

export const MemberContactForm = ContactForm.extend({ memberId })

/** Who is parent or carer of a child, with authority and contact. */
export const ChildAdultForm = z.object({
  memberId,
  adultId: chosenId,
  relation: oneOf(ADULT_RELATIONS, 'Kies wie dit is voor het kind.'),
  hasAuthority: ticked,
  contact: oneOf(CONTACT_ARRANGEMENTS, 'Kies hoe het contact is geregeld.')
    .or(z.literal(''))
    .transform((contact) => contact || null),
  contactNote: optionalText('De uitleg over het contact', 1000),
})

export const ResidenceForm = z
  .object({
    memberId,
    kind: oneOf(RESIDENCE_KINDS, 'Kies waar.'),
    term: oneOf(RESIDENCE_TERMS, 'Kies voor hoe lang.'),
    fromOn: requiredDate,
    untilOn: optionalDate,
    note: optionalText('De uitleg', 500),
  })
  .superRefine(endsAfterStart)

export const MeasureForm = z
  .object({
    memberId,
    kind: oneOf(PROTECTION_KINDS, 'Kies welke maatregel.'),
    court: optionalLine('De rechtbank', 200),
    fromOn: requiredDate,
    untilOn: optionalDate,
  })
  .superRefine(endsAfterStart)

export const ConsentForm = z.object({
  memberId,
  state: oneOf(CONSENT_STATES, 'Kies hoe het met de toestemming staat.'),
  decidedOn: requiredDate,
  scope: plainText({ required: true, max: 2000, label: 'Waarvoor' }),
  documentId: chosenId
    .or(z.literal(''))
    .default('')
    .transform((id) => id || null),
})

/** A trusted person: "network:{id}" or "member:{id}", or "none" with a reason. */
export const ConfidantForm = z
  .object({
    memberId,
    confidant: z
      .string({ error: 'Kies een vertrouwenspersoon.' })
      .regex(/^(none|(network|member):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, {
        error: 'Kies een vertrouwenspersoon, of kies dat er niemand is.',
      }),
    reason: optionalText('De reden', 1000),
  })
  .superRefine(({ confidant, reason }, context) => {
    if (confidant === 'none' && reason === null) {
      context.addIssue({ code: 'custom', path: ['reason'], message: 'Schrijf op waarom er niemand is.' })
    }
  })

/** Takes one line of a member away: a tie, a residence, a measure, a confidant. */
export const RemoveLineForm = z.object({
  memberId,
  lineId: chosenId,
  what: z.enum(['childAdult', 'residence', 'protectionMeasure', 'confidant']),
})

function endsAfterStart({ fromOn, untilOn }: { fromOn: string; untilOn: string | null }, context: z.RefinementCtx) {
  if (untilOn !== null && untilOn < fromOn) {
    context.addIssue({ code: 'custom', path: ['untilOn'], message: 'De einddatum ligt vóór de begindatum.' })
  }
}
