import { makeEvaluation } from '@/scripts/bench/evaluation-ground'
import type { Ground } from '@/scripts/bench/ground'
import { send } from '@/scripts/bench/meeting'
import { measureTyping } from '@/scripts/bench/typing-time'

const PLAN = 'gips-4'

export interface EvaluationTime {
  goals: number
  participants: number
  /** Milliseconds for the empty page and for the page with the table, in turns; one at a time, as one person opens it. */
  pages: Record<'empty' | 'evaluation', number[]>
  /** Milliseconds until the save of one cell was answered. */
  toAnswer: number[]
  /** Milliseconds until a browser has drawn a figure that was typed; empty where there is no browser. */
  toDrawn: number[]
}

/** The meeting screen of a GIPS 4 with its table full: how quickly it comes, and how quickly a cell is kept. */
export async function measureEvaluation(
  { owner, server, cookieOf }: Ground,
  origin: string,
  pages: number,
): Promise<EvaluationTime> {
  const masterKey = Buffer.from(server.secrets.MASTER_KEY, 'base64')
  const { code, noteTaker, goals, participants, last } = await makeEvaluation(owner, masterKey)
  const cookie = await cookieOf(noteTaker)
  const path = `/gezinnen/${code}/plannen/${PLAN}/overleg`
  const read = (page: string) => timed(() => readPage(`${origin}${page}`, cookie))
  const time: EvaluationTime['pages'] = { empty: [], evaluation: [] }
  await Promise.all([read('/leeg'), read(path)])
  for (let turn = 0; turn < pages; turn += 1) {
    time.empty.push(await read('/leeg'))
    time.evaluation.push(await read(path))
  }
  const toAnswer = await saveAll(goals, (cell) =>
    send({ origin, cookie }, 'PUT', `${code}/plannen/${PLAN}/percentages`, { ...cell, who: last }),
  )
  const toDrawn = await measureTyping({ origin, path, cookie })
  return { goals: goals.length, participants: participants.length, pages: time, toAnswer, toDrawn }
}

async function readPage(url: string, cookie: string): Promise<void> {
  const answer = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' }, redirect: 'manual' })
  await answer.text()
  if (answer.status !== 200) {
    throw new Error(`${url} answered ${answer.status}.`)
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** One column of the table, one cell after the other. */
async function saveAll(goals: readonly { id: string }[], save: (cell: object) => Promise<unknown>): Promise<number[]> {
  const toAnswer: number[] = []
  for (const [index, { id: goalId }] of goals.entries()) {
    toAnswer.push(await timed(() => save({ goalId, percent: index, remark: '', base: 0, after: null })))
  }
  return toAnswer
}
