import { z } from 'zod'
import { chosenId, oneLine, optionalDate, optionalText } from './form-values'
import { ContactForm } from './member-forms'

/** Someone the family finds supportive, with how to reach them. */
export const NetworkPersonForm = ContactForm.extend({
  name: oneLine('De naam', { required: true }),
  relation: oneLine('De relatie', { required: true }),
  relatedMemberId: chosenId.or(z.literal('')).transform((id) => id || null),
  offeredHelp: optionalText('De hulp', 1000),
})

export const ChangeNetworkPersonForm = NetworkPersonForm.extend({ networkPersonId: chosenId, endedOn: optionalDate })
