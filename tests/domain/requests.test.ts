import { describe, expect, test } from 'vitest'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type AskedInDossier, requestsOf } from '@/lib/domain/requests'

const today: PlainDate = '2026-03-12'
const SIGNAL = '0190a000-0000-7000-8000-000000000001'

const nothing: AskedInDossier = {
  agreements: [],
  tasks: [],
  signals: [],
  views: [],
  assessments: [],
  ratings: [],
  responses: [],
}
const once = (dueOn: PlainDate | null, settledFor: PlainDate | null = null) => ({
  dueOn,
  rhythm: 'once' as const,
  rhythmUntil: null,
  settledFor,
})
const seat = {
  kind: 'gips2',
  ordinal: 1,
  agendaVersion: 1,
  role: 'professional',
  hasDraft: false,
  hasScored: false,
} as const

const asked = (given: Partial<AskedInDossier>) =>
  requestsOf([{ code: 'G-0001', asked: { ...nothing, ...given } }], today).map(({ text, href }) => [text, href])

describe('what is asked of somebody', () => {
  test('is nothing where nothing is open', () => {
    expect(asked({})).toEqual([])
  })

  test.each<[string, Partial<AskedInDossier>, string[][]]>([
    [
      'a signal nobody saw',
      { signals: [SIGNAL] },
      [['Een signaal dat nog niemand zag.', `/gezinnen/G-0001/signalen/${SIGNAL}`]],
    ],
    [
      'a view on a signal',
      { views: [SIGNAL] },
      [['Er is gevraagd wat u van een signaal vindt.', `/gezinnen/G-0001/signalen/${SIGNAL}`]],
    ],
    [
      'an extra assessment with a day',
      { assessments: [{ id: SIGNAL, deadline: '2026-03-14' }] },
      [
        [
          'Geef uiterlijk 14 maart 2026 antwoord op een vraag om uw inschatting.',
          `/gezinnen/G-0001/inschatting/${SIGNAL}`,
        ],
      ],
    ],
    [
      'one without',
      { assessments: [{ id: SIGNAL, deadline: null }] },
      [['Geef antwoord op een vraag om uw inschatting.', `/gezinnen/G-0001/inschatting/${SIGNAL}`]],
    ],
    [
      'scores in a meeting',
      { tasks: [{ ...seat, state: 'meeting' }] },
      [['GIPS 2 is bezig. Geef uw veiligheidscijfers.', '/gezinnen/G-0001/plannen/gips-2/inbreng']],
    ],
    ['scores that were given', { tasks: [{ ...seat, state: 'meeting', hasScored: true }] }, []],
    [
      'a TOP-3 before it',
      { tasks: [{ ...seat, state: 'invited' }] },
      [['Bereid uw TOP-3 voor GIPS 2 voor.', '/gezinnen/G-0001/plannen/gips-2/inbreng']],
    ],
    [
      'a rating',
      { ratings: [{ kind: 'gips3', ordinal: 2 }] },
      [['Hoe vond u GIPS 3 (2)? Kijk even terug.', '/gezinnen/G-0001/plannen/gips-3-2/terugblik']],
    ],
    [
      'the responses to a provisional plan',
      { responses: [{ kind: 'gips1', ordinal: 1 }] },
      [
        [
          'GIPS 1 is voorlopig. Bespreek het met het gezin en schrijf op wat ieder vindt.',
          '/gezinnen/G-0001/plannen/gips-1#responses.all',
        ],
      ],
    ],
  ])('tells of %s', (_what, given, expected) => {
    expect(asked(given)).toEqual(expected)
  })

  test.each<[PlainDate | null, PlainDate | null, string[]]>([
    ['2026-03-11', null, ['Eén afspraak van u is te laat.']],
    ['2026-03-12', null, ['Eén afspraak van u is vandaag of binnenkort aan de beurt.']],
    ['2026-03-15', null, ['Eén afspraak van u is vandaag of binnenkort aan de beurt.']],
    ['2026-03-16', null, []],
    ['2026-03-11', '2026-03-11', []],
    [null, null, []],
  ])('tells of an agreement for %s, done for %s: %j', (dueOn, settledFor, expected) => {
    expect(asked({ agreements: [once(dueOn, settledFor)] }).map(([text]) => text)).toEqual(expected)
  })

  test('has one line for all agreements that are late and one for those that come', () => {
    const agreements = ['2026-03-01', '2026-03-02', '2026-03-12', '2026-03-13'].map((day) => once(day))
    expect(asked({ agreements })).toEqual([
      ['2 afspraken van u zijn te laat.', '/mijn-afspraken'],
      ['2 afspraken van u zijn vandaag of binnenkort aan de beurt.', '/mijn-afspraken'],
    ])
  })

  test('begins with what presses most, whatever dossier it is in', () => {
    const dossiers = [
      { code: 'G-0001', asked: { ...nothing, ratings: [{ kind: 'gips1' as const, ordinal: 1 }] } },
      { code: 'G-0002', asked: { ...nothing, agreements: [once('2026-03-01')] } },
      { code: 'G-0003', asked: { ...nothing, signals: [SIGNAL] } },
    ]
    const found = requestsOf(dossiers, today)
    expect(found.map(({ code }) => code)).toEqual(['G-0003', 'G-0002', 'G-0001'])
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
  })
})
