import { v7 } from 'uuid'
import { derivedToken, tokenHash } from '@/lib/crypto'
import { appEnv } from '@/lib/env'
import { loginProof } from '@/lib/login-proof'

export type LinkKind = 'invitation' | 'reset' | 'secondFactor'

/** A mail about an account, as the functions of the database want it: its id, and the host of its Message-ID. */
export interface AccountMail {
  message: string
  host: string
}

/** A link of one use with its mail: the row keeps a hash, the token follows from the id; the proof says that we ask for it. */
export interface NewLink extends AccountMail {
  link: string
  tokenHash: string
  proof: string
}

/** Makes a link that no row knows yet. */
export function newLink(kind: LinkKind): NewLink {
  const link = v7()
  const kept = tokenHash(derivedToken(appEnv().APP_SECRET, `link:${link}`)).toString('hex')
  return { link, tokenHash: kept, proof: loginProof(`${kind} ${link} ${kept}`).toString('hex'), ...newMail() }
}

/** Makes a mail without a link. */
export function newMail(): AccountMail {
  return { message: v7(), host: new URL(appEnv().APP_URL).hostname }
}
