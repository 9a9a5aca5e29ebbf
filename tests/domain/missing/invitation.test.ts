import { describe, expect, test } from 'vitest'
import type { PlanSnapshot } from '@/lib/domain/missing/snapshot'
import { isBar, whatIsMissing } from '@/lib/domain/plan-missing'
import { completeSnapshot, participant, sentences, TODAY } from './snapshots'

const gips1 = (more: Partial<PlanSnapshot> = {}) => completeSnapshot('gips1', more)
const on = '2026-03-24'

describe('before the invitations go out', () => {
  const meeting = gips1().meeting
  const without = (role: string) => gips1().participants.filter((each) => each.role !== role)

  test.each<[string, Partial<PlanSnapshot>, string]>([
    ['a date', { meeting: { ...meeting, heldOn: null } }, 'Kies een datum voor het overleg.'],
    [
      'a date to come',
      { meeting: { ...meeting, heldOn: '2026-03-02' } },
      'De datum van het overleg is al voorbij. Kies een nieuwe datum.',
    ],
    ['a part of the day', { meeting: { ...meeting, part: null } }, 'Kies een ochtend of een middag voor het overleg.'],
    ['a place', { meeting: { ...meeting, place: ' ' } }, 'Vul in waar het overleg is.'],
    [
      'a fit place',
      { meeting: { ...meeting, isPlaceFit: false } },
      'Ga na of de plek past: wifi, een beamer, een flip-over en genoeg ruimte aan tafel.',
    ],
    ['a chair', { participants: without('gipsMaster') }, 'Wijs een GIPSmeester aan die het overleg leidt.'],
    ['a note-taker', { participants: without('noteTaker') }, 'Wijs een notulist aan.'],
    ['the case director', { participants: without('caseDirector') }, 'Zet de casusregisseur bij de deelnemers.'],
    ['professionals', { participants: without('professional') }, 'Nodig minstens één professional uit.'],
    [
      'a chair who is not the director',
      { participants: [...without('gipsMaster'), participant('director', 'Ilse', 'gipsMaster')] },
      'De GIPSmeester is neutraal en kan niet ook de casusregisseur zijn.',
    ],
    [
      'a table without family, before GIPS 3',
      { participants: [...gips1().participants, participant('mother', 'Mirthe', 'family')] },
      'Mirthe kan nog niet aanschuiven: familie komt vanaf GIPS 3 aan tafel.',
    ],
  ])('it needs %s', (_what, more, sentence) => {
    expect(sentences(gips1(more), 'invited')).toEqual([`bar: ${sentence}`])
  })

  test.each([
    ['2026-03-03', 1],
    ['2026-03-16', 1],
    ['2026-03-17', 0],
  ])('a GIPS 1 on %s warns %i times that two weeks are needed, and never bars', (heldOn, warnings) => {
    const missing = whatIsMissing(gips1({ meeting: { ...meeting, heldOn } }), 'invited', TODAY)
    expect(missing.length).toBe(warnings)
    expect(missing.some(isBar)).toBe(false)
  })

  test('a GIPS 2 may be sooner', () => {
    expect(sentences(completeSnapshot('gips2', { meeting: { ...meeting, heldOn: '2026-03-05' } }), 'invited')).toEqual(
      [],
    )
  })

  test('from GIPS 3 on a parent may come, with the reason recorded; an older child needs none', () => {
    const table = completeSnapshot('gips3').participants
    const conditions = { meetsMinimum: true, relationIsGood: true, bearsDifference: true }
    const seat = { ...participant('mother', 'Mirthe', 'family'), isAdmitted: true, conditions }
    const come = (admissionReason: string) => ({ ...seat, admissionReason })
    const snapshot = (reason: string) =>
      completeSnapshot('gips3', { participants: [...table, come(reason), participant('janna', 'Janna', 'family')] })
    expect(sentences(snapshot(''), 'invited')).toEqual(['bar: Schrijf op waarom Mirthe mee kan doen aan het overleg.'])
    expect(sentences(snapshot('De samenwerking is goed.'), 'invited')).toEqual([])
  })

  test('GIPS 4 asks for a recovery plan for each child, or a reason', () => {
    const lacks = (reason: string) =>
      completeSnapshot('gips4', { childrenWithoutRecoveryPlan: [{ memberId: 'janna', reason }] })
    expect(sentences(lacks(''), 'invited')).toEqual([
      'bar: Voor Janna is er nog geen herstelplan. Maak het, of schrijf op waarom niet.',
    ])
    expect(sentences(lacks('Janna woont bij oma.'), 'invited')).toEqual([])
  })
})

describe('before the meeting starts', () => {
  const attending = (attendance: Record<string, 'unknown' | 'absent'>) =>
    gips1({
      participants: gips1().participants.map((each) => ({
        ...each,
        attendance: attendance[each.id] ?? each.attendance,
      })),
    })

  test.each([
    [{ nurse: 'unknown' } as const, 'Vul in of Anke aanwezig is.'],
    [{ chair: 'absent' } as const, 'Het overleg kan niet beginnen zonder GIPSmeester.'],
    [{ director: 'absent' } as const, 'Het overleg kan niet beginnen zonder de casusregisseur of de vervanger.'],
  ])('%j bars it', (attendance, sentence) => {
    expect(sentences(attending(attendance), 'meeting', on)).toEqual([`bar: ${sentence}`])
  })

  test('an absent professional or note-taker does not', () => {
    expect(sentences(attending({ nurse: 'absent', notes: 'absent' }), 'meeting', on)).toEqual([])
  })

  test('the deputy may take the director’s place', () => {
    const { participants } = attending({ director: 'absent' })
    const snapshot = gips1({ participants: [...participants, participant('deputy', 'Noor', 'deputy')] })
    expect(sentences(snapshot, 'meeting', on)).toEqual([])
  })

  test('another day than planned asks for a second look', () => {
    expect(sentences(gips1(), 'meeting', '2026-03-25')).toEqual([
      'warning: Het overleg staat op een andere dag gepland dan vandaag.',
    ])
  })
})
