import type { Attention } from './attention'

/** How many agreements still stand in the name of somebody who died, moved out or no longer belongs to the network. */
export interface LeftBehind {
  id: string
  kind: 'member' | 'network'
  name: string
  hasDied: boolean
  count: number
}

/** What the case director is asked to do with it, with where to do that. */
export function leftByGone({ id, kind, name, hasDied, count }: LeftBehind): Attention {
  const what = count === 1 ? 'Eén afspraak staat' : `${count} afspraken staan`
  const who = hasDied ? `${name} is overleden` : `${name} hoort er niet meer bij`
  const text = `${who}. ${what} nog op die naam: draag over, of laat vervallen.`
  const path = kind === 'member' ? `/gezinsleden/${id}/wijzigen/naam#afspraken` : `/netwerk/${id}/wijzigen#afspraken`
  return { kind: 'leftBehind', tone: 'warning', text, path }
}
