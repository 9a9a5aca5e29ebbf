import { isBusy } from './errors'

/**
 * A route handler that says so where the database was too busy for it, with 503 and when to ask again: JSON for what asks by
 * script, which tries again by itself, and a plain sentence for who followed a link. Whoever makes a handler ends with this.
 */
export function orBusy<A extends [Request, ...unknown[]]>(handle: (...asked: A) => Promise<Response>) {
  return async (...asked: A): Promise<Response> => {
    try {
      return await handle(...asked)
    } catch (error) {
      if (!isBusy(error)) {
        throw error
      }
      return busyAnswer(asked[0], error.message)
    }
  }
}

function busyAnswer(request: Request, message: string): Response {
  const answer = { status: 503, headers: { 'Retry-After': '5', 'Cache-Control': 'no-store' } }
  return request.headers.get('sec-fetch-mode') === 'navigate'
    ? new Response(message, { ...answer, headers: { ...answer.headers, 'Content-Type': 'text/plain; charset=utf-8' } })
    : Response.json({ message }, answer)
}
