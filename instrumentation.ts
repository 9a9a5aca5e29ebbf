import type { Instrumentation } from 'next'

/** A bug: into the log with the number that the error page shows, and without anything that was typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { log } = await import('@/lib/log')
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  log.error({ err: error, digest, route: context.routePath, method: request.method }, 'a request failed')
}
