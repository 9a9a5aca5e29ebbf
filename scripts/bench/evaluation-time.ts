import { makeEvaluation } from '@/scripts/bench/evaluation-ground'
import type { Ground } from '@/scripts/bench/ground'
import { alternate, type Target } from '@/scripts/bench/load'
import { send } from '@/scripts/bench/meeting'
import type { ProcessorTime } from '@/scripts/bench/processor-time'
import type { Load } from '@/scripts/bench/statistics'
import { measureTyping, type TypingTime } from '@/scripts/bench/typing-time'

const PLAN = 'gips-4'

export interface EvaluationExtent {
  /** How often each page is opened alone. */
  evaluationPages: number
  rounds: number
  seconds: number
}

export interface EvaluationTime extends TypingTime {
  goals: number
  participants: number
  /** The empty page and the page with the table, asked for as the dashboard is: many at once, in rounds. */
  loads: Record<'empty' | 'evaluation', Load[]>
  /**
   * Milliseconds for the empty page, for the page with the table, and for the goals that come after it, in turns; one at a
   * time, as one person opens it. `whole`: the page and after it those goals.
   */
  pages: Record<'empty' | 'evaluation' | 'rest' | 'whole', number[]>
  /** Characters that travel, before they are compressed. */
  bytes: Record<'page' | 'rest', number>
  /** Milliseconds until the save of one cell was answered. */
  toAnswer: number[]
}

/** The meeting screen of a GIPS 4 with its table full: how quickly it comes, and how quickly a cell is kept. */
export async function measureEvaluation(
  { owner, server, cookieOf }: Ground,
  origin: string,
  extent: EvaluationExtent,
  used: () => ProcessorTime | null,
): Promise<EvaluationTime> {
  const masterKey = Buffer.from(server.secrets.MASTER_KEY, 'base64')
  const { code, noteTaker, goals, participants, last } = await makeEvaluation(owner, masterKey)
  const cookie = await cookieOf(noteTaker)
  const path = `/gezinnen/${code}/plannen/${PLAN}/overleg`
  const opened = await openAlone(
    origin,
    cookie,
    { path, rest: `/api/gezinnen/${code}/plannen/${PLAN}/percentages` },
    extent,
  )
  const loads = await load(
    { empty: `${origin}/leeg`, evaluation: `${origin}${path}` },
    { headers: { cookie }, used },
    extent,
  )
  const toAnswer = await saveAll(goals, (cell) =>
    send({ origin, cookie }, 'PUT', `${code}/plannen/${PLAN}/percentages`, { ...cell, who: last }),
  )
  const cells = goals.length * participants.length
  const typing = await measureTyping({ origin, path, cookie, cells })
  return { goals: goals.length, participants: participants.length, loads, ...opened, toAnswer, ...typing }
}

/** Each page after the other, in turns. */
async function openAlone(
  origin: string,
  cookie: string,
  { path, rest }: { path: string; rest: string },
  { evaluationPages }: EvaluationExtent,
): Promise<Pick<EvaluationTime, 'pages' | 'bytes'>> {
  const read = (page: string) => readPage(`${origin}${page}`, cookie)
  await read('/leeg')
  const bytes = { page: await read(path), rest: await read(rest) }
  const pages: EvaluationTime['pages'] = { empty: [], evaluation: [], rest: [], whole: [] }
  for (let turn = 0; turn < evaluationPages; turn += 1) {
    const [empty, page, after] = [await timed(read, '/leeg'), await timed(read, path), await timed(read, rest)]
    pages.empty.push(empty)
    pages.evaluation.push(page)
    pages.rest.push(after)
    pages.whole.push(page + after)
  }
  return { pages, bytes }
}

/** Both pages as the dashboard is asked for. */
function load(
  urls: Record<'empty' | 'evaluation', string>,
  asked: Pick<Target, 'headers' | 'used'>,
  { rounds, seconds }: EvaluationExtent,
): Promise<EvaluationTime['loads']> {
  const targets = (['empty', 'evaluation'] as const).map((name) => ({ name, url: urls[name], ...asked }))
  return alternate(targets, rounds, seconds)
}

/** Reads all of it; returns how much that was. */
async function readPage(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' }, redirect: 'manual' })
  const text = await answer.text()
  if (answer.status !== 200) {
    throw new Error(`${url} answered ${answer.status}.`)
  }
  return text.length
}

async function timed<A>(work: (about: A) => Promise<unknown>, about: A): Promise<number> {
  const begun = performance.now()
  await work(about)
  return performance.now() - begun
}

/** One column of the table, one cell after the other. */
async function saveAll(goals: readonly { id: string }[], save: (cell: object) => Promise<unknown>): Promise<number[]> {
  const toAnswer: number[] = []
  for (const [index, { id: goalId }] of goals.entries()) {
    toAnswer.push(await timed(save, { goalId, percent: index, remark: '', base: 0, after: null }))
  }
  return toAnswer
}
