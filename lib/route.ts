import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import { orBusy } from '@/lib/busy-answer'
import { appDatabase } from '@/lib/db'
import { appEnv } from '@/lib/env'
import { isBusy, UserError } from '@/lib/errors'
import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { textWithin } from '@/lib/request'
import { requestSession } from '@/lib/viewer'

const MAX_BODY_BYTES = 512 * 1024

/**
 * An answer of a route handler other than 200. Thrown: ends the work and rolls back. Returned: answered after the commit,
 * with the audit line kept, for answers that show something (a conflict shows the other's text).
 */
export class Answer extends Error {
  override readonly name = 'Answer'
  readonly status: number
  readonly body: unknown

  constructor(status: number, body: unknown) {
    super(`answer ${status}`)
    this.status = status
    this.body = body
  }
}

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}

interface RouteOptions<S extends z.ZodType, P> {
  schema: S
  right: DossierRight
  work: (input: z.output<S>, viewer: DossierViewer, params: P) => Promise<unknown>
}

/**
 * A route handler inside a dossier that changes something without queueing behind other forms: typing, scores, ticks, the
 * projector. 400 for a body that is not JSON or a foreign origin, 401, 404, 413, 422 with a sentence per field; the work
 * may throw an `Answer` (409) or a `UserError` (422).
 */
export function dossierRoute<S extends z.ZodType, P extends { code: string }>(options: RouteOptions<S, P>) {
  return orBusy(async (request: NextRequest, context: { params: Promise<P> }): Promise<Response> => {
    if (!isOwnOrigin(request)) {
      return json({ message: 'Dit verzoek komt niet van deze website.' }, 400)
    }
    const sessionHash = await requestSession()
    if (!sessionHash) {
      return json({ message: 'U bent niet meer ingelogd.' }, 401)
    }
    const body = await readBody(request)
    if (body instanceof Response) {
      return body
    }
    const parsed = options.schema.safeParse(body)
    const params = await context.params
    const entry = {
      sessionHash,
      code: params.code,
      right: options.right,
      kind: 'change' as const,
      subject: options.right,
      requestId: request.headers.get('x-request-id'),
    }
    try {
      const passage = await passGate(appDatabase(), entry, (viewer) => {
        if (!parsed.success) {
          throw new Answer(422, { errors: fieldErrors(parsed.error) })
        }
        return options.work(parsed.data, viewer, params)
      })
      return answerTo(passage)
    } catch (error) {
      return answerFor(error)
    }
  })
}

/** A route handler inside a dossier that only reads, as JSON: 401 and 404 as above. */
export function dossierReadRoute<P extends { code: string }>(
  right: DossierRight,
  load: (viewer: DossierViewer, params: P) => Promise<unknown>,
) {
  return orBusy(async (request: NextRequest, context: { params: Promise<P> }): Promise<Response> => {
    const sessionHash = await requestSession()
    if (!sessionHash) {
      return answerTo({ outcome: 'anonymous' })
    }
    const params = await context.params
    const requestId = request.headers.get('x-request-id')
    const entry = { sessionHash, code: params.code, right, kind: 'read' as const, subject: right, requestId }
    return answerTo(await passGate(appDatabase(), entry, (viewer) => load(viewer, params)))
  })
}

/** Whether the browser says that the request was made by our own pages (OWASP: verifying origin). */
export function isOwnOrigin(request: NextRequest): boolean {
  const site = request.headers.get('sec-fetch-site')
  return request.headers.get('origin') === new URL(appEnv().APP_URL).origin && (site === null || site === 'same-origin')
}

function answerTo(passage: Passage<unknown>): Response {
  if (passage.outcome === 'anonymous') {
    return json({ message: 'U bent niet meer ingelogd.' }, 401)
  }
  if (passage.outcome === 'refused') {
    return json({ message: 'Niet gevonden.' }, 404)
  }
  const { result } = passage
  return result instanceof Answer ? json(result.body, result.status) : json(result ?? {})
}

function answerFor(error: unknown): Response {
  if (error instanceof Answer) {
    return json(error.body, error.status)
  }
  if (error instanceof UserError && !isBusy(error)) {
    return json({ errors: { [error.field ?? 'form']: error.message } }, 422)
  }
  throw error
}

async function readBody(request: NextRequest): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    return json({ message: 'Verwacht werd JSON.' }, 400)
  }
  const text = await textWithin(request, MAX_BODY_BYTES)
  if (text === null) {
    return json({ message: 'Deze tekst is te lang om in één keer te bewaren.' }, 413)
  }
  try {
    return JSON.parse(text)
  } catch {
    return json({ message: 'Dit verzoek is niet te lezen.' }, 400)
  }
}

function fieldErrors(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.') || 'form', issue.message]))
}
