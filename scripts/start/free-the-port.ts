import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SettingsError } from '@/lib/env'

const PATIENCE_MS = 6_000

/** Waits until the port is free; a previous start that was just killed needs a moment. Throws one line when it stays taken. */
export async function waitForPort(port: number, host: string): Promise<void> {
  const giveUp = Date.now() + PATIENCE_MS
  while (!(await isFree(port, host))) {
    if (Date.now() > giveUp) {
      throw new SettingsError(
        `PORT ${port} is in use by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
      )
    }
    await sleep(200)
  }
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer()
    probe.once('error', () => answer(false))
    probe.listen(port, host, () => probe.close(() => answer(true)))
  })
}
