import { execFileSync } from 'node:child_process'

const EVERY_MS = 1000

export interface MemoryWatch {
  /** Megabytes (of a million bytes) of resident memory: the most that was seen, and now. */
  figures(): { most: number; now: number }
  stop(): void
}

/** Looks every second how much memory a process holds. */
export function watchMemory(pid: number): MemoryWatch {
  let most = 0
  const look = () => {
    const now = residentMegabytes(pid)
    most = Math.max(most, now)
    return now
  }
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  return {
    figures() {
      const now = look()
      return { most, now }
    },
    stop: () => clearInterval(timer),
  }
}

function residentMegabytes(pid: number): number {
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
  return (kilobytes * 1024) / 1_000_000
}
