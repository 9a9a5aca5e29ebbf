import type { ChairPart } from '@/lib/domain/chair-view'

/** "12 van 30 minuten", "30 minuten" for what is still to come; nothing for what takes no time of its own. */
export function minutesWords({
  minutesPlanned,
  minutesUsed,
}: Pick<ChairPart, 'minutesPlanned' | 'minutesUsed'>): string {
  if (minutesPlanned === 0) {
    return 'hoort bij het eerste deel'
  }
  return minutesUsed === null ? `${minutesPlanned} minuten` : `${minutesUsed} van ${minutesPlanned} minuten`
}
