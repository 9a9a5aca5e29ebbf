/** What a field for a percentage asks for. */
export const NO_PERCENT = 'Vul een percentage in van 0 tot en met 100.'

const MESSAGES = {
  unreadable: 'Dit is geen percentage. Vul een heel getal in van 0 tot en met 100.',
  outside: 'Het percentage moet tussen 0 en 100 liggen.',
  whole: 'Vul een heel percentage in, zonder komma.',
}

/** What is wrong with a typed percentage (0–100, whole; a percent sign is taken along), as a Dutch sentence; null when it is one. */
export function percentProblem(typed: string): string | null {
  const text = withoutSign(typed)
  if (text === '') return NO_PERCENT
  if (!/^-?\d{1,6}([.,]\d{1,12})?$/.test(text)) return MESSAGES.unreadable
  const value = Number(text.replace(',', '.'))
  if (value < 0 || value > 100) return MESSAGES.outside
  if (!Number.isInteger(value)) return MESSAGES.whole
  return null
}

/** The percentage that was typed; null for nothing, and for what is none. */
export function percentIn(typed: string): number | null {
  return percentProblem(typed) === null ? Math.abs(Number(withoutSign(typed).replace(',', '.'))) : null
}

/** Whether it can be saved as it was typed. A wrong figure waits in its field until it is mended, unless a remark goes with it. */
export function isPercentReady({ percent, remark }: { percent: string; remark: string }): boolean {
  return percent.trim() === '' || percentProblem(percent) === null || remark.trim() !== ''
}

function withoutSign(typed: string): string {
  return typed.trim().replace(/\s*%$/, '')
}
