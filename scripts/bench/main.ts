import { measureAlerts } from '@/scripts/bench/alert-time'
import { type Extent, extentOf } from '@/scripts/bench/extent'
import { runFloor } from '@/scripts/bench/floor'
import { type Ground, prepareGround } from '@/scripts/bench/ground'
import { alternate, loadPage, type Target } from '@/scripts/bench/load'
import { watchMemory } from '@/scripts/bench/memory'
import { type Download, measurePdf } from '@/scripts/bench/pdf-time'
import { originAt, startApp, startFloor } from '@/scripts/bench/processes'
import { processorTime } from '@/scripts/bench/processor-time'
import { measureProjectorLag } from '@/scripts/bench/projector-lag'
import { type Recorded, recordPages } from '@/scripts/bench/recorded-pages'
import { measureReminders } from '@/scripts/bench/reminder-time'
import { remindersTable, tell, tellAlerts } from '@/scripts/bench/report'
import type { SizeMeasured } from '@/scripts/bench/results'
import { startEmbeddedServer } from '@/scripts/database/embedded-server'
import { freePort } from '@/scripts/database/free-port'
import { buildIfChanged } from '@/scripts/start/production-build'

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
/** The same professional of each copied team, who has some families. */
const copiedProfessional = (team: number) => `team${team}.${PROFESSIONAL}`
/** The first one starts the printing thread; of the others the slowest twentieth is told. */
const DOWNLOADS = 41
const TEAMS_WITH_DOWNLOADS = 6

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

/** One measurement alone, without the app, or all of them. */
function chosen(args: readonly string[]): (extent: Extent) => Promise<void> {
  if (args.includes('--alerts')) {
    return runAlerts
  }
  return args.includes('--reminders') ? runReminders : run
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
  const pdf = await measurePdf((await downloads(ground, origin)).slice(0, DOWNLOADS))
  const figures = memory.figures()
  say('Reminding ...')
  const reminders = await measureReminders(ground.server, extent.reminders)
  say('Reporting signals ...')
  const alerts = await measureAlerts(ground.server, extent.alerts)
  tell({ extent, pages: factsOf(recorded), alone, measured: { sizes, lag, pdf, memory: figures, reminders, alerts } })
}

async function runReminders({ reminders }: Extent): Promise<void> {
  console.log(remindersTable(await measureReminders(await startServer(), reminders)))
}

async function runAlerts({ alerts }: Extent): Promise<void> {
  tellAlerts(await measureAlerts(await startServer(), alerts))
}

function startServer() {
  return keep(startEmbeddedServer({ folder: '.test/bench', durable: true }))
}

async function downloads(ground: Ground, origin: string): Promise<Download[]> {
  const found: Download[] = []
  for (let team = 0; team < TEAMS_WITH_DOWNLOADS; team += 1) {
    const email = copiedProfessional(team)
    const codes = await ground.codesOf(email)
    const cookie = codes.length > 0 ? await ground.cookieOf(email) : ''
    found.push(...codes.map((code) => ({ url: `${origin}/gezinnen/${code}/plannen/gips-1/pdf/download`, cookie })))
  }
  return found
}

async function recordAll(ground: Ground, port: number, cookie: string): Promise<Record<string, Recorded>> {
  say('Writing down the statements of each page ...')
  return recordPages(ground, { port, paths: PAGES, cookie })
}

function floorOf({ dashboard }: Record<string, Recorded>) {
  return { statements: dashboard?.statements ?? [], page: dashboard?.page ?? '' }
}

function factsOf(recorded: Record<string, Recorded>) {
  return Object.fromEntries(
    Object.entries(recorded).map(([name, { statements, page }]) => [
      name,
      { statements: statements.length, bytes: Buffer.byteLength(page) },
    ]),
  )
}

async function warmUp(targets: readonly Target[], { warmUpSeconds }: Extent): Promise<void> {
  say('Warming up ...')
  for (const target of targets) {
    await loadPage(target, warmUpSeconds)
  }
}

async function measureAlone(targets: readonly Target[], { seconds }: Extent): Promise<Record<string, number>> {
  const alone: Record<string, number> = {}
  for (const target of targets) {
    alone[target.name] = (await loadPage(target, seconds, 1)).p50
  }
  return alone
}

/** The floor stands beside the first size; the goals about size concern the app alone. */
async function measureSizes(ground: Ground, targets: readonly Target[], extent: Extent): Promise<SizeMeasured[]> {
  const measured: SizeMeasured[] = []
  for (const families of extent.sizes) {
    say(`Measuring with ${families} families ...`)
    await ground.growTo(families)
    const chosen = measured.length === 0 ? targets : targets.filter(({ name }) => name !== 'floor')
    measured.push({ families, loads: await alternate(chosen, extent.rounds, extent.seconds) })
  }
  return measured
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
