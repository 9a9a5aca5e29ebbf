import { z } from 'zod'
import { accountEmail, organisationChoice } from './account-forms'
import { chosenId, optionalLine, ticked } from './form-values'
import { leavingFields, leavingIn } from './leaving'
import { plainText } from './text'

const memberIds = z.array(chosenId).default([])
const works = { worksWithAll: ticked, members: memberIds }

/** A professional by e-mail address; name, profession and organisation for who has no account yet, and is invited. */
export const AddProfessionalForm = z.object({
  email: accountEmail,
  name: optionalLine('De naam'),
  profession: optionalLine('Het beroep'),
  ...organisationChoice,
  role: z.enum(['professional', 'deputy'], { error: 'Kies waarvoor.' }),
  ...works,
})

/** With whom in the family a professional works. */
export const WorksWithForm = z.object({ personId: chosenId, leadProvider: ticked, ...works })

/** The end of somebody's part in this dossier, at once and everywhere, and who does what they had still to do. */
export const EndInvolvementForm = z
  .looseObject({
    personId: chosenId,
    reason: plainText({ required: true, max: 1000, label: 'De reden' }),
    ...leavingFields,
  })
  .transform((typed) => ({ personId: typed.personId, reason: typed.reason, leaving: leavingIn(typed) }))

/** Somebody asks the case director to end their part. */
export const AskToLeaveForm = z.object({ reason: plainText({ required: true, max: 1000, label: 'De reden' }) })

/** Takes that back: the button says it all. */
export const StayForm = z.object({})

/** Someone of the team who stands in for the case director. */
export const AppointDeputyForm = z.object({ personId: chosenId })
