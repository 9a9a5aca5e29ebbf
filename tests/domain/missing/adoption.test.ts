import { describe, expect, test } from 'vitest'
import type { PlanSnapshot } from '@/lib/domain/missing/snapshot'
import { completeSnapshot, father, janna, mother, sentences } from './snapshots'

describe('before the plan becomes definitive', () => {
  const complete = completeSnapshot('gips1', { state: 'provisional' })
  const adoption = (more: Partial<PlanSnapshot>) => sentences({ ...complete, ...more }, 'definitive')
  const fathers = (more: object) => ({
    responses: complete.responses.map((each) => (each.responderId === 'father' ? { ...each, ...more } : each)),
  })

  test.each<[string, Partial<PlanSnapshot>, string]>([
    [
      'the response of each parent',
      { responses: complete.responses.slice(0, 1) },
      'Vul in wat Daan van het plan vindt, of waarom dat niet gevraagd kon worden.',
    ],
    ['a parent’s own words', fathers({ words: '' }), 'Schrijf op wat Daan over het plan zegt, in eigen woorden.'],
    [
      'why a parent was not reached',
      fathers({ response: 'notReached', words: ' ' }),
      'Schrijf op waarom Daan niet is bereikt of niets is gevraagd.',
    ],
    [
      'why a parent was not asked',
      fathers({ response: 'notAsked', words: '' }),
      'Schrijf op waarom Daan niet is bereikt of niets is gevraagd.',
    ],
    [
      'the response of a child that was asked',
      { askedForResponse: ['janna'] },
      'Vul in wat Janna van het plan vindt, of waarom dat niet gevraagd kon worden.',
    ],
    [
      'the response of an aunt who was asked',
      { askedForResponse: ['aunt'] },
      'Vul in wat Tante Els van het plan vindt, of waarom dat niet gevraagd kon worden.',
    ],
    [
      'a decision on a proposal',
      { proposals: complete.proposals.map((each) => ({ ...each, decision: null })) },
      'Neem een besluit over het voorstel van Daan.',
    ],
    [
      'the reason of a decision',
      { proposals: complete.proposals.map((each) => ({ ...each, reason: '' })) },
      'Leg uit waarom u dit besluit nam over het voorstel van Daan.',
    ],
    [
      'the plan seen as the family sees it',
      { familyAccounts: [{ id: 'account', name: 'Mirthe', wasViewed: false }] },
      'Bekijk het plan zoals Mirthe het gaat zien, en bevestig dat het zo goed is.',
    ],
    [
      'a confidant for each child',
      { members: [{ ...janna, hasConfidant: false }, mother, father] },
      'Wie is de vertrouwenspersoon van Janna? Is er nog niemand: schrijf op waarom.',
    ],
  ])('it needs %s', (_what, more, sentence) => expect(adoption(more)).toEqual([`bar: ${sentence}`]))

  test.each<[string, Partial<PlanSnapshot>]>([
    ['a refusal in the parent’s words', fathers({ response: 'refuse', words: 'Ik doe niet mee.' })],
    [
      'a reason why a parent was not asked, for safety',
      fathers({ response: 'notAsked', words: 'Hij mag het adres niet weten.' }),
    ],
    ['no family account', { familyAccounts: [] }],
    ['no proposals', { proposals: [] }],
    [
      'a reason for no confidant',
      {
        members: [{ ...janna, hasConfidant: false, noConfidantReason: 'Baby, tante wordt gevraagd.' }, mother, father],
      },
    ],
  ])('it is content with %s', (_what, more) => expect(adoption(more)).toEqual([]))

  test('a confidant is demanded at GIPS 1 only', () => {
    const members = [{ ...janna, hasConfidant: false }, mother, father]
    expect(sentences(completeSnapshot('gips2', { state: 'provisional', members }), 'definitive')).toEqual([])
  })
})
