import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildIfChanged } from '@/scripts/start/production-build'
import { bringInBrowser } from '@/scripts/test/browser'
import { failedInPlaywright, failedInVitest, type PlaywrightReport, type VitestReport } from '@/scripts/test/reports'

interface Tally {
  passed: number
  failed: number
  /** What failed and why, told once more at the end: a long log is often kept only in part. */
  failures?: string[]
}

const BIN = 'node_modules'
const VITEST_RESULT = '.test/vitest.json'
const PLAYWRIGHT_RESULT = '.test/playwright.json'

const total = { passed: 0, failed: 0, failures: [] as string[] }
const running = new Set<ChildProcess>()

for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.on(event, () => {
    const ends = [...running].map((child) => once(child, 'exit'))
    for (const child of running) {
      child.kill('SIGTERM')
    }
    Promise.all(ends).finally(() => process.exit(1))
    setTimeout(() => process.exit(1), 20_000).unref()
  })
}

mkdirSync('.test', { recursive: true })
// It comes over the network; what needs no browser goes on beside it.
const browser = part('browser', async () => {
  process.env.CHROMIUM_PATH = await bringInBrowser()
  return 1
})
// Checking and building alone would leave a processor idle.
const [built] = await Promise.all([checkAndBuild(), part('unit and integration', () => vitest())])
if ((await browser) && built) {
  await part('end to end', () => playwright())
}
for (const failure of total.failures) {
  console.log(`\nFAILED ${failure}`)
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

async function checkAndBuild(): Promise<boolean> {
  await part('format and lint', () => program([`${BIN}/@biomejs/biome/bin/biome`, 'check', '--error-on-warnings']))
  await part('types', async () => {
    await program([`${BIN}/next/dist/bin/next`, 'typegen'])
    return program([`${BIN}/typescript/bin/tsc`, '--noEmit'])
  })
  return part('production build', async () => Number((await buildIfChanged()) || true))
}

/** Runs one part and adds what it says to the total; a part that throws is one failure. Returns whether all went well. */
async function part(name: string, work: () => Promise<number | Tally>): Promise<boolean> {
  console.log(`\n== ${name}`)
  const began = Date.now()
  let tally: Tally
  try {
    const result = await work()
    tally = typeof result === 'number' ? { passed: result, failed: 0 } : result
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(reason)
    tally = { passed: 0, failed: 1, failures: [reason] }
  }
  total.passed += tally.passed
  total.failed += tally.failed
  total.failures.push(...(tally.failures ?? []).map((failure) => `${name}: ${failure}`))
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`-- ${name}: ${tally.failed === 0 ? 'good' : 'FAILED'} (${seconds} s)`)
  return tally.failed === 0
}

/** Runs a program with this Node and counts as one; throws when it fails. */
async function program(args: string[], extra: Record<string, string> = {}): Promise<number> {
  const code = await run(args, extra)
  if (code !== 0) {
    throw new Error(`${args[0]} ended with code ${code}`)
  }
  return 1
}

async function run(args: string[], extra: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...extra } })
  running.add(child)
  const [code] = await once(child, 'exit')
  running.delete(child)
  return code ?? 1
}

async function vitest(): Promise<Tally> {
  rmSync(VITEST_RESULT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_RESULT}`]
  const code = await run([`${BIN}/vitest/vitest.mjs`, 'run', ...reporters], {})
  const result = readJson<VitestReport>(VITEST_RESULT)
  return atLeastOneFailure(code, {
    passed: result?.numPassedTests ?? 0,
    failed: result?.numFailedTests ?? 0,
    failures: result ? failedInVitest(result) : [],
  })
}

async function playwright(): Promise<Tally> {
  rmSync(PLAYWRIGHT_RESULT, { force: true })
  const code = await run([`${BIN}/@playwright/test/cli.js`, 'test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_RESULT })
  const result = readJson<PlaywrightReport>(PLAYWRIGHT_RESULT)
  const { expected = 0, unexpected = 0, flaky = 0 } = result?.stats ?? {}
  return atLeastOneFailure(code, {
    passed: expected,
    failed: unexpected + flaky,
    failures: result ? failedInPlaywright(result) : [],
  })
}

/** A program can fail outside its tests, for instance while it sets up. */
function atLeastOneFailure(code: number, tally: Tally): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function readJson<T>(path: string): T | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null
}
