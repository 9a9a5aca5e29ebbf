import { z } from 'zod'
import { mailLanguage } from './account-forms'
import { addMonths } from './calendar'
import { chosenId, optionalDate, optionalText } from './form-values'
import type { MemberKind } from './people-words'
import type { PlainDate } from './plain-date'
import { plainText } from './text'

export type FamilyAccountRole = 'parent' | 'child' | 'carer'

const YEARS_OF_ONES_OWN = 16

/** As what a member's account reads along; null for a child that is not born yet. */
export function accountRoleOf(kind: MemberKind): FamilyAccountRole | null {
  const roles = { child: 'child', unborn: null, parent: 'parent', stepParent: 'parent', carer: 'carer' } as const
  return roles[kind]
}

/**
 * Whether the parents have to agree, or the case director to overrule with a reason, before this member gets an account: a
 * child under 16. Of a child whose birth date is unknown nobody knows that it is 16.
 */
export function needsAgreement(kind: MemberKind, birthDate: PlainDate | null, today: PlainDate): boolean {
  return kind === 'child' && (birthDate === null || addMonths(birthDate, 12 * YEARS_OF_ONES_OWN) > today)
}

/** Access to the dossier for one family member; the agreement is asked for a child under 16 only. */
export const GiveAccessForm = z
  .object({
    memberId: chosenId,
    agreement: z.enum(['', 'agreed', 'overruled']).default(''),
    agreedOn: optionalDate,
    overruledReason: optionalText('De reden', 1000),
    /** Of the invitation and all mail after it, until the account chooses another. */
    language: mailLanguage,
  })
  .superRefine(({ agreement, agreedOn, overruledReason }, context) => {
    if (agreement === 'agreed' && agreedOn === null) {
      context.addIssue({
        code: 'custom',
        path: ['agreedOn'],
        message: 'Vul in op welke dag de ouders dit goed vonden.',
      })
    }
    if (agreement === 'overruled' && overruledReason === null) {
      context.addIssue({ code: 'custom', path: ['overruledReason'], message: 'Schrijf op waarom u dit toch beslist.' })
    }
  })

/** The end of a family member's access, at once and everywhere. */
export const EndAccessForm = z.object({
  memberId: chosenId,
  endReason: plainText({ required: true, max: 1000, label: 'De reden' }),
})

/** Somebody of the dossier who is invited again. */
export const InviteAgainForm = z.object({ personId: chosenId })
