import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agendaWithout, itemsToLeaveOut } from '@/lib/domain/agendas/left-out'
import { agendaOfPlan, findItem, latestAgenda } from '@/lib/domain/agendas/registry'
import { PLAN_KINDS } from '@/lib/domain/plan-state'
import { walkOf } from '@/lib/domain/projector-walk'

const keysOf = (agenda: ReturnType<typeof latestAgenda>) =>
  agenda.sections.flatMap(({ items }) => items.map(({ key }) => key))
const RULED = [
  'safetyRound',
  'minimumRequirements',
  'topThree',
  'topThreeChoices',
  'goals',
  'agreements',
  'nextMeeting',
]

test.each([
  ['gips1', ['support.network']],
  ['gips2', []],
  ['gips3', ['support.network']],
  ['gips4', ['support.network', 'evaluation.remaining', 'riskAfterwards.factors']],
  [
    'gips5',
    [
      'support.network',
      'table.rules',
      'table.relapsePlans',
      'table.help',
      'table.confidants',
      'table.mattersMost',
      'table.place',
    ],
  ],
] as const)('of %s a region may leave out exactly %j', (kind, keys) => {
  expect(itemsToLeaveOut(latestAgenda(kind)).map(({ key }) => key)).toEqual(keys)
})

describe.each(PLAN_KINDS.map((kind) => [kind, latestAgenda(kind)] as const))('the agenda of %s', (_kind, agenda) => {
  const choices = itemsToLeaveOut(agenda)

  test('lets go nothing that must be answered, and nothing that the rules of a plan look at', () => {
    expect(choices.filter(({ required, kind }) => required || RULED.includes(kind))).toEqual([])
  })

  test('without all that may go still fills its 150 minutes, and leaves no part of the meeting empty', () => {
    const shortest = agendaWithout(
      agenda,
      choices.map(({ key }) => key),
    )
    expect(shortest.sections.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(150)
    expect(shortest.sections.filter(({ items }) => items.length === 0)).toEqual([])
    const atTheTable = (each: typeof agenda) => each.sections.filter(({ minutes }) => minutes > 0).map(({ key }) => key)
    expect(atTheTable(shortest)).toEqual(atTheTable(agenda))
  })

  test('loses, whatever keys are named, only what may be left out', () => {
    const named = fc.uniqueArray(fc.constantFrom(...keysOf(agenda), 'support.nothing', ''))
    fc.assert(
      fc.property(named, (leftOut) => {
        const lost = keysOf(agenda).filter((key) => !keysOf(agendaWithout(agenda, leftOut)).includes(key))
        expect(lost).toEqual(choices.map(({ key }) => key).filter((key) => leftOut.includes(key)))
      }),
    )
  })

  test('comes back as it is when nothing goes', () => {
    expect(agendaWithout(agenda, ['start.aim', 'x'])).toBe(agenda)
  })
})

test('what is left out of a plan’s agenda is no stop of the projector and no question to look up', () => {
  const plan = { kind: 'gips5', agendaVersion: 1, leftOut: ['table.place'] } as const
  const agenda = agendaOfPlan(plan)
  const stops = (each: typeof agenda) => walkOf(each).map(({ item }) => item.key)
  expect(stops(latestAgenda('gips5'))).toContain('table.place')
  expect(stops(agenda)).not.toContain('table.place')
  expect(findItem(agenda, 'table.place')).toBeNull()
})

test('a part of which nothing is left goes with its last question', () => {
  const agenda = agendaOfPlan({ kind: 'gips4', agendaVersion: 1, leftOut: ['riskAfterwards.factors'] })
  expect(agenda.sections.map(({ key }) => key)).not.toContain('riskAfterwards')
})
