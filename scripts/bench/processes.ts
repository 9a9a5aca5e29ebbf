import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FloorPlan } from '@/scripts/bench/floor'
import type { Ground } from '@/scripts/bench/ground'
import { freePort } from '@/scripts/database/free-port'
import { APP_MEMORY } from '@/scripts/processes/memory-limits'
import { bareSettings, startProcess } from '@/scripts/processes/parent'

/** One app process as `npm start` runs it, with the empty page open. */
export function startApp(ground: Ground, port: number, databaseUrl = ground.appUrl) {
  const { APP_SECRET, MASTER_KEY } = ground.server.secrets
  return startProcess({
    name: 'server',
    settings: {
      ...bareSettings(),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      APP_SECRET,
      MASTER_KEY,
      APP_URL: originAt(port),
      APP_DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      DEMO: '0',
      BENCH: '1',
    },
    nodeFlags: APP_MEMORY,
  })
}

/** The floor in a process of its own, from this same bundle; returns where it answers. */
export async function startFloor(plan: Omit<FloorPlan, 'port'>) {
  const port = await freePort()
  const file = join('.test', 'bench', 'floor.json')
  mkdirSync(join('.test', 'bench'), { recursive: true })
  writeFileSync(file, JSON.stringify({ ...plan, port }))
  const { stop, pid } = await startProcess({
    name: 'bench',
    settings: { ...bareSettings(), NODE_ENV: 'production', BENCH_FLOOR: file },
  })
  return { url: `${originAt(port)}/`, stop, pid }
}

export function originAt(port: number): string {
  return `http://127.0.0.1:${port}`
}
