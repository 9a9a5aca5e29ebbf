import { z } from 'zod'
import { instantOfLocal, isPlainDate } from './calendar'
import { plainText } from './text'

const NAME_LENGTH = 120

/** A hidden or chosen id; one that is no id can only come from a page that is out of date. */
export const chosenId = z.uuid({ error: 'Deze keuze is er niet (meer). Ververs de pagina.' })

/** A box: ticked or not. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '')

/** A date that may stay open; null when nothing was typed. */
export const optionalDate = z
  .string()
  .default('')
  .refine((value) => value === '' || isPlainDate(value), { error: 'Vul een datum in die bestaat.' })
  .transform((value) => value || null)

/** A date that must be there. */
export const requiredDate = z.string({ error: 'Vul een datum in.' }).refine(isPlainDate, {
  error: ({ input }) => (input === '' ? 'Vul een datum in.' : 'Vul een datum in die bestaat.'),
})

/** A day and a time in the Netherlands, as a field for both sends them; null when nothing was typed. */
export const optionalMoment = z
  .string()
  .default('')
  .refine((value) => value === '' || instantOfLocal(value) !== null, { error: 'Vul een dag en een tijd in.' })
  .transform((value) => instantOfLocal(value))

/** One line: white space at the ends is dropped, inside it becomes one space. */
export function oneLine(label: string, { required = false, max = NAME_LENGTH } = {}) {
  return plainText({ required, max, label }).transform((text) => text.replace(/\s+/g, ' ').trim())
}

/** One line that may stay empty; null when it does. */
export function optionalLine(label: string, max = NAME_LENGTH) {
  return oneLine(label, { max })
    .default('')
    .transform((text) => text || null)
}

/** A text that may stay empty; null when it does. */
export function optionalText(label: string, max = 2000) {
  return plainText({ required: false, max, label })
    .default('')
    .transform((text) => (text.trim() === '' ? null : text))
}

/** An e-mail address that may stay empty. */
export const optionalEmail = optionalLine('Het e-mailadres', 254).refine(
  (text) => text === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  { error: 'Dit is geen e-mailadres. Een adres heeft een @ en een punt, zoals naam@voorbeeld.nl.' },
)

/** A choice of one out of the keys of a list of words. */
export function oneOf<W extends Readonly<Record<string, string>>>(words: W, error: string) {
  return z.enum(Object.keys(words) as [keyof W & string, ...(keyof W & string)[]], { error })
}

/** An id as the trail may keep it: whatever else stands in an address becomes a question mark. */
export function idInAddress(text: string): string {
  return chosenId.safeParse(text).success ? text : '?'
}
