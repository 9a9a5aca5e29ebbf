import { openSync } from 'node:fs'
import { freePort } from '@/scripts/database/free-port'
import { startProcess } from '@/scripts/processes/parent'
import { appSettings, LOGS } from './start-stack'

export interface OwnApp {
  address: string
  /** Ends the process as a power cut would. */
  kill: () => void
  /** Starts it again at the same address. */
  startAgain: () => Promise<void>
  stop: () => Promise<void>
}

/** An app process of one's own beside the two of all tests, on the same database: this one may be killed. */
export async function startOwnApp(): Promise<OwnApp> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const output = openSync(`${LOGS}/app-${port}.log`, 'a')
  const settings = appSettings(address, process.env.APP_DATABASE_URL ?? '')
  const start = () => startProcess({ name: 'server', settings, output })
  let running = await start()
  return {
    address,
    kill: () => process.kill(running.pid(), 'SIGKILL'),
    async startAgain() {
      await running.stop()
      running = await start()
    },
    stop: () => running.stop(),
  }
}
