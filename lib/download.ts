import type { NextRequest } from 'next/server'
import { appDatabase } from '@/lib/db'
import { savedAs } from '@/lib/domain/content-disposition'
import type { DocumentFile } from '@/lib/domain/document-file'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
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
  return async (request: NextRequest, context: { params: Promise<P> }): Promise<Response> => {
    if (request.method !== 'GET' && !isOwnOrigin(request)) {
      return json({ message: 'Dit verzoek komt niet van deze website.' }, 400)
    }
    const sessionHash = await requestSession()
    if (!sessionHash) {
      return json({ message: 'U bent niet meer ingelogd.' }, 401)
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
    if (passage.outcome === 'anonymous') {
      return json({ message: 'U bent niet meer ingelogd.' }, 401)
    }
    if (passage.outcome === 'refused') {
      return json({ message: 'Niet gevonden.' }, 404)
    }
    return fileAnswer(await options.make(passage.result, request))
  }
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
