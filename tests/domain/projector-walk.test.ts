import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agendaOf } from '@/lib/domain/agendas/registry'
import { PLAN_KINDS } from '@/lib/domain/plan-state'
import { firstQuestion, ProjectorMove, questionCount, stepTo, walkOf } from '@/lib/domain/projector-walk'

const gips1 = walkOf(agendaOf('gips1', 1))
const keys = gips1.map(({ item }) => item.key)
const inside = fc.constantFrom(...keys.slice(1, -1))

describe('the walk of a meeting', () => {
  test('begins with what the children say, then counts the questions of the meeting from 1', () => {
    expect(keys[0]).toBe('children.tell')
    expect(gips1[0]?.number).toBeNull()
    expect(firstQuestion(gips1)?.item.key).toBe('introductions.round')
    expect(gips1.at(-1)?.number).toBe(questionCount(gips1))
  })

  test('leaves out what adults said at home and what comes afterwards', () => {
    for (const kind of PLAN_KINDS) {
      for (const { section } of walkOf(agendaOf(kind, 1))) {
        expect(section.part === 'meeting' || section.part === 'careful' || section.key === 'children').toBe(true)
      }
    }
  })
})

describe('a step', () => {
  test('on and back is no step, anywhere inside the agenda', () => {
    fc.assert(
      fc.property(inside, (key) => {
        expect(stepTo(gips1, stepTo(gips1, key, 'next'), 'previous')).toBe(key)
        expect(stepTo(gips1, stepTo(gips1, key, 'previous'), 'next')).toBe(key)
      }),
    )
  })

  test('never leaves the agenda, however many are made', () => {
    const steps = fc.array(fc.constantFrom('next', 'previous', 'start'), { maxLength: 60 })
    fc.assert(
      fc.property(steps, (made) => {
        const last = made.reduce<string | null>((at, step) => stepTo(gips1, at, step as 'next'), null)
        expect(made.length === 0 ? last === null : keys.includes(String(last))).toBe(true)
      }),
    )
  })

  test.each([
    ['next from the home slide', null, 'next', 'introductions.round'],
    ['previous from the home slide', null, 'previous', 'introductions.round'],
    ['start from anywhere', 'careful.planB', 'start', 'introductions.round'],
    ['next at the end', 'careful.nextMeeting', 'next', 'careful.nextMeeting'],
    ['previous at the beginning', 'children.tell', 'previous', 'children.tell'],
    ['a jump', 'goals.list', { to: 'safety.round' }, 'safety.round'],
    ['a jump to what adults said at home', 'goals.list', { to: 'adults.first' }, null],
    ['a jump to nowhere', 'goals.list', { to: 'x' }, null],
    ['next from an item that is no longer there', 'gone', 'next', 'introductions.round'],
  ] as const)('%s', (_name, from, step, to) => {
    expect(stepTo(gips1, from, step)).toBe(to)
  })
})

test.each(['up', '', null, { to: '' }, { to: 'x'.repeat(121) }, { names: 'full' }, {}])('%j is no move', (move) => {
  expect(ProjectorMove.safeParse({ move }).success).toBe(false)
})
