import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Runs the work while holding a lock file; a lock whose process is gone is removed. Throws after waiting 120 s. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true })
  const giveUp = Date.now() + 120_000
  while (!takeLock(path)) {
    if (Date.now() > giveUp) {
      throw new Error(`Another process holds ${path} for over two minutes.`)
    }
    await sleep(50)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/** Whether a process with this number runs, no matter whose it is. A zombie counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return true
  }
}

function takeLock(path: string): boolean {
  const own = `${path}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    // A link appears with its content, so nobody ever reads a half-written lock.
    linkSync(own, path)
    return true
  } catch {
    dropStaleLock(path)
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

function dropStaleLock(path: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    if (isAlive(Number(readFileSync(path, 'utf8')))) {
      return
    }
    renameSync(path, aside)
    if (isAlive(Number(readFileSync(aside, 'utf8')))) {
      // Someone else replaced the stale lock in between: put theirs back.
      linkSync(aside, path)
    }
    rmSync(aside, { force: true })
  } catch {
    // The holder let go between two of these calls: the next round takes the lock.
  }
}
