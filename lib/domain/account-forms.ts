import { z } from 'zod'
import { chosenId, oneLine, oneOf, optionalDate, optionalLine, ticked } from './form-values'
import { DIGEST_DAYS, MAIL_CHOICES, MAIL_LANGUAGES } from './mail-words'
import { SECTORS } from './people-words'
import { plainText } from './text'

const SECTOR_KEYS = Object.keys(SECTORS) as [string, ...string[]]
const NO_ADDRESS = 'Dit is geen e-mailadres. Een adres heeft een @ en een punt, zoals naam@voorbeeld.nl.'

/** The address of an account, in small letters; one that no mail could ever be sent to is refused. */
export const accountEmail = oneLine('Het e-mailadres', { required: true, max: 254 })
  .transform((text) => text.toLowerCase())
  .pipe(z.email({ error: NO_ADDRESS }))

const STALE_REASON = 'Deze reden is er niet (meer). Ververs de pagina.'

const emptyOr = <S extends z.ZodType>(schema: S) =>
  schema.or(z.literal('')).transform((value) => (value === '' ? null : (value as z.output<S>)))

const name = oneLine('De naam', { required: true })
const sector = z.enum(SECTOR_KEYS, { error: 'Kies een sector.' })

/** Where somebody works: the name of an organisation that exists, or a new one with its sector. */
export const organisationChoice = {
  organisation: optionalLine('De organisatie', 200),
  sector: emptyOr(sector).default(null),
}

const person = { name, profession: optionalLine('Het beroep'), ...organisationChoice }

/** A new account with its platform roles; a case director gives roles in a dossier, not here. */
export const InviteForm = z.object({
  email: accountEmail,
  ...person,
  administrator: ticked,
  institute: ticked,
  regionId: emptyOr(chosenId).default(null),
})

/** What stands about an account; the address only while it was never set up. */
export const AccountForm = z.object({ personId: chosenId, email: accountEmail.optional(), ...person })

export const AccountIdForm = z.object({ personId: chosenId })

/** "administrator", "institute" or "regionCoordinator:{region}". */
export const GiveRoleForm = z.object({
  personId: chosenId,
  role: z
    .string({ error: 'Kies een rol.' })
    .regex(/^(administrator|institute|regionCoordinator:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, {
      error: 'Kies een rol.',
    })
    .transform((value) => {
      const [role, regionId = null] = value.split(':')
      return { role: role as 'administrator' | 'institute' | 'regionCoordinator', regionId }
    }),
})

export const EndRoleForm = z.object({ roleId: chosenId })

/** Chair of meetings: certified on a day, in training under a supervisor, or neither. */
export const ChairForm = z
  .object({
    personId: chosenId,
    standing: z.enum(['none', 'training', 'certified'], { error: 'Kies hoe het staat.' }),
    certifiedOn: optionalDate,
    supervisorId: emptyOr(chosenId).default(null),
  })
  .superRefine(({ standing, certifiedOn, supervisorId }, context) => {
    if (standing === 'certified' && certifiedOn === null) {
      context.addIssue({ code: 'custom', path: ['certifiedOn'], message: 'Vul in sinds wanneer.' })
    }
    if (standing === 'training' && supervisorId === null) {
      context.addIssue({ code: 'custom', path: ['supervisorId'], message: 'Kies wie begeleidt.' })
    }
  })

/** Asking for the removal of a second factor; the reason says how the person was recognised. */
export const AskRemovalForm = z.object({
  personId: chosenId,
  reason: plainText({ required: true, max: 1000, label: 'Hoe u de persoon herkende' }),
})

export const RemovalForm = z.object({ removalId: chosenId })

export const MessageForm = z.object({ messageId: chosenId })

/** Giving a message up for good says why. */
export const DropMessageForm = MessageForm.extend({ reason: oneLine('De reden', { required: true, max: 200 }) })

/** All messages that failed for one reason, as the worker wrote it down. */
export const MessagesForm = z.object({
  error: z.string({ error: STALE_REASON }).min(1, STALE_REASON).max(200, STALE_REASON),
})

/** An organisation; without an id a new one. */
export const OrganisationForm = z.object({
  id: emptyOr(chosenId).default(null),
  name: oneLine('De naam', { required: true, max: 200 }),
  sector,
  place: optionalLine('De plaats'),
})

/** A region, and for how many years its closed dossiers are kept; without an id a new one. */
export const RegionForm = z.object({
  id: emptyOr(chosenId).default(null),
  name,
  retentionYears: z
    .string({ error: 'Vul een aantal jaren in.' })
    .regex(/^\s*\d{1,3}\s*$/, { error: 'Vul een aantal hele jaren in.' })
    .transform(Number)
    .refine((years) => years >= 1 && years <= 100, { error: 'Vul een aantal tussen 1 en 100 in.' }),
})

/** What a professional tells of themselves. */
export const ProfileForm = z.object({
  name,
  phone: optionalLine('Het telefoonnummer', 40).refine((text) => text === null || /\d/.test(text), {
    error: 'Dit is geen telefoonnummer.',
  }),
  profession: optionalLine('Het beroep'),
  organisation: organisationChoice.organisation,
})

export const GuidelineForm = z.object({
  accepted: ticked.refine((accepted) => accepted, { error: 'Vink aan dat u de richtlijn hebt gelezen.' }),
})

/** Of the languages of all accounts; which of them an account may choose depends on whose it is. */
export const mailLanguage = oneOf(MAIL_LANGUAGES, 'Kies een taal.')

/** Which reminders somebody wants, on which day of the week (else every working day), and the language of all their mail. */
export const OwnMailForm = z.object({
  wanted: z.array(oneOf(MAIL_CHOICES, 'Kies uit de lijst.')).default([]),
  digest: oneOf(DIGEST_DAYS, 'Kies hoe vaak u de e-mail wilt.').transform((day) =>
    day === 'daily' ? null : Number(day),
  ),
  language: mailLanguage,
})

export const SessionForm = z.object({ sessionId: chosenId })

export const NothingForm = z.object({})
