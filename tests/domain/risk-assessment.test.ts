import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { latestAgenda } from '@/lib/domain/agendas/registry'
import {
  asksRiskAssessment,
  isForTopThree,
  playsAPart,
  type RiskPresence,
  riskName,
  riskPlaces,
  soundMarks,
} from '@/lib/domain/risk-assessment'
import { RISK_GROUPS } from '@/lib/domain/risk-factors'
import { isRiskKey } from '@/lib/domain/risk-forms'

const [fenna, siem] = [
  { id: v7(), name: 'Fenna' },
  { id: v7(), name: 'Siem' },
]

describe('the risk factors', () => {
  test.each([
    ['parent', 8],
    ['interaction', 3],
    ['surroundings', 5],
    ['child', 1],
    ['sexualAbuse', 1],
  ])('of the group %s are %i, each with a name and a guide', (key, count) => {
    const group = RISK_GROUPS.find((each) => each.key === key)
    expect(group?.factors).toHaveLength(count)
    for (const { key: factor, name, guide } of group?.factors ?? []) {
      expect(factor.startsWith(`${key}.`)).toBe(true)
      expect(Math.min(name.length, guide.length)).toBeGreaterThan(10)
    }
  })

  test('are asked once for the family, and the one of the child for each child', () => {
    const places = riskPlaces([fenna, siem])
    expect(places).toHaveLength(19)
    expect(new Set(places.map(({ key }) => key)).size).toBe(19)
    expect(places.filter(({ childId }) => childId !== null).map(({ name }) => name)).toEqual([
      'Wat een kind extra kwetsbaar maakt: Fenna',
      'Wat een kind extra kwetsbaar maakt: Siem',
    ])
    expect(riskPlaces([])).toHaveLength(17)
  })

  test.each([
    ['gips1', false],
    ['gips2', true],
    ['gips3', false],
    ['gips4', false],
    ['gips5', false],
  ] as const)('are all gone through in %s: %s', (kind, expected) => {
    expect(asksRiskAssessment(latestAgenda(kind))).toBe(expected)
  })
})

describe('the key of a risk factor', () => {
  test.each([
    ['of the family', 'parent.violence', true],
    ['of a child', `child.vulnerable:${v7()}`, true],
    ['of a child, without the child', 'child.vulnerable', false],
    ['of a child that is no id', 'child.vulnerable:fenna', false],
    ['of the family with somebody behind it', `parent.violence:${v7()}`, false],
    ['that is the id of a concern', v7(), false],
    ['that nobody knows', 'parent.unknown', false],
    ['that is empty', '', false],
  ])('%s: %j %s', (_what, key, expected) => {
    expect(isRiskKey(key)).toBe(expected)
  })

  test.each([
    ['parent.health', 'Psychische klachten of een ernstige ziekte van een ouder'],
    [`child.vulnerable:${fenna.id}`, 'Wat een kind extra kwetsbaar maakt: Fenna'],
    [`child.vulnerable:${v7()}`, 'Wat een kind extra kwetsbaar maakt'],
    ['Twee gebroken ribben', null],
  ])('%s is called %s', (key, expected) => {
    expect(riskName(key, (id) => (id === fenna.id ? 'Fenna' : null))).toBe(expected)
  })
})

describe('a risk factor', () => {
  const given = { isCrucial: true, isChangeable: true, aboutMemberId: null }
  const cases: [RiskPresence | null, boolean][] = [
    ['present', true],
    ['possible', true],
    ['notPresent', false],
    ['unknown', false],
    [null, false],
  ]

  test.each(cases)('that is %s plays a part: %s, and only then keeps its marks', (presence, expected) => {
    expect(playsAPart(presence)).toBe(expected)
    expect(soundMarks({ ...given, presence })).toEqual({
      presence,
      isCrucial: expected,
      isChangeable: expected,
      aboutMemberId: null,
    })
  })

  test.each([
    ['present', true, true, true],
    ['possible', true, true, true],
    ['present', true, false, false],
    ['present', false, true, false],
    ['unknown', true, true, false],
  ] as const)('%s, crucial %s, changeable %s belongs in a TOP-3: %s', (presence, isCrucial, isChangeable, expected) => {
    expect(isForTopThree({ key: 'parent.health', presence, isCrucial, isChangeable })).toBe(expected)
  })
})
