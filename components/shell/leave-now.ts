export type LeaveRoute = {
  /** Ends the session; answers a POST. */
  action: string
  /** Where the browser goes: a page that gives nothing away. */
  neutralUrl: string
}

const patienceMs = 400

/**
 * Empties the screen at once, ends the session and puts a neutral page in the place of this one. It never waits long for
 * the network: who looks over a shoulder is faster. The page stays hidden when the back button brings it back.
 */
export function leaveNow({ action, neutralUrl }: LeaveRoute): void {
  document.documentElement.hidden = true
  document.title = 'Nieuw tabblad'
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      window.location.replace(neutralUrl)
    }
  })
  const ended = fetch(action, { method: 'POST', keepalive: true, redirect: 'manual', cache: 'no-store' }).catch(
    () => null,
  )
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
  void Promise.race([ended, patience]).then(() => window.location.replace(neutralUrl))
}
