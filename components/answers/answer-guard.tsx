'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import { onSessionActivity, reportSessionActivity } from '@/components/shell/session-activity'
import { Button, LinkButton } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Dialog } from '@/components/ui/dialog'
import { guardPage } from './answer-desk'
import { desk } from './use-answer'

export type AnswerGuardProps = { loginHref?: string }

/**
 * Stands once on a page with answers: warns before unsaved text is left behind, sends it along when the page goes away,
 * and asks to log in again, in another tab, when the session is over.
 */
export function AnswerGuard({ loginHref = '/inloggen' }: AnswerGuardProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const needsLogin = useSyncExternalStore(desk.subscribe, desk.needsLogin, () => false)

  useEffect(() => guardPage(desk, window), [])
  useEffect(() => desk.onSaved(reportSessionActivity), [])
  useEffect(() => onSessionActivity(() => desk.retryWaiting()), [])
  useEffect(() => {
    if (needsLogin && !dialog.current?.open) {
      dialog.current?.showModal()
    } else if (!needsLogin) {
      dialog.current?.close()
    }
  }, [needsLogin])

  return (
    <>
      <noscript>
        <p className="pb-4 font-semibold">
          Deze pagina bewaart antwoorden terwijl u typt. Daarvoor is JavaScript nodig: zonder kunt u alleen lezen.
        </p>
      </noscript>
      <Dialog ref={dialog} title="U bent uitgelogd">
        <p className="mb-5">
          Wat u typte staat nog op dit scherm, maar is nog niet bewaard. Log opnieuw in, in een nieuw tabblad. Kom dan
          hier terug: uw tekst wordt meteen bewaard.
        </p>
        <ButtonRow>
          <LinkButton href={loginHref} target="_blank" variant="primary">
            Opnieuw inloggen
          </LinkButton>
          <Button type="button" variant="secondary" onClick={() => desk.retryAll()}>
            Ik ben weer ingelogd
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}
