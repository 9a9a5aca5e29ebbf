import { describe, expect, test } from 'vitest'
import { agendaAbout, baseKey, memberInKey, titleAbout } from '@/lib/domain/agendas/per-person'
import { latestAgenda } from '@/lib/domain/agendas/registry'
import { PLAN_KINDS } from '@/lib/domain/plan-state'

const fenna = { id: 'fenna', name: 'Fenna', isChild: true }
const siem = { id: 'siem', name: 'Siem', isChild: true }
const noor = { id: 'noor', name: 'Noor', isChild: false }
const gips3 = latestAgenda('gips3')
const about = (...subjects: (typeof fenna)[]) => agendaAbout(gips3, subjects)
const titles = (agenda: typeof gips3) => agenda.sections.map(({ title }) => title)
const minutes = (agenda: typeof gips3) => agenda.sections.reduce((sum, section) => sum + section.minutes, 0)

describe('the agenda of one GIPS 3', () => {
  test('has a section at home and one at the table for each person, children before parents', () => {
    expect(titles(about(fenna, noor))).toEqual(
      expect.arrayContaining([
        'Hoe gaat het met Fenna?',
        'Noor: hoe gaat het met u als ouder?',
        'Herstelplan voor Fenna',
        'Herstelplan voor Noor',
      ]),
    )
    const keys = about(noor, fenna).sections.map(({ key }) => key)
    expect(keys.indexOf('childRecovery:fenna')).toBeLessThan(keys.indexOf('parentRecovery:noor'))
  })

  test('asks a carer as a carer, not as a parent', () => {
    const { sections } = about({ ...noor, isCarer: true } as typeof noor)
    const own = sections.filter((section) => section.about)
    expect(own.map(({ title }) => title)).toEqual(['Noor: hoe gaat het met u als verzorger?', 'Herstelplan voor Noor'])
    const words = own.flatMap(({ title, items }) => [title, ...items.map(({ question }) => question)]).join(' ')
    expect(words).toContain('deze verzorger')
    expect(words).not.toMatch(/\bouder\b/)
  })

  test('has keys of its own for each item, and never the same twice', () => {
    const keys = about(fenna, siem, noor).sections.flatMap(({ items }) => items.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('childRecovery.goals:siem')
    expect([baseKey('childRecovery.goals:siem'), memberInKey('childRecovery.goals:siem')]).toEqual([
      'childRecovery.goals',
      'siem',
    ])
    expect([baseKey('start.aim'), memberInKey('start.aim')]).toEqual(['start.aim', null])
  })

  test('asks the developmental checklist as seven points of each child, and of no parent', () => {
    const points = about(fenna, noor).sections.flatMap(({ items }) => items.filter(({ kind }) => kind === 'checklist'))
    expect(points.map(({ key }) => key.split('.').at(-1))).toEqual(
      ['calm', 'comfort', 'emotions', 'selfImage', 'school', 'peers', 'health'].map((key) => `${key}:fenna`),
    )
  })

  test.each([
    ['a parent alone', [noor], 1],
    ['two people', [fenna, noor], 2],
    ['eight children', Array.from({ length: 8 }, (_, index) => ({ ...fenna, id: `child ${index}` })), 8],
  ])('shares the minutes out among %s', (_who, subjects, persons) => {
    const agenda = about(...subjects)
    expect(agenda.sections.filter((section) => section.about && section.part === 'meeting')).toHaveLength(persons)
    expect(minutes(agenda)).toBeLessThanOrEqual(150)
    expect(minutes(agenda)).toBeGreaterThan(150 - persons)
  })

  test('of nobody has no sections per person at all', () => {
    expect(about().sections.some(({ about: whom, forEach }) => whom || forEach)).toBe(false)
  })
})

test('other agendas come back as they are', () => {
  for (const kind of PLAN_KINDS.filter((each) => each !== 'gips3')) {
    expect(agendaAbout(latestAgenda(kind), [fenna])).toBe(latestAgenda(kind))
  }
})

test.each([
  ['Hoe gaat het met dit kind?', 'Hoe gaat het met Fenna?'],
  ['Herstelplan voor deze ouder', 'Herstelplan voor Fenna'],
  ['Herstelplan voor deze verzorger', 'Herstelplan voor Fenna'],
  ['Hoe gaat het met u als ouder?', 'Fenna: hoe gaat het met u als ouder?'],
])('“%s” is called “%s”', (title, expected) => expect(titleAbout(title, 'Fenna')).toBe(expected))
