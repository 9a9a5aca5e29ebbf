'use client'

import { usePathname } from 'next/navigation'
import { useLayoutEffect, useRef } from 'react'
import { Button, LinkButton } from '../ui/button'
import { ButtonRow } from '../ui/button-row'
import { Dialog } from '../ui/dialog'
import { useSessionClock } from './use-session-clock'

export type SessionWarningProps = {
  idleSeconds?: number
  warnSeconds?: number
  /** Keeps the session by POST: 2xx, or 401 when it is over. */
  keepAliveUrl?: string
  loginHref?: string
}

/**
 * Warns before the session ends by itself. After the end it covers the page without throwing anything away: what was
 * typed is still there once the person has logged in again in another tab.
 */
export function SessionWarning(props: SessionWarningProps) {
  const { idleSeconds = 1800, warnSeconds = 120, keepAliveUrl = '/api/sessie', loginHref = '/inloggen' } = props
  const { secondsLeft, isOffline, stay } = useSessionClock({
    idleSeconds,
    warnSeconds,
    keepAliveUrl,
    path: usePathname(),
  })
  return secondsLeft !== null && <Warning {...{ secondsLeft, isOffline, stay, loginHref }} />
}

type WarningProps = { secondsLeft: number; isOffline: boolean; stay: () => void; loginHref: string }

/** Is on the page only while it is open, and closes before it goes: the focus returns to where one was. */
function Warning({ secondsLeft, isOffline, stay, loginHref }: WarningProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isOver = secondsLeft === 0

  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])

  return (
    <Dialog ref={dialog} closable={false} opaque={isOver} title={isOver ? 'U bent uitgelogd' : 'Bent u er nog?'}>
      <div role="status" className="mb-5 space-y-3">
        {isOver ? <Over /> : <p>{warning(secondsLeft)}</p>}
        {isOffline && <p className="font-semibold">Er is geen verbinding. Probeer het zo nog eens.</p>}
      </div>
      <ButtonRow>
        {isOver && (
          <LinkButton href={loginHref} target="_blank" variant="primary">
            Opnieuw inloggen
          </LinkButton>
        )}
        <Button type="button" variant={isOver ? 'secondary' : 'primary'} onClick={stay}>
          {isOver ? 'Ik ben weer ingelogd' : 'Ik ben er nog'}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}

function Over() {
  return (
    <p>
      U deed een tijd niets. Daarom sloten wij het dossier. Wat u typte staat nog op dit scherm: log opnieuw in, in een
      nieuw tabblad, en kom dan hier terug.
    </p>
  )
}

/** In steps of half a minute, so that a screen reader is not kept busy by every second. */
function warning(secondsLeft: number): string {
  const start = 'U deed een tijd niets. Voor de veiligheid van het gezin loggen wij u uit'
  if (secondsLeft <= 30) {
    return `${start} binnen een halve minuut.`
  }
  return secondsLeft <= 60 ? `${start} binnen een minuut.` : `${start} binnen twee minuten.`
}
