import type { Request } from './requests'

/** A message as its recipient finds it in the app. */
export interface OwnMessage {
  id: string
  /** Null for a message about the account itself. */
  code: string | null
  text: string
  /** Null where nothing is left to open. */
  href: string | null
  at: string
  isNew: boolean
}

/** The message centre of one account. */
export interface MessageCentre {
  requests: Request[]
  messages: OwnMessage[]
}

/** A message of a dossier as its case director reads it: who, what, when and how it went, never what it said. */
export interface DossierMessage {
  id: string
  who: string
  what: string
  at: string
  state: MessageStanding
  /** When it left, why it did not arrive, or why it was not sent; null where the state says it all. */
  detail: string | null
}

export type MessageStanding = 'waiting' | 'sent' | 'failed' | 'dropped'
