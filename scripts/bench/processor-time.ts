import { readdirSync, readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10

/** Milliseconds of processor time that the app and the database have used so far. */
export interface ProcessorTime {
  app: number
  database: number
}

/**
 * Reads the processor time of the app process and of all processes of its PostgreSQL. Unlike requests per second it
 * hardly changes when other programs want the same processors. Null where the system does not tell (no /proc).
 */
export function processorTime(appPid: number, postgresPid: number): ProcessorTime | null {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => readProcess(Number(name)) ?? [])
    const sum = (of: (process: Usage) => boolean) => processes.filter(of).reduce((total, { used }) => total + used, 0)
    return {
      app: sum(({ pid }) => pid === appPid),
      database: sum(({ pid, parent }) => pid === postgresPid || parent === postgresPid),
    }
  } catch {
    return null
  }
}

/** The process that started this one; 0 where the system does not tell. */
export function parentOf(pid: number): number {
  return readProcess(pid)?.parent ?? 0
}

interface Usage {
  pid: number
  parent: number
  used: number
}

/** Null for a process that has just ended. */
function readProcess(pid: number): Usage | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold spaces; the state comes after it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { pid, parent: Number(fields[1]), used: (Number(fields[11]) + Number(fields[12])) * TICK_MS }
  } catch {
    return null
  }
}
