import { describe, expect, it } from 'vitest'
import { failedInPlaywright, failedInVitest } from '@/scripts/test/reports'

const RED = `${String.fromCharCode(27)}[31m`

describe('what failed, told once more at the end', () => {
  it('names a failed test with its file and its reason, without colours', () => {
    const failures = failedInVitest({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        {
          name: 'tests/domain/goals.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { fullName: 'goals count', status: 'passed', failureMessages: [] },
            { fullName: 'goals close', status: 'failed', failureMessages: [`${RED}expected 1 to be 2`] },
          ],
        },
      ],
    })
    expect(failures).toEqual(['tests/domain/goals.test.ts › goals close\nexpected 1 to be 2'])
  })

  it('names a file that could not be loaded', () => {
    const testResults = [{ name: 'a.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] }]
    expect(failedInVitest({ numPassedTests: 0, numFailedTests: 0, testResults })).toEqual([
      'a.test.ts\nCannot find module',
    ])
  })

  it('finds a failed walk however deep it stands, and what failed outside every walk', () => {
    const spec = { title: 'logs in', file: 'login.spec.ts', line: 14 }
    const failures = failedInPlaywright({
      stats: { expected: 1, unexpected: 1, flaky: 0 },
      errors: [{ message: 'The server did not start.' }],
      suites: [
        {
          specs: [{ ...spec, ok: true, tests: [{ results: [{ errors: [] }] }] }],
          suites: [{ specs: [{ ...spec, ok: false, tests: [{ results: [{ errors: [{ message: 'Too late.' }] }] }] }] }],
        },
      ],
    })
    expect(failures).toEqual(['outside the tests\nThe server did not start.', 'login.spec.ts:14 › logs in\nToo late.'])
  })
})
