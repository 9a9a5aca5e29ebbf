import { makeEvaluation } from '@/scripts/bench/evaluation-ground'
import type { Ground } from '@/scripts/bench/ground'
import { alternate, loadPage, type Target } from '@/scripts/bench/load'
import { send } from '@/scripts/bench/meeting'
import type { Load } from '@/scripts/bench/statistics'
import { measureTyping } from '@/scripts/bench/typing-time'

const PLAN = 'gips-4'

export interface EvaluationTime {
  goals: number
  participants: number
  /** The empty page and the page with the table, in rounds that alternate. */
  loads: Record<'empty' | 'evaluation', Load[]>
  /** The page with the table on one connection, with nothing else asked. */
  alone: Load
  /** Milliseconds until the save of one cell was answered. */
  toAnswer: number[]
  /** Milliseconds until a browser has drawn a figure that was typed; empty where there is no browser. */
  toDrawn: number[]
}

interface Pace {
  rounds: number
  seconds: number
}

/** The meeting screen of a GIPS 4 with its table full: how quickly it comes, and how quickly a cell is kept. */
export async function measureEvaluation(
  { owner, server, cookieOf }: Ground,
  origin: string,
  { rounds, seconds }: Pace,
): Promise<EvaluationTime> {
  const masterKey = Buffer.from(server.secrets.MASTER_KEY, 'base64')
  const { code, noteTaker, goals, participants, last } = await makeEvaluation(owner, masterKey)
  const cookie = await cookieOf(noteTaker)
  const path = `/gezinnen/${code}/plannen/${PLAN}/overleg`
  const target = (name: string, path: string): Target => ({ name, url: `${origin}${path}`, headers: { cookie } })
  const empty = target('empty', '/leeg')
  const table = target('evaluation', path)
  await loadPage(table, seconds, 1)
  const alone = await loadPage(table, seconds, 1)
  const loads = await alternate([empty, table], rounds, seconds)
  const toAnswer = await saveAll(goals, (cell) =>
    send({ origin, cookie }, 'PUT', `${code}/plannen/${PLAN}/percentages`, { ...cell, who: last }),
  )
  const toDrawn = await measureTyping({ origin, path, cookie })
  const { empty: beside = [], evaluation = [] } = loads
  const extent = { goals: goals.length, participants: participants.length }
  return { ...extent, loads: { empty: beside, evaluation }, alone, toAnswer, toDrawn }
}

/** One column of the table, one cell after the other. */
async function saveAll(goals: readonly { id: string }[], save: (cell: object) => Promise<unknown>): Promise<number[]> {
  const toAnswer: number[] = []
  for (const [index, { id: goalId }] of goals.entries()) {
    const sentAt = performance.now()
    await save({ goalId, percent: index, remark: '', base: 0, after: null })
    toAnswer.push(performance.now() - sentAt)
  }
  return toAnswer
}
