import type { NextRequest } from 'next/server'
import { orBusy } from '@/lib/busy-answer'
import { appDatabase } from '@/lib/db'
import type { Decisions } from '@/lib/domain/anonymise/person'
import { savedAs } from '@/lib/domain/content-disposition'
import type { DocumentFile } from '@/lib/domain/document-file'
import { decisionsIn } from '@/lib/domain/pdf-decisions'
import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import type { DossierRight, PlatformRight } from '@/lib/policy'
import { isOwnOrigin, json } from '@/lib/route'
import { requestSession } from '@/lib/viewer'

interface DownloadOptions<P, S> {
  right: DossierRight
  /** For the trail: what is taken along. */
  subject: (params: P) => string
  /** Inside the transaction: what the file is made of, as this viewer may read it. */
  load: (viewer: DossierViewer, params: P, request: NextRequest) => Promise<S>
  /** After it: making the file. */
  make: (source: S, request: NextRequest) => Promise<DocumentFile>
}

/**
 * A route handler that answers with a file out of a dossier, by GET or by a form of our own pages. 401 for who is not
 * logged in, 404 for who may not, 400 for a form of another site. Never kept by a cache, never shown inside the browser.
 */
export function dossierDownload<P extends { code: string }, S>(options: DownloadOptions<P, S>) {
  return orBusy(async (request: NextRequest, context: { params: Promise<P> }): Promise<Response> => {
    if (request.method !== 'GET' && !isOwnOrigin(request)) {
      return json({ message: 'Dit verzoek komt niet van deze website.' }, 400)
    }
    const sessionHash = await requestSession()
    if (!sessionHash) {
      return withoutFile('anonymous')
    }
    const params = await context.params
    const passage = await passGate(
      appDatabase(),
      {
        sessionHash,
        code: params.code,
        right: options.right,
        kind: 'read',
        subject: options.subject(params),
        requestId: request.headers.get('x-request-id'),
      },
      (viewer) => options.load(viewer, params, request),
    )
    return passage.outcome === 'entered'
      ? fileAnswer(await options.make(passage.result, request))
      : withoutFile(passage.outcome)
  })
}

/** What somebody decided of each doubt in a preview; nothing for who asks for the file without one. */
export async function decisionsSentWith(request: NextRequest): Promise<Decisions> {
  return request.method === 'POST' ? decisionsIn(await request.formData()) : {}
}

/** A file outside any dossier, that is only read. */
export function platformDownload(right: PlatformRight, load: (viewer: PlatformViewer) => Promise<DocumentFile>) {
  return orBusy(async (request: NextRequest): Promise<Response> => {
    const sessionHash = await requestSession()
    if (!sessionHash) {
      return withoutFile('anonymous')
    }
    const requestId = request.headers.get('x-request-id')
    const entry = { sessionHash, right, kind: 'read' as const, subject: 'file', requestId }
    const passage = await passPlatformGate(appDatabase(), entry, load)
    return passage.outcome === 'entered' ? fileAnswer(passage.result) : withoutFile(passage.outcome)
  })
}

function withoutFile(outcome: Exclude<Passage<never>['outcome'], 'entered'>): Response {
  return outcome === 'anonymous'
    ? json({ message: 'U bent niet meer ingelogd.' }, 401)
    : json({ message: 'Niet gevonden.' }, 404)
}

function fileAnswer({ name, type, bytes }: DocumentFile): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': savedAs(name),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
