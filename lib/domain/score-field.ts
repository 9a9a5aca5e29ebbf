import { z } from 'zod'
import { NO_PERCENT, percentIn, percentProblem } from './percent-text'

const MESSAGES = {
  empty: 'Vul een cijfer in van 0 tot en met 10.',
  unreadable: 'Dit is geen cijfer. Vul een cijfer in van 0 tot en met 10, zoals 6 of 6,5.',
  outside: 'Het cijfer moet tussen 0 en 10 liggen.',
  decimals: 'Een cijfer heeft hoogstens één getal achter de komma, zoals 6,5.',
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
export const percentage = z.union([z.number(), z.string()], { error: NO_PERCENT }).transform((typed, context) => {
  const value = percentIn(String(typed))
  if (value !== null) return value
  context.addIssue({ code: 'custom', message: percentProblem(String(typed)) ?? NO_PERCENT })
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
