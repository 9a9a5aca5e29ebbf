/** The parts of Vitest's JSON report that are read. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

/** The parts of Playwright's JSON report that are read. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: { message?: string }[]
  suites: PlaywrightSuite[]
}

interface PlaywrightSuite {
  specs: {
    title: string
    ok: boolean
    file: string
    line: number
    tests: { results: { errors: { message?: string }[] }[] }[]
  }[]
  suites?: PlaywrightSuite[]
}

const ESCAPE = String.fromCharCode(27)
const COLOURS = new RegExp(`${ESCAPE}\\[[0-9;]*m`, 'g')
const KEPT = 1500

/** What failed according to Vitest, a text per test; a file that could not be loaded counts as one. */
export function failedInVitest(report: VitestReport): string[] {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    if (failed.length > 0) {
      return failed.map((test) => told(`${file.name} › ${test.fullName}`, test.failureMessages))
    }
    return file.status === 'failed' ? [told(file.name, [file.message])] : []
  })
}

/** What failed according to Playwright, a text per test, and what went wrong outside every test. */
export function failedInPlaywright(report: PlaywrightReport): string[] {
  const outside = report.errors.map((error) => told('outside the tests', [error.message ?? '']))
  return [...outside, ...report.suites.flatMap(failedSpecs)]
}

function failedSpecs(suite: PlaywrightSuite): string[] {
  const own = suite.specs
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const errors = spec.tests.flatMap((test) => test.results).flatMap((result) => result.errors)
      return told(
        `${spec.file}:${spec.line} › ${spec.title}`,
        errors.map((error) => error.message ?? ''),
      )
    })
  return [...own, ...(suite.suites ?? []).flatMap(failedSpecs)]
}

function told(where: string, reasons: string[]): string {
  return `${where}\n${reasons.join('\n').replace(COLOURS, '').slice(0, KEPT)}`
}
