import { z } from 'zod'

const MESSAGES = {
  empty: 'Vul een cijfer in van 0 tot en met 10.',
  unreadable: 'Dit is geen cijfer. Vul een cijfer in van 0 tot en met 10, zoals 6 of 6,5.',
  outside: 'Het cijfer moet tussen 0 en 10 liggen.',
  decimals: 'Een cijfer heeft hoogstens één getal achter de komma, zoals 6,5.',
  percentEmpty: 'Vul een percentage in van 0 tot en met 100.',
  percentUnreadable: 'Dit is geen percentage. Vul een heel getal in van 0 tot en met 100.',
  percentOutside: 'Het percentage moet tussen 0 en 100 liggen.',
  percentWhole: 'Vul een heel percentage in, zonder komma.',
}

/**
 * A safety score, or the expected effect of a goal: a number from 0 to 10 with at most one decimal. Takes numbers and
 * what people type in a form, with comma or point. Its errors are Dutch sentences for the field.
 */
export const safetyScore = z.union([z.number(), z.string()], { error: MESSAGES.empty }).transform((typed, context) => {
  const problem = typeof typed === 'string' ? scoreTextProblem(typed) : null
  const value = typeof typed === 'string' ? Number(typed.trim().replace(',', '.')) : typed
  const message = problem ?? scoreProblem(value)
  if (message === null) return Math.abs(Math.round(value * 10) / 10)
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** How far a goal is reached: a whole number from 0 to 100; a typed percent sign is taken along. Errors are Dutch sentences. */
export const percentage = z
  .union([z.number(), z.string()], { error: MESSAGES.percentEmpty })
  .transform((typed, context) => {
    const text = typeof typed === 'string' ? typed.trim().replace(/\s*%$/, '') : String(typed)
    const message = percentageProblem(text)
    if (message === null) return Math.abs(Number(text))
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

function scoreTextProblem(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return MESSAGES.empty
  if (!/^-?\d{1,6}([.,]\d{1,12})?$/.test(text)) return MESSAGES.unreadable
  return /[.,]\d{2}/.test(text) ? MESSAGES.decimals : null
}

function scoreProblem(value: number): string | null {
  if (!Number.isFinite(value)) return MESSAGES.unreadable
  if (value < 0 || value > 10) return MESSAGES.outside
  if (Math.abs(value * 10 - Math.round(value * 10)) > 1e-9) return MESSAGES.decimals
  return null
}

function percentageProblem(text: string): string | null {
  if (text === '') return MESSAGES.percentEmpty
  if (!/^-?\d{1,6}([.,]\d{1,12})?$/.test(text)) return MESSAGES.percentUnreadable
  const value = Number(text.replace(',', '.'))
  if (value < 0 || value > 100) return MESSAGES.percentOutside
  if (!Number.isInteger(value)) return MESSAGES.percentWhole
  return null
}
