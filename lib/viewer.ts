import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { appDatabase, plainReads, type Tx } from '@/lib/db'
import {
  type AskedAhead,
  type AskedAtOnce,
  type DossierViewer,
  type Entry,
  type Passage,
  passGate,
  passGateAsking,
  passGateAtOnce,
} from '@/lib/gate'
import { type PersonViewer, passPersonGate } from '@/lib/person-gate'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import type { DossierRight, PlatformRight } from '@/lib/policy'
import { sessionCookieName, sessionHashIn } from '@/lib/session-cookie'
import type { Statements } from '@/lib/statements'

export type { Tx }

/** The session of this request, read from the cookie once; null for who is not logged in. */
export const requestSession = cache(async (): Promise<Buffer | null> => {
  return sessionHashIn((await cookies()).get(sessionCookieName())?.value)
})

/** The id that log, audit and error page share. */
export const requestId = cache(async (): Promise<string | null> => (await headers()).get('x-request-id'))

interface Place {
  path: string
  subject?: string
}

/**
 * Loads what a dossier page shows, behind the gate. Who is not logged in goes to the login page and comes back; who may
 * not see it gets the same 404 as for a dossier that does not exist. Rendering starts after the transaction.
 */
export function inDossier<T>(
  code: string,
  right: DossierRight,
  load: (viewer: DossierViewer) => Promise<T>,
  place: Place,
): Promise<T> {
  return behindGate(code, right, place, (entry) => passGate(appDatabase(), entry, load))
}

/** The same for the pages that are opened most, whose load is nothing but statements (docs/decisions/0014). */
export function inDossierPlainly<A, T>(
  code: string,
  right: DossierRight,
  load: AskedAhead<Statements, A, T>,
  place: Place,
): Promise<T> {
  return behindGate(code, right, place, (entry) => passGateAsking(plainReads().transact, entry, load))
}

/** The same where everything is asked before the gate has answered (docs/decisions/0050). */
export function inDossierAtOnce<A, T>(
  code: string,
  right: DossierRight,
  load: AskedAtOnce<A, T>,
  place: Place,
): Promise<T> {
  return behindGate(code, right, place, (entry) => passGateAtOnce(plainReads().atOnce, entry, load))
}

async function behindGate<T>(
  code: string,
  right: DossierRight,
  place: Place,
  pass: (entry: Entry) => Promise<Passage<T>>,
): Promise<T> {
  const sessionHash = await requestSession()
  if (!sessionHash) {
    redirect(loginFor(place.path))
  }
  const passage = await pass({
    sessionHash,
    code,
    right,
    kind: 'read',
    subject: place.subject,
    requestId: await requestId(),
  })
  if (passage.outcome === 'anonymous') {
    redirect(loginFor(place.path))
  }
  if (passage.outcome === 'refused') {
    notFound()
  }
  return passage.result
}

/** The same for pages over one's own dossiers. */
export async function asPerson<T>(path: string, load: (viewer: PersonViewer) => Promise<T>): Promise<T> {
  const sessionHash = await requestSession()
  const result =
    sessionHash && (await passPersonGate(appDatabase(), { sessionHash, requestId: await requestId() }, load))
  if (!result) {
    redirect(loginFor(path))
  }
  return result.value
}

/** The same for pages that ask for a right outside any dossier: 404 for who has not got it. `code`: the dossier it is about. */
export async function onPlatform<T>(
  right: PlatformRight,
  load: (viewer: PlatformViewer) => Promise<T>,
  place: { path: string; subject?: string; code?: string },
): Promise<T> {
  const sessionHash = await requestSession()
  if (!sessionHash) {
    redirect(loginFor(place.path))
  }
  const entry = {
    sessionHash,
    right,
    kind: 'read' as const,
    subject: place.subject,
    code: place.code,
    requestId: await requestId(),
  }
  const passage = await passPlatformGate(appDatabase(), entry, load)
  if (passage.outcome === 'anonymous') {
    redirect(loginFor(place.path))
  }
  if (passage.outcome === 'refused') {
    notFound()
  }
  return passage.result
}

function loginFor(path: string): string {
  return `/inloggen?naar=${encodeURIComponent(path)}`
}
