import { type DossierViewer, passGate } from '@/lib/gate'
import { type PersonViewer, passPersonGate } from '@/lib/person-gate'
import type { DossierRight } from '@/lib/policy'
import type { PrismaClient } from '@/prisma/generated/client'

interface Account {
  tokenHash: Uint8Array
}

/** What this account gets from a load behind the gate of a dossier: its result, or how it was turned away. */
export async function entered<T>(
  app: PrismaClient,
  account: Account,
  door: { code: string; right: DossierRight; kind?: 'read' | 'change' },
  load: (viewer: DossierViewer) => Promise<T>,
): Promise<T | 'refused' | 'anonymous'> {
  const passage = await passGate(app, { sessionHash: account.tokenHash, kind: 'read', ...door }, load)
  return passage.outcome === 'entered' ? passage.result : passage.outcome
}

/** The same for lists over one's own dossiers. */
export async function listed<T>(
  app: PrismaClient,
  account: Account,
  load: (viewer: PersonViewer) => Promise<T>,
): Promise<T> {
  const answer = await passPersonGate(app, { sessionHash: account.tokenHash }, load)
  if (!answer) {
    throw new Error('This account is not logged in.')
  }
  return answer.value
}
