import { expect, test } from 'vitest'
import type { FramePlan } from '@/lib/domain/dossier'
import { stationDetail } from '@/lib/domain/station-words'

const plan: FramePlan = {
  id: 'p',
  kind: 'gips3',
  ordinal: 1,
  state: 'preparation',
  version: 0,
  heldOn: null,
  part: null,
  isReadable: true,
  staysAtSafety: false,
}

test.each([
  ['nothing yet', undefined, 'nog niet begonnen'],
  ['no day yet', {}, 'in voorbereiding'],
  ['a day to come', { state: 'invited', heldOn: '2026-06-12' }, 'uitnodiging verstuurd, gepland op 12 juni 2026'],
  ['a day that was', { state: 'definitive', heldOn: '2026-06-12' }, 'definitief, 12 juni 2026'],
  [
    'a GIPS 2 that stayed at safety',
    { state: 'definitive', heldOn: '2026-06-12', staysAtSafety: true },
    'definitief, 12 juni 2026, alleen over de veiligheid',
  ],
  [
    'the third time',
    { ordinal: 3, state: 'preparation', heldOn: '2026-06-12' },
    '3e keer: in voorbereiding, gepland op 12 juni 2026',
  ],
] as const)('under a station stands %s', (_what, given, detail) => {
  expect(stationDetail(given && { ...plan, ...given })).toBe(detail)
})
