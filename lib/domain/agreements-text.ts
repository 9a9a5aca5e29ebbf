import type { AgreementItem } from './agreement-item'
import { tickName } from './tick-state'

/** Agreements as plain text for somebody's own file: the dossier by its code, what, when, for which goals, how it stands. */
export function agreementsText(code: string, agreements: readonly AgreementItem[]): string {
  const lines = agreements.map(({ text, when, goals, lastTick }) =>
    [
      `- ${text}`,
      `  ${when}`,
      ...goals.map((goal) => `  Doel: ${goal.text}`),
      `  Stand: ${lastTick ? tickName(lastTick.state) : 'nog niets afgevinkt'}`,
      ...(lastTick?.remark ? [`  ${lastTick.remark}`] : []),
    ].join('\n'),
  )
  return [`Mijn afspraken in GIPS-dossier ${code}`, ...lines].join('\n\n')
}
