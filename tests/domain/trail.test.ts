import { describe, expect, test } from 'vitest'
import { readTrail, type TrailLine, type TrailNames, trailSentence, trailWho } from '@/lib/domain/trail'
import { TRAIL_PHRASES } from '@/lib/domain/trail-words'
import { RIGHTS } from '@/lib/policy'

const names: TrailNames = {
  plans: [
    { kind: 'gips1', ordinal: 1 },
    { kind: 'gips3', ordinal: 2 },
  ],
  members: [{ id: '0198c2a0-0000-7000-8000-000000000001', firstName: 'Janna' }],
}
const clock = {
  dayOf: (at: Date) => at.toISOString().slice(0, 10),
  timeOf: (at: Date) => at.toISOString().slice(11, 16),
}
const line: TrailLine = {
  id: '1',
  at: new Date('2026-03-03T14:32:00Z'),
  who: 'Anja Smit',
  organisation: 'De Brug',
  roles: ['caseDirector'],
  kind: 'read',
  right: 'dossier.read',
  subject: 'dashboard',
}

describe('what a line says', () => {
  test.each(Object.keys(RIGHTS))('%s has a sentence for reading, changing and being refused', (right) => {
    for (const kind of ['read', 'change', 'refusal']) {
      const sentence = trailSentence({ kind, right, subject: null }, names)
      expect(sentence).not.toMatch(/[{}]|undefined|in het dossier$|opende het dossier/)
      expect(sentence.startsWith('wilde ')).toBe(kind === 'refusal')
      expect(sentence).toMatch(/^[a-z].*[a-zé]$/i)
    }
  })

  test.each([
    ['comparison gips-1 gips-3-2', 'legde GIPS 1 en GIPS 3 (2) naast elkaar'],
    ['comparison gips-1 gips-5', 'legde GIPS 1 naast een ander plan'],
    ['comparison gips-4 gips-5', 'legde twee plannen naast elkaar'],
    ['comparison', 'bekeek de lijst met plannen'],
  ])('who reads %s: names the plans that the reader of the trail may know of', (subject, sentence) => {
    expect(trailSentence({ kind: 'read', right: 'plans.read', subject }, names)).toBe(sentence)
  })

  test('no two rights say the same', () => {
    const sentences = Object.values(TRAIL_PHRASES).map(({ wish }) => wish)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  test.each([
    ['plan.read', 'gips-1', 'las GIPS 1'],
    ['plan.read', 'gips-3-2', 'las GIPS 3 (2)'],
    ['plan.read', 'gips-2', 'las een plan'],
    ['plan.adopt', 'plan gips1', 'bekeek of GIPS 1 definitief kan worden'],
    ['meeting.read', 'answer worries gips-1', 'bekeek het verslag van GIPS 1'],
    ['members.read', '0198c2a0-0000-7000-8000-000000000001', 'bekeek de gegevens van Janna'],
    ['members.read', '0198c2a0-0000-7000-8000-000000000002', 'bekeek de gegevens van gezinsleden'],
    ['members.read', null, 'bekeek de gegevens van gezinsleden'],
    ['members.read', 'member 0198c2a0-0000-7000-8000-000000000001 photo', 'zag de foto van Janna'],
    ['members.read', 'member 0198c2a0-0000-7000-8000-000000000002 photo', 'zag de foto van een gezinslid'],
    ['team.read', 'team 0198c2a0-0000-7000-8000-000000000004 photo', 'zag foto’s van het team'],
    ['documents.read', 'documents', 'bekeek de documenten'],
    ['documents.read', 'document 0198c2a0-0000-7000-8000-000000000003 file', 'downloadde een bestand'],
  ])('%s of %s: %s', (right, subject, sentence) => {
    expect(trailSentence({ kind: 'read', right, subject }, names)).toBe(sentence)
  })

  test('a right that no longer exists still has its line', () => {
    expect(trailSentence({ kind: 'read', right: 'old.right', subject: null }, names)).toBe('opende het dossier')
    expect(trailSentence({ kind: 'change', right: 'toString', subject: null }, names)).toBe(
      'wijzigde iets in het dossier',
    )
  })
})

test.each([
  ['Anja Smit', ['caseDirector'], 'De Brug', 'Anja Smit (casusregisseur)'],
  ['Anja Smit', [], null, 'Anja Smit (zonder toegang)'],
  [null, ['professional', 'noteTaker'], 'De Brug', 'Een professional, notulist van De Brug'],
  [null, ['family'], null, 'Een gezinslid'],
  [null, [], null, 'Iemand zonder toegang'],
] as const)('who %s with %j of %s is: %s', (who, roles, organisation, expected) => {
  expect(trailWho({ ...line, who, roles, organisation })).toBe(expected)
})

test('what the region did says so, for the case director with a name and for the family without', () => {
  const ofRegion = { ...line, roles: [], organisation: null, right: 'region.register', kind: 'change' }
  expect(trailWho({ ...ofRegion, who: 'Els Nieuwland' })).toBe('Els Nieuwland (regiocoördinator)')
  expect(trailWho({ ...ofRegion, who: null })).toBe('Een regiocoördinator')
  expect(trailWho({ ...ofRegion, who: null, kind: 'refusal' })).toBe('Iemand zonder toegang')
})

describe('reading the trail', () => {
  test('puts equal lines of one day together and keeps days apart, the newest first', () => {
    const earlier = { ...line, at: new Date('2026-03-03T09:00:00Z') }
    const dayBefore = { ...line, at: new Date('2026-03-02T23:00:00Z') }
    const other = { ...line, at: new Date('2026-03-03T10:00:00Z'), right: 'safety.read' }
    expect(readTrail([line, other, earlier, dayBefore], names, clock)).toMatchObject([
      {
        day: '2026-03-03',
        entries: [
          { sentence: 'bekeek het overzicht', time: '14:32', times: 2 },
          { sentence: 'bekeek de veiligheidscijfers', time: '10:00', times: 1 },
        ],
      },
      { day: '2026-03-02', entries: [{ times: 1 }] },
    ])
  })

  test('keeps the line of a change that came to nothing', () => {
    const entrance = { ...line, kind: 'change', right: 'plan.adopt', subject: 'plan.adopt' }
    const adopted = { ...entrance, at: new Date(line.at.getTime() + 20), subject: 'plan gips1' }
    const sentences = (lines: TrailLine[]) =>
      readTrail(lines, names, clock).flatMap(({ entries }) => entries.map(({ sentence }) => sentence))
    expect(sentences([adopted, entrance])).toEqual(['maakte GIPS 1 definitief'])
    expect(sentences([entrance])).toEqual(['maakte een plan definitief'])
    expect(sentences([{ ...adopted, who: 'Iemand anders' }, entrance])).toHaveLength(2)
  })
})
