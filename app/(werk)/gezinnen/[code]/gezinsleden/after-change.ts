import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'

/** What the form says that stays, because below it somebody has to be chosen. */
export const CHOOSE_BELOW = 'Bewaard. Kies hieronder wie de afspraken overneemt.'

/** Goes to the page that the work named; where it said a sentence, the form stays with what is new on its page. */
export function goOrStay(result: string | undefined): void {
  if (result?.startsWith('/')) {
    redirect(result)
  }
  refresh()
}
