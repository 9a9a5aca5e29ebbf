import { z } from 'zod'

const text = z.string().max(1000, { error: 'Deze tekst is te lang.' })

/** The login form; which of the three is wrong is never told. */
export const LoginForm = z.object({
  email: text.min(1, { error: 'Vul uw e-mailadres in.' }),
  password: text.min(1, { error: 'Vul uw wachtwoord in.' }),
  code: text.min(1, { error: 'Vul de code van uw telefoon in.' }),
  naar: text.default('/gezinnen'),
})

const COMMON = /^(wachtwoord|welkom|password|qwerty|gips|geheim|zomer|winter|lente|herfst)[\W\d_]*$/i

/** A password of one's own: 12 to 200 characters, no obvious one; spaces and any script are welcome (NIST 800-63B). */
export const newPassword = z
  .string()
  .min(12, { error: 'Kies een wachtwoord van ten minste 12 tekens. Een korte zin is goed te onthouden.' })
  .max(200, { error: 'Kies een wachtwoord van hoogstens 200 tekens.' })
  .refine((value) => !COMMON.test(value) && new Set(value).size >= 5, {
    error: 'Dit wachtwoord is makkelijk te raden. Kies een ander.',
  })

/** Asking for a reset link; the answer is the same whether or not the account exists. */
export const ResetRequestForm = z.object({
  email: z.email({ error: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.' }),
})

const twice = { error: 'De twee wachtwoorden zijn niet gelijk.', path: ['passwordAgain'] }

/** Setting a new password through a reset link; the second factor stays as it is. */
export const ResetForm = z
  .object({ token: text, password: newPassword, passwordAgain: text })
  .refine((form) => form.password === form.passwordAgain, twice)

const sixDigits = text.regex(/^\s*\d{3}\s?\d{3}\s*$/, { error: 'Vul de zes cijfers in die de app nu toont.' })

/** Setting up an account through an invitation: password and a first code of the app that was just linked. */
export const InvitationForm = z
  .object({
    token: text,
    password: newPassword,
    passwordAgain: text,
    code: sixDigits,
  })
  .refine((form) => form.password === form.passwordAgain, twice)

const currentPassword = text.min(1, { error: 'Vul uw wachtwoord van nu in.' })
const currentCode = text.min(1, { error: 'Vul de code van uw telefoon in.' })

/** Another password for one's own account: the present one and a code are asked first (ASVS 6.2.3, 7.5.1). */
export const ChangePasswordForm = z
  .object({ currentPassword, code: currentCode, password: newPassword, passwordAgain: text })
  .refine((form) => form.password === form.passwordAgain, twice)

/** Ten new recovery codes; the old ones stop working. */
export const NewRecoveryCodesForm = z.object({ currentPassword, code: currentCode })

/** Setting up another second factor through the link that an administrator had sent. */
export const NewFactorForm = z.object({ token: text, currentPassword, code: sixDigits })

/** For how long to wait, in seconds or minutes. */
export function waitText(seconds: number): string {
  return seconds < 90 ? `${seconds} seconden` : `${Math.ceil(seconds / 60)} minuten`
}
