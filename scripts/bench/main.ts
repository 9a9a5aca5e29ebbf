import { measureAlerts } from '@/scripts/bench/alert-time'
import { downloadsOf } from '@/scripts/bench/downloads'
import { type EvaluationTime, measureEvaluation } from '@/scripts/bench/evaluation-time'
import { type Extent, extentOf } from '@/scripts/bench/extent'
import { runFloor } from '@/scripts/bench/floor'
import { type Ground, prepareGround } from '@/scripts/bench/ground'
import type { Target } from '@/scripts/bench/load'
import { factsOf, floorOf, measureAlone, measureSizes, warmUp } from '@/scripts/bench/measured-pages'
import { watchMemory } from '@/scripts/bench/memory'
import { alertsTable, evaluationTable, remindersTable, revealTable } from '@/scripts/bench/part-tables'
import { measurePdf } from '@/scripts/bench/pdf-time'
import { originAt, startApp, startFloor } from '@/scripts/bench/processes'
import { type ProcessorTime, processorTime } from '@/scripts/bench/processor-time'
import { measureProjectorLag } from '@/scripts/bench/projector-lag'
import { type Recorded, recordPages } from '@/scripts/bench/recorded-pages'
import { measureReminders } from '@/scripts/bench/reminder-time'
import { goalsTable, tell } from '@/scripts/bench/report'
import { alertVerdicts, evaluationVerdicts, revealVerdicts } from '@/scripts/bench/results'
import { measureReveal, type RevealTime } from '@/scripts/bench/reveal-time'
import { startEmbeddedServer } from '@/scripts/database/embedded-server'
import { freePort } from '@/scripts/database/free-port'
import { buildIfChanged } from '@/scripts/start/production-build'

type Used = () => ProcessorTime | null

interface Running {
  stop(): Promise<void> | void
}

const PAGES = {
  empty: '/leeg',
  dashboard: '/gezinnen/G-0001',
  plan: '/gezinnen/G-0001/plannen/gips-1',
}
const PROFESSIONAL = 'jeugdverpleegkundige@demo.gips.test'
const NOTE_TAKER = 'notulist2@demo.gips.test'
const CHAIR = 'gipsmeester2@demo.gips.test'

const callOff = new AbortController()
const started: Promise<Running>[] = []
let ending: Promise<void> | undefined

if (process.env.BENCH_FLOOR) {
  await runFloor(process.env.BENCH_FLOOR)
} else {
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
    process.on(event, () => end(1))
  }
  await chosen(process.argv)(extentOf(process.argv)).then(
    () => end(0),
    (error: unknown) => {
      if (!ending) {
        console.error(error)
      }
      return end(1)
    },
  )
}

/** One part alone, or everything. */
function chosen(args: readonly string[]): (extent: Extent) => Promise<void> {
  const parts = {
    '--reveal': runReveal,
    '--evaluation': runEvaluation,
    '--reminders': runReminders,
    '--alerts': runAlerts,
  }
  return Object.entries(parts).find(([flag]) => args.includes(flag))?.[1] ?? run
}

async function run(extent: Extent): Promise<void> {
  await buildIfChanged(callOff.signal)
  const port = await freePort()
  const origin = originAt(port)
  say('Making a database with the demo ...')
  const ground = await keep(prepareGround(origin))
  const cookie = await ground.cookieOf(PROFESSIONAL)
  const recorded = await recordAll(ground, port, cookie)
  const app = await keep(startApp(ground, port))
  const memory = await keep(Promise.resolve(watchMemory(app.pid())))
  const floor = await keep(startFloor({ databaseUrl: ground.appUrl, ...floorOf(recorded) }))
  const usedBy = (pid: number) => () => processorTime(pid, ground.postgresPid)
  const used = usedBy(app.pid())
  const targets: Target[] = [
    ...Object.entries(PAGES).map(([name, path]) => ({ name, url: `${origin}${path}`, headers: { cookie }, used })),
    { name: 'floor', url: floor.url, used: usedBy(floor.pid()) },
  ]
  await warmUp(targets, extent)
  const alone = await measureAlone(targets, extent)
  const sizes = await measureSizes(ground, targets, extent)
  say(`Typing while ${extent.screens} projector screens follow ...`)
  const meeting = { origin, cookie: await ground.cookieOf(NOTE_TAKER), owner: ground.owner }
  const lag = await measureProjectorLag(meeting, extent.screens, extent.saves)
  const reveal = await revealing(ground, origin, extent, used)
  const pdf = await measurePdf(await downloadsOf(ground, origin, PROFESSIONAL))
  const figures = memory.figures()
  const evaluation = await evaluating(ground, origin, extent, used)
  say('Reminding ...')
  const reminders = await measureReminders(ground.server, extent.reminders)
  say('Reporting signals ...')
  const alerts = await measureAlerts(ground.server, extent.alerts)
  tell({
    extent,
    pages: factsOf(recorded),
    alone,
    measured: { sizes, lag, reveal, pdf, memory: figures, evaluation, reminders, alerts },
  })
}

function revealing(ground: Ground, origin: string, extent: Extent, used: Used): Promise<RevealTime> {
  const { screens, reveals } = extent
  say(`Revealing scores to ${screens} projectors and phones ...`)
  return measureReveal(ground, { origin, chair: CHAIR, screens, reveals, used })
}

function evaluating(ground: Ground, origin: string, extent: Extent, used: Used): Promise<EvaluationTime> {
  say('Filling in the evaluation of a GIPS 4 ...')
  return measureEvaluation(ground, origin, extent, used)
}

/** The reveal alone. */
async function runReveal(extent: Extent): Promise<void> {
  const { ground, origin, used } = await startAlone()
  const reveal = await revealing(ground, origin, extent, used)
  console.log(`\n${revealTable(reveal)}\n\n${goalsTable(revealVerdicts(reveal))}`)
}

/** The evaluation of goals alone. */
async function runEvaluation(extent: Extent): Promise<void> {
  const { ground, origin, used } = await startAlone()
  const evaluation = await evaluating(ground, origin, extent, used)
  console.log(`\n${evaluationTable(evaluation)}\n\n${goalsTable(evaluationVerdicts(evaluation))}`)
}

async function startAlone(): Promise<{ ground: Ground; origin: string; used: Used }> {
  await buildIfChanged(callOff.signal)
  const port = await freePort()
  const origin = originAt(port)
  const ground = await keep(prepareGround(origin))
  const app = await keep(startApp(ground, port))
  return { ground, origin, used: () => processorTime(app.pid(), ground.postgresPid) }
}

async function runReminders({ reminders }: Extent): Promise<void> {
  console.log(remindersTable(await measureReminders(await startServer(), reminders)))
}

async function runAlerts({ alerts }: Extent): Promise<void> {
  const measured = await measureAlerts(await startServer(), alerts)
  console.log(`\n${alertsTable(measured)}\n\n${goalsTable(alertVerdicts(measured))}`)
}

function startServer() {
  return keep(startEmbeddedServer({ folder: '.test/bench', durable: true }))
}

async function recordAll(ground: Ground, port: number, cookie: string): Promise<Record<string, Recorded>> {
  say('Writing down the statements of each page ...')
  return recordPages(ground, { port, paths: PAGES, cookie })
}

function keep<T extends Running>(starting: Promise<T>): Promise<T> {
  started.push(starting)
  return starting
}

/** Stops what was started, also what is still on its way up, and ends this process. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    callOff.abort()
    for (const starting of started.reverse()) {
      await starting.then((running) => running.stop()).catch(() => undefined)
    }
    process.exit(code)
  })()
  return ending
}

function say(line: string): void {
  console.log(line)
}
