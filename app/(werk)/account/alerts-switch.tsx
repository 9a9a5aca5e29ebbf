'use client'

import { startTransition, useActionState, useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type FormAction, IDLE } from '@/lib/action-state'
import { alertsSupport } from './alerts-support'
import { deviceLabel } from './device-label'
import { HomeScreenSteps } from './home-screen-steps'

type AlertsSwitchProps = { action: FormAction; publicKey: string }

const NOT_HERE = 'Deze browser kan geen meldingen tonen. U krijgt wel e-mail.'
const NOT_ALLOWED =
  'U hebt meldingen van deze site niet toegestaan. Dat kunt u wijzigen in de instellingen van uw browser.'
const FAILED = 'Het lukte niet om meldingen aan te zetten. Probeer het later opnieuw.'

/** Switches alerts on for this device. Only this button asks the browser for permission. */
export function AlertsSwitch({ action, publicKey }: AlertsSwitchProps) {
  const [state, submit, isPending] = useActionState(action, IDLE)
  const [problem, setProblem] = useState<string | null>(null)
  const support = useSyncExternalStore(never, supportHere, () => 'none')
  const refused = state.state === 'refused' ? state.message : state.state === 'invalid' && FAILED
  async function switchOn() {
    setProblem(null)
    if ((await Notification.requestPermission()) !== 'granted') {
      setProblem(NOT_ALLOWED)
      return
    }
    const form = await subscription(publicKey).catch(() => null)
    if (form) {
      startTransition(() => submit(form))
    } else {
      setProblem(FAILED)
    }
  }
  if (support === 'home-screen') {
    return <HomeScreenSteps />
  }
  if (support === 'none') {
    return <p className="mt-4 text-ink-soft">{NOT_HERE}</p>
  }
  const sentence = problem ?? refused
  return (
    <div className="mt-4 space-y-3">
      {sentence && (
        <Notice tone="warning" role="status">
          {sentence}
        </Notice>
      )}
      <Button onClick={switchOn} disabled={isPending}>
        Zet meldingen aan op dit apparaat
      </Button>
    </div>
  )
}

const never = () => () => undefined

function supportHere() {
  return alertsSupport({
    canShowAlerts: 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window,
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    isOnHomeScreen: matchMedia('(display-mode: standalone)').matches,
  })
}

/** Registers the worker that shows the alerts, and what the server needs to reach it. */
async function subscription(publicKey: string): Promise<FormData> {
  await navigator.serviceWorker.register('/push-worker.js')
  const { pushManager } = await navigator.serviceWorker.ready
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  const { endpoint, keys } = made.toJSON()
  const form = new FormData()
  form.set('endpoint', endpoint ?? '')
  form.set('publicKey', keys?.p256dh ?? '')
  form.set('auth', keys?.auth ?? '')
  form.set('label', deviceLabel(navigator.userAgent))
  return form
}
