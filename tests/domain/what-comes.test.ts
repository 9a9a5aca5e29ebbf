import { describe, expect, test } from 'vitest'
import { comingMeeting, whatComes } from '@/lib/domain/what-comes'

const today = '2026-11-27'
const meeting = { kind: 'gips2', ordinal: 1, heldOn: '2026-12-03', part: 'morning' } as const
const lookBacks = { firstOn: '2027-02-01', secondOn: '2027-08-01' }

describe('what lies ahead', () => {
  const state = (familyState: string, more: Partial<Parameters<typeof whatComes>[1]> = {}) => ({
    familyState,
    hasFuturePlan: true,
    lookBacks,
    ...more,
  })

  test.each([
    ['a meeting with its day', meeting, state('active'), 'Volgend overleg: GIPS 2 op 3 december 2026, ochtend'],
    ['nothing planned yet', null, state('active'), 'Volgend overleg: nog niet gepland'],
    ['the intake', { ...meeting, heldOn: null }, state('intake'), 'Volgend overleg: nog niet gepland'],
    [
      'aftercare: two days',
      null,
      state('aftercare'),
      'Samen terugkijken met de casemanager: op 1 februari 2027 en op 1 augustus 2027',
    ],
    [
      'aftercare on the first day itself',
      null,
      state('aftercare', { lookBacks: { firstOn: today, secondOn: '2027-05-27' } }),
      'Samen terugkijken met de casemanager: op 27 november 2026 en op 27 mei 2027',
    ],
    [
      'aftercare after the first',
      null,
      state('aftercare', { lookBacks: { firstOn: '2026-11-26', secondOn: today } }),
      'Samen terugkijken met de casemanager: voor de tweede keer op 27 november 2026',
    ],
    [
      'aftercare after both',
      null,
      state('aftercare', { lookBacks: { firstOn: '2026-05-01', secondOn: '2026-11-26' } }),
      'Samen terugkijken met de casemanager: beide dagen zijn geweest, het dossier kan worden gesloten',
    ],
    [
      'aftercare without days that one may read',
      null,
      state('aftercare', { lookBacks: null }),
      'Nazorg: de vijf overleggen zijn geweest, de casemanager blijft in de buurt',
    ],
    [
      'aftercare, and yet a meeting',
      meeting,
      state('aftercare'),
      'Volgend overleg: GIPS 2 op 3 december 2026, ochtend',
    ],
    [
      'closed at the end of the road',
      null,
      state('closed'),
      'Gesloten: het traject is klaar, er komt geen overleg meer',
    ],
    [
      'ended early, with a meeting that stays in the papers',
      meeting,
      state('closed', { hasFuturePlan: false, lookBacks: null }),
      'Gesloten: het traject stopte voordat alle vijf overleggen er waren, er komt geen overleg meer',
    ],
  ])('in words: %s', (_what, next, given, words) => {
    const { heading, text } = whatComes(next, given, today)
    expect(`${heading}: ${text}`).toBe(words)
  })

  test('in a list of families is the meeting, or that the meetings are over', () => {
    expect(comingMeeting({ ...meeting, part: null }, 'active').text).toBe('GIPS 2 op 3 december 2026')
    expect(comingMeeting(null, 'aftercare').heading).toBe('Nazorg')
  })
})
