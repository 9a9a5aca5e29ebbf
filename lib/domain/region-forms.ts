import { z } from 'zod'
import {
  chosenId,
  oneLine,
  oneOf,
  optionalDate,
  optionalEmail,
  optionalMoment,
  requiredDate,
  ticked,
} from './form-values'
import { FRAMEWORKS } from './intake-words'
import { plainText } from './text'

const code = z.string().regex(/^G-\d{4,12}$/, { error: 'Dit dossier is er niet (meer). Ververs de pagina.' })
const requiredEmail = optionalEmail
  .refine((email) => email !== null, { error: 'Vul een e-mailadres in.' })
  .pipe(z.string())
const triage = {
  triageReceivedOn: optionalDate,
  triageComplete: ticked,
  reportedAt: optionalMoment,
  firstActionAt: optionalMoment,
}
const framework = {
  frameworkKind: oneOf(FRAMEWORKS, 'Kies drang of dwang.'),
  frameworkFrom: requiredDate,
  frameworkUntil: requiredDate,
}

/** A code, or a word of a family's name. */
export const FindFamilyForm = z.object({
  text: oneLine('Het zoekveld', { required: true }).refine((text) => text.length > 1, {
    error: 'Vul een code in, of een achternaam.',
  }),
})

/** A new family: its name and region, who directs it and chairs, and what is known of the report and the framework. */
export const RegisterFamilyForm = z
  .object({
    regionId: chosenId,
    name: oneLine('De naam van het gezin', { required: true }),
    isAnother: ticked,
    ...triage,
    frameworkKind: oneOf(FRAMEWORKS, 'Kies drang of dwang.')
      .or(z.literal(''))
      .default('')
      .transform((kind) => kind || null),
    frameworkFrom: optionalDate,
    frameworkUntil: optionalDate,
    directorEmail: requiredEmail,
    deputyEmail: optionalEmail,
    chairEmail: optionalEmail,
  })
  .superRefine(demandOrder)
  .superRefine(demandWholeFramework)
  .superRefine(demandThreePeople)

/** What the region knows of the report. */
export const TriageForm = z.object({ dossier: code, ...triage }).superRefine(demandOrder)

/** A framework, or a later end of one. `seenUntil` is the end that the coordinator looked at. */
export const FrameworkForm = z
  .object({ dossier: code, ...framework, seenUntil: optionalDate })
  .superRefine(demandWholeFramework)

const seen = chosenId.or(z.literal('')).transform((id) => id || null)

/** Somebody new as case director or chair, in the place of who was seen there. */
export const AppointForm = z.object({
  dossier: code,
  role: z.enum(['caseDirector', 'gipsMaster'], { error: 'Kies voor welke rol.' }),
  email: requiredEmail,
  director: seen,
  chair: seen,
  reason: plainText({ required: false, max: 1000, label: 'De reden' }).default(''),
  isOtherOrganisation: ticked,
})

interface Moments {
  reportedAt: Date | null
  firstActionAt: Date | null
}

function demandOrder({ reportedAt, firstActionAt }: Moments, context: z.RefinementCtx): void {
  if (reportedAt !== null && firstActionAt !== null && firstActionAt < reportedAt) {
    addIssue(context, 'firstActionAt', 'De eerste actie ligt vóór de melding.')
  }
}

interface FrameworkFields {
  frameworkKind: string | null
  frameworkFrom: string | null
  frameworkUntil: string | null
}

/** Nothing of it, or all of it, and the end after the beginning. */
function demandWholeFramework(
  { frameworkKind, frameworkFrom, frameworkUntil }: FrameworkFields,
  context: z.RefinementCtx,
): void {
  if (frameworkKind === null && frameworkFrom === null && frameworkUntil === null) return
  if (frameworkKind === null) addIssue(context, 'frameworkKind', 'Kies drang of dwang.')
  if (frameworkFrom === null) addIssue(context, 'frameworkFrom', 'Vul een datum in.')
  if (frameworkUntil === null) addIssue(context, 'frameworkUntil', 'Vul een datum in.')
  if (frameworkFrom !== null && frameworkUntil !== null && frameworkUntil <= frameworkFrom) {
    addIssue(context, 'frameworkUntil', 'De einddatum ligt niet na de begindatum.')
  }
}

interface People {
  directorEmail: string
  deputyEmail: string | null
  chairEmail: string | null
}

function demandThreePeople({ directorEmail, deputyEmail, chairEmail }: People, context: z.RefinementCtx): void {
  const [director, deputy, chair] = [directorEmail, deputyEmail, chairEmail].map((email) => email?.toLowerCase())
  if (deputy && deputy === director)
    addIssue(context, 'deputyEmail', 'Dit is al de casusregisseur. Kies iemand anders.')
  if (chair && (chair === director || chair === deputy)) {
    addIssue(context, 'chairEmail', 'De GIPSmeester is neutraal. Kies iemand anders dan wie de regie heeft.')
  }
}

function addIssue(context: z.RefinementCtx, field: string, message: string): void {
  context.addIssue({ code: 'custom', path: [field], message })
}
