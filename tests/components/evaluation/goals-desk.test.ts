import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GoalsDesk } from '@/components/evaluation/goals-desk'
import { joined } from '@/components/evaluation/use-goals'
import type { GoalsToCome } from '@/lib/domain/carried-views'

const URL = '/api/percentages'
const FAILS = 'no connection'
/** Readings of the page. */
const [one, three, two] = [{}, {}, {}]
const goal = (id: string) => ({
  id,
  kind: 'risk' as const,
  text: `Doel ${id}`,
  meeting: 'GIPS 2',
  about: null,
  aboutMemberId: null,
  earlier: [],
  verdict: { isGoodEnough: null, reason: '', closes: false, version: 0 },
})
const telling = (percent: string): GoalsToCome => ({
  givers: ['noor', 'joris'],
  goals: [{ ...goal('a'), given: [[percent, 'Vaak wel.', 1], 0] }],
})

/** Answers each request when the test says so. */
let answers: ((with_: GoalsToCome | typeof FAILS | number) => void)[]
let desk: GoalsDesk

beforeEach(() => {
  answers = []
  desk = new GoalsDesk()
  vi.stubGlobal('fetch', () => {
    return new Promise<Response>((answer, fail) => {
      answers.push((given) => {
        if (given === FAILS) fail(new TypeError(FAILS))
        else answer(typeof given === 'number' ? new Response('', { status: given }) : Response.json(given))
      })
    })
  })
})
afterEach(() => vi.unstubAllGlobals())

/** Answers the last request and waits until the desk has told of it. */
async function answer(given: GoalsToCome | typeof FAILS | number): Promise<void> {
  const told = new Promise<void>((done) => {
    const stop = desk.subscribe(() => {
      stop()
      done()
    })
  })
  answers.at(-1)?.(given)
  await told
}

describe('the goals that come after the page', () => {
  test('are unfolded to what each person gave, and nothing for who gave none', async () => {
    desk.ask(URL, one)
    expect(desk.at(URL)).toEqual({ goals: [], state: 'coming' })
    await answer(telling('40'))
    expect(desk.at(URL)).toEqual({
      goals: [{ ...goal('a'), given: { noor: { percent: '40', remark: 'Vaak wel.', version: 1 } } }],
      state: 'here',
    })
  })

  test('are asked for one at a time, once more when something newer was wanted meanwhile, and stay until it has come', async () => {
    desk.ask(URL, one)
    desk.ask(URL, two)
    desk.ask(URL, three)
    expect(answers).toHaveLength(1)
    await answer(telling('40'))
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    expect(desk.at(URL)).toMatchObject({ goals: [{ given: { noor: { percent: '40' } } }] })
    await answer(telling('60'))
    expect(desk.at(URL)).toMatchObject({ goals: [{ given: { noor: { percent: '60' } } }], state: 'here' })
    expect(answers).toHaveLength(2)
  })

  test.each([FAILS, 404, 500] as const)(
    'that could not be brought (%s) leave what stood there, and are asked for again',
    async (failure) => {
      desk.ask(URL, one)
      await answer(telling('40'))
      desk.retry(URL)
      expect(answers).toHaveLength(1)
      desk.ask(URL, two)
      await answer(failure)
      expect(desk.at(URL)).toMatchObject({ goals: [{ id: 'a' }], state: 'failed' })
      desk.retry(URL)
      expect(desk.at(URL)).toMatchObject({ goals: [{ id: 'a' }], state: 'coming' })
      await answer(telling('60'))
      expect(desk.at(URL)).toMatchObject({ goals: [{ given: { noor: { percent: '60' } } }], state: 'here' })
    },
  )

  test('stay the same objects when nothing changed between two readings of the page', async () => {
    desk.ask(URL, one)
    await answer(telling('40'))
    const { goals } = desk.at(URL)
    desk.ask(URL, two)
    await answer(telling('40'))
    expect(desk.at(URL).goals).toBe(goals)
    desk.ask(URL, three)
    await answer(telling('60'))
    expect(desk.at(URL).goals).not.toBe(goals)
  })

  test('are forgotten with their page, also those still under way', async () => {
    desk.ask(URL, one)
    desk.letGo(URL)
    answers.at(-1)?.(telling('40'))
    desk.ask('/api/other', one)
    await answer(telling('10'))
    expect(desk.at(URL)).toEqual({ goals: [], state: 'coming' })
    desk.ask(URL, two)
    await answer(telling('40'))
    expect(desk.at(URL)).toMatchObject({ goals: [{ id: 'a' }], state: 'here' })
  })

  test('stand once when one of them moved to the page', () => {
    const here = [{ ...goal('a'), given: {} }]
    const rest = [
      { ...goal('a'), given: {} },
      { ...goal('b'), given: {} },
    ]
    expect(joined(here, rest).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
