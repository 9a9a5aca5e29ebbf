import { describe, expect, test } from 'vitest'
import { barToRiskPart, isRiskPartClosed, type RiskPart } from '@/lib/domain/risk-part'

describe('the risk part of GIPS 2', () => {
  const notMet: RiskPart = { kind: 'gips2', minimumMet: false, exceptionReason: null }

  test.each<[string, RiskPart, boolean]>([
    ['is closed while the minimum requirements are not met', notMet, true],
    ['is open once they are met', { ...notMet, minimumMet: true }, false],
    ['is open while nothing is recorded', { ...notMet, minimumMet: null }, false],
    ['is open all the same with a reason', { ...notMet, exceptionReason: 'Alle doelen hebben een afspraak.' }, false],
    ['stays closed with a reason of nothing but spaces', { ...notMet, exceptionReason: '  ' }, true],
    ['is no matter of another plan', { ...notMet, kind: 'gips1' }, false],
  ])('%s', (_what, part, expected) => {
    expect(isRiskPartClosed(part)).toBe(expected)
  })

  test.each([
    ['no new safety goal', [], 'Maak eerst nieuwe veiligheidsdoelen, met afspraken.'],
    [
      'one of two without an agreement',
      [
        { text: 'Janna slaapt veilig.', hasAgreement: true },
        { text: 'Niemand slaat.', hasAgreement: false },
      ],
      'Maak eerst een afspraak bij het veiligheidsdoel “Niemand slaat.”',
    ],
    ['an agreement for each', [{ text: 'Janna slaapt veilig.', hasAgreement: true }], null],
  ])('may be opened as an exception with %s: %j', (_what, goals, expected) => {
    expect(barToRiskPart(goals)).toBe(expected)
  })
})
