import { z } from 'zod'
import { chosenId, ticked } from './form-values'
import { plainText } from './text'

export const SUBJECT_KINDS = [
  'dossier',
  'memberDetails',
  'memberContact',
  'plan',
  'answer',
  'concern',
  'goal',
  'agreement',
  'document',
  'teamMember',
  'assessment',
  'measurement',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** An extra assessment and a measurement are closed to the family until they are opened: there is nothing to shield. */
const OPENED_ONLY = ['assessment', 'measurement'] as const satisfies readonly SubjectKind[]

const subject = z.enum(SUBJECT_KINDS, { error: 'Dit kan niet worden afgeschermd.' })
/** Empty for the whole dossier. */
const subjectId = chosenId.or(z.literal('')).transform((id) => id || null)

/** From whom: all family accounts, one of them, or professionals who do not work with the member it is about. */
const audience = z
  .string({ error: 'Kies voor wie.' })
  .regex(/^(allFamily|professionalsElsewhere|account:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, {
    error: 'Kies voor wie.',
  })
  .transform((value) => {
    const [kind = '', personId = null] = value.split(':')
    return { kind: kind as 'allFamily' | 'professionalsElsewhere' | 'account', personId }
  })

export const ShieldForm = z.object({
  subject: subject.exclude(OPENED_ONLY, { error: 'Dit kan niet worden afgeschermd.' }),
  subjectId,
  audience,
  reason: plainText({ required: true, max: 1000, label: 'De reden' }),
})

/** What a family account does not read by default is opened only after whom it is about was asked. */
export const OpeningForm = z.object({
  subject: subject.exclude(['dossier', 'teamMember']),
  subjectId: chosenId,
  personId: chosenId,
  wasAsked: ticked.refine((asked) => asked, { error: 'Vraag het eerst aan wie het aangaat, en vink dat dan aan.' }),
})

export const LiftForm = z.object({ kind: z.enum(['shield', 'opening']), id: chosenId })

/** Whether professionals who do not work with a member can be kept out: only where it is about one member. */
export function mayShieldFromProfessionals(kind: SubjectKind, aboutMemberId: string | null): boolean {
  return mayShield(kind) && aboutMemberId !== null && kind !== 'dossier' && kind !== 'teamMember'
}

/** Whether something can be hidden from somebody who reads it by default. */
export function mayShield(kind: SubjectKind): boolean {
  return !OPENED_ONLY.some((each) => each === kind)
}

/** Whether one family account can be given what it does not read by default. */
export function mayOpen(kind: SubjectKind): boolean {
  return kind !== 'dossier' && kind !== 'teamMember'
}

/** Which subject an address names: ?soort=goal&id=…, the whole dossier without an id; null for what is no subject. */
export function subjectInAddress(query: Readonly<Record<string, string | string[] | undefined>>) {
  const kind = SUBJECT_KINDS.find((each) => each === query.soort)
  const id = chosenId.safeParse(query.id)
  if (!kind || id.success !== (kind !== 'dossier')) return null
  return { kind, id: id.success ? id.data : null }
}
