import { describe, expect, test } from 'vitest'
import { safetyOnDashboard } from '@/lib/domain/dashboard-safety'
import { stationsOf } from '@/lib/domain/dashboard-stations'
import type { DossierFrame, FramePlan } from '@/lib/domain/dossier'
import { currentScore, type SafetyAssessment } from '@/lib/domain/safety'

const plan = (kind: FramePlan['kind'], state: FramePlan['state']): FramePlan => ({
  id: kind,
  kind,
  ordinal: 1,
  state,
  version: state === 'definitive' ? 1 : 0,
  heldOn: null,
  part: null,
  isReadable: state === 'definitive',
  staysAtSafety: false,
})

function held(heldOn: string, janna: number, mother: number, own: number): SafetyAssessment {
  const gave = { scorerId: 'nurse', side: 'professional', situation: null } as const
  return {
    id: heldOn,
    kind: 'meeting',
    planKind: 'gips1',
    label: heldOn.slice(0, 4),
    heldOn,
    closedAt: `${heldOn}T12:00:00Z`,
    assessedMembers: ['janna', 'mother'],
    scores: [
      { ...gave, memberId: 'janna', score: janna },
      { ...gave, memberId: 'mother', score: mother },
      { ...gave, memberId: 'janna', score: own, scorerId: 'mother', side: 'family' },
    ],
  }
}

function frame(given: Partial<DossierFrame>): DossierFrame {
  const assessments = given.assessments ?? []
  return {
    code: 'G-0001',
    familyName: 'Gezin De Wit',
    familyState: 'active',
    viewerName: 'Els',
    hasUnread: false,
    roles: ['professional'],
    memberId: null,
    today: '2026-09-01',
    members: [
      { id: 'janna', firstName: 'Janna', initials: 'J.', kind: 'child' },
      { id: 'mother', firstName: 'Petra', initials: 'P.', kind: 'parent' },
    ],
    plans: [],
    score: currentScore(assessments),
    ...given,
    assessments,
  }
}

describe('the road of five stations', () => {
  const plans = [plan('gips1', 'definitive'), plan('gips2', 'meeting')]

  test.each([
    ['active', ['done definitief', 'current overleg bezig', 'upcoming nog niet begonnen']],
    ['closed', ['done definitief', 'skipped niet afgemaakt', 'skipped niet gehouden']],
  ])('of a dossier that is %s', (familyState, expected) => {
    const seen = stationsOf(frame({ familyState, plans })).map(({ state, detail }) => `${state} ${detail}`)
    expect(seen.slice(0, 3)).toEqual(expected)
    expect(new Set(seen.slice(2)).size).toBe(1)
  })

  test.each([
    ['active', 'current', 'upcoming'],
    ['closed', 'skipped', 'skipped'],
  ])('stands still at a GIPS 2 that stayed at safety, in a dossier that is %s', (familyState, second, third) => {
    const stayed = [plan('gips1', 'definitive'), { ...plan('gips2', 'definitive'), staysAtSafety: true }]
    const seen = stationsOf(frame({ familyState, plans: stayed }))
    expect(seen.slice(0, 3).map(({ state }) => state)).toEqual(['done', second, third])
    expect(seen[1]?.detail).toBe('definitief, alleen over de veiligheid')
    const again = { ...plan('gips2', 'definitive'), ordinal: 2 }
    expect(stationsOf(frame({ familyState, plans: [...stayed, again] }))[1]?.state).toBe('done')
  })

  test('leads to a plan that one may read, else to its agenda', () => {
    expect(stationsOf(frame({ plans })).map(({ path }) => path)).toEqual([
      '/plannen/gips-1',
      '/plannen/gips-2/agenda',
      '/plannen/gips-3/agenda',
      '/plannen/gips-4/agenda',
      '/plannen/gips-5/agenda',
    ])
  })
})

describe('safety on the dashboard', () => {
  const assessments = [held('2026-03-01', 6, 3, 5), held('2026-08-01', 7, 6.5, 8)]

  test('names the course of each member, and who is lowest now', () => {
    expect(safetyOnDashboard(frame({ assessments })).courses.map(({ text }) => text)).toEqual([
      'Janna: van 6,0 (2026) naar 7,0 (2026), 1,0 hoger dan de vorige keer',
      'Petra: van 3,0 (2026) naar 6,5 (2026), 3,5 hoger dan de vorige keer, nu het laagst',
    ])
  })

  test.each<[string, Partial<DossierFrame>, string | null]>([
    ['before the first score', {}, null],
    [
      'that is not stable yet',
      { assessments },
      'Het is nog niet stabiel veilig. Nodig: nog twee keer iedereen een 7 of hoger, met hoogstens een half jaar ertussen.',
    ],
    [
      'that is stable',
      { assessments: [held('2026-03-01', 7, 7, 7), held('2026-08-01', 8, 8, 8)] },
      'Het is stabiel veilig.',
    ],
    [
      'of a closed dossier that was',
      { familyState: 'closed', assessments: [held('2026-03-01', 7, 7, 7), held('2026-08-01', 8, 8, 8)] },
      'Bij het sluiten was het stabiel veilig.',
    ],
    [
      'of a closed dossier that was not',
      { familyState: 'closed', assessments },
      'Bij het sluiten was het niet stabiel veilig.',
    ],
    [
      'of which a family account sees a part',
      { roles: ['family'], assessments: [held('2026-08-01', 8, 8, 8)] },
      'U ziet hier niet alle cijfers. Vraag de casusregisseur of het stabiel veilig is.',
    ],
  ])('says whether it is stable: %s', (_what, given, words) => {
    expect(safetyOnDashboard(frame(given)).stability).toBe(words)
  })
})
