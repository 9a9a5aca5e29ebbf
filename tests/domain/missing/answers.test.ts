import { describe, expect, test } from 'vitest'
import type { PlanSnapshot, SnapshotAnswer } from '@/lib/domain/missing/snapshot'
import { whatIsMissing } from '@/lib/domain/plan-missing'
import { completeSnapshot, sentences, TODAY } from './snapshots'

const complete = completeSnapshot('gips1', { state: 'meeting' })
const lacks = (more: Partial<PlanSnapshot>) => sentences({ ...complete, ...more }, 'provisional')

describe('the answers after the meeting', () => {
  const answers = (change: (answer: SnapshotAnswer) => SnapshotAnswer[]) => ({
    answers: complete.answers.flatMap(change),
  })
  const lacking = (itemKey: string, respondentId: string | null = null) =>
    answers((each) => (each.itemKey === itemKey && each.respondentId === respondentId ? [] : [each]))
  const changed = (itemKey: string, more: Partial<SnapshotAnswer>) =>
    answers((each) => [each.itemKey === itemKey ? { ...each, ...more } : each])

  test('every required item of the agenda is demanded, and only those', () => {
    const missing = whatIsMissing({ ...complete, answers: [] }, 'provisional', TODAY)
    const asked = new Set(missing.map(({ anchor }) => anchor.itemKey))
    const demanded = complete.agenda.sections
      .filter(({ part }) => part !== 'after')
      .flatMap(({ items }) => items)
      .filter(({ kind, required }) => required && ['text', 'applies', 'nextMeeting'].includes(kind))
    expect([...asked].sort()).toEqual(demanded.map(({ key }) => key).sort())
  })

  test.each([
    [
      'a child’s answer',
      lacking('children.needs', 'janna'),
      'Nog geen antwoord van Janna: “Wat heb jij nodig om je fijn en veilig te voelen?”',
    ],
    [
      'an adult’s answer',
      lacking('adults.first', 'father'),
      'Nog geen antwoord van Daan: “Wat moet er volgens u het eerst gebeuren?”',
    ],
    [
      'a blank answer',
      changed('goals.notMet', { text: ' \n' }),
      'Nog geen antwoord: “Wat volgt er als een bodemeis niet gehaald wordt?”',
    ],
    ['the next meeting', lacking('careful.nextMeeting'), 'Nog geen antwoord: “Wanneer zien we elkaar weer?”'],
    [
      'a careful question',
      lacking('careful.practicalHelp'),
      'Geef aan of dit van toepassing is: “Wat geeft het gezin nu lucht? Denk aan oppas, geld, vervoer, koken of een klus in huis.”',
    ],
    [
      'a careful question worked out',
      changed('careful.practicalHelp', { applies: true }),
      'Dit is van toepassing, werk het uit: “Wat geeft het gezin nu lucht? Denk aan oppas, geld, vervoer, koken of een klus in huis.”',
    ],
    [
      'the inventory',
      { concerns: [] },
      `Nog niets opgeschreven bij: “Stel dat er thuis niets verandert: waar bent u dan het meest bang voor, en wat doet dat met de kinderen?”`,
    ],
    [
      'an own TOP-3',
      { topThreeChoices: [{ participantId: 'nurse', aboutMemberId: null }] },
      'Joris heeft nog geen eigen TOP-3 gegeven.',
    ],
    ['the reported concerns', { reportedConcerns: [] }, 'Zet de zorgen uit de melding in de voorbereiding.'],
    [
      'a reaction to a reported concern',
      { reportedConcerns: [{ id: 'ribs', text: 'x', answeredBy: ['mother'] }] },
      'Daan heeft nog niet gezegd hoe het zit met één gemelde zorg.',
    ],
    [
      'a parent’s own score',
      { scores: complete.scores.filter(({ scorerId }) => scorerId !== 'mother') },
      'Mirthe heeft nog geen cijfer gegeven voor de veiligheid thuis.',
    ],
  ])('it needs %s', (_what, more, sentence) => expect(lacks(more)).toEqual([`bar: ${sentence}`]))

  test.each([
    ['children.needs', 'janna'],
    ['adults.first', 'father'],
    ['goals.notMet', null],
    ['homeSafety.scores', 'mother'],
    ['topThree.own', 'police'],
  ])('“not applicable” is an answer to %s', (itemKey, respondentId) => {
    const rest = lacking(itemKey, respondentId).answers
    const marked = { itemKey, respondentId, text: '', applies: false }
    const scores = complete.scores.filter(({ scorerId }) => itemKey !== 'homeSafety.scores' || scorerId !== 'mother')
    const topThreeChoices =
      itemKey === 'topThree.own' ? [{ participantId: 'nurse', aboutMemberId: null }] : complete.topThreeChoices
    expect(lacks({ answers: [...rest, marked], scores, topThreeChoices })).toEqual([])
  })

  test('“not applicable” of one respondent leaves the others asked', () => {
    const none = answers((each) => (each.itemKey === 'adults.first' ? [] : [each])).answers
    const marked = { itemKey: 'adults.first', respondentId: 'mother', text: '', applies: false }
    expect(lacks({ answers: [...none, marked] })).toEqual([
      'bar: Nog geen antwoord van Daan: “Wat moet er volgens u het eerst gebeuren?”',
    ])
  })

  test('a network question waits only where there is a network', () => {
    const snapshot = completeSnapshot('gips2', { state: 'meeting' })
    const silent = { ...snapshot, answers: snapshot.answers.filter(({ itemKey }) => itemKey !== 'support.networkHelp') }
    expect(sentences(silent, 'provisional')).toEqual(['bar: Nog geen antwoord: “Hoe wilt u daarbij helpen?”'])
    expect(sentences({ ...silent, network: [] }, 'provisional')).toEqual([])
  })
})

describe('of a GIPS 2 that stayed at safety', () => {
  const stayed = completeSnapshot('gips2', {
    state: 'meeting',
    minimumExceptionReason: '',
    topThree: [],
    topThreeChoices: [],
    concerns: [],
  })

  test('only the safety part and the next date are demanded', () => {
    expect(sentences(stayed, 'provisional')).toEqual([])
    expect(sentences({ ...stayed, answers: [] }, 'provisional')).toEqual([
      'bar: Nog geen antwoord: “Wanneer zien we elkaar weer?”',
    ])
  })

  test('a question that a later agenda adds to the safety part is demanded too', () => {
    const question = {
      key: 'safety.added',
      question: 'Wat hielp?',
      respondents: 'team',
      kind: 'text',
      required: true,
    } as const
    const sections = stayed.agenda.sections.map((section) =>
      section.key === 'safety' ? { ...section, items: [...section.items, question] } : section,
    )
    expect(sentences({ ...stayed, agenda: { ...stayed.agenda, sections } }, 'provisional')).toEqual([
      'bar: Nog geen antwoord: “Wat hielp?”',
    ])
  })

  test('the new safety goals still need their agreements', () => {
    expect(sentences({ ...stayed, agreements: [] }, 'provisional')).toHaveLength(1)
  })

  test('the rest is demanded once the risk part was opened with a reason', () => {
    const opened = sentences({ ...stayed, minimumExceptionReason: 'Alle doelen hebben een afspraak.' }, 'provisional')
    expect(opened).toContain('bar: Kies de TOP-3 van zorgen. Minder dan drie mag ook.')
  })
})

describe('of a GIPS 3', () => {
  const snapshot = completeSnapshot('gips3', { state: 'meeting' })

  test('only the part of its own person is demanded', () => {
    const keys = whatIsMissing({ ...snapshot, answers: [] }, 'provisional', TODAY).map(
      ({ anchor }) => anchor.itemKey ?? '',
    )
    expect(keys).toContain('childAtHome.play:janna')
    expect(keys.filter((key) => key.startsWith('parent'))).toEqual([])
  })
})
