import { spawnSync } from 'node:child_process'

const EVERY_MS = 1000

export interface MemoryWatch {
  /** Megabytes (of a million bytes) of resident memory: the most that was seen, and now. */
  figures(): { most: number; now: number }
  stop(): void
}

/** Looks every second how much memory a process holds. */
export function watchMemory(pid: number): MemoryWatch {
  let most = 0
  let now = 0
  const look = () => {
    now = residentMegabytes(pid) ?? now
    most = Math.max(most, now)
  }
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  return {
    figures() {
      look()
      return { most, now }
    },
    stop: () => clearInterval(timer),
  }
}

function residentMegabytes(pid: number): number | null {
  const { status, stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return status === 0 ? (Number(stdout) * 1024) / 1_000_000 : null
}
