import { expect, test } from 'vitest'
import { gips1 } from '@/lib/domain/agendas/gips1'
import { concernKey } from '@/lib/domain/answer'
import type { GivenAnswer } from '@/lib/domain/answer-sheet'
import { type ToldInput, whatWasTold } from '@/lib/domain/told'

const people = {
  members: [
    { id: 'noor', name: 'Noor', isChild: false },
    { id: 'fenna', name: 'Fenna', isChild: true },
  ],
  network: [{ id: 'riet', name: 'Riet Vos' }],
  participants: [],
}
const said = (
  itemKey: string,
  text: string,
  who: string | null = null,
  applies: boolean | null = null,
): GivenAnswer => ({
  id: `${itemKey} ${who}`,
  itemKey,
  respondent: who === null ? null : { kind: who === 'riet' ? 'network' : 'member', id: who },
  text,
  applies,
  version: 1,
  savedAt: null,
})
const input: ToldInput = {
  agenda: gips1,
  people,
  answers: [
    said('support.network', 'Ik haal de kinderen op.', 'riet'),
    said('adults.first', 'Eerst slapen.', 'noor'),
    said(concernKey('adults.reportedConcerns', 'two'), 'Dat klopt.', 'noor'),
    said(concernKey('adults.reportedConcerns', 'one'), 'Dat klopt niet.', 'noor'),
    said(concernKey('adults.reportedConcerns', 'hidden'), 'Dat weet ik niet.', 'noor'),
    said('children.tell', 'Ik ben moe.', 'fenna'),
    said('start.aim', 'Rust.'),
    said('adults.greatestWorry', '  ', 'noor'),
    said('goodCare.examples', 'Gezegd in het overleg.', 'noor'),
  ],
  scores: [
    { id: 's', memberId: 'fenna', scorer: { kind: 'member', id: 'noor' }, score: 4, reason: '', onePointHigher: '' },
  ],
  concerns: [
    { id: 'one', text: 'Zorg één' },
    { id: 'two', text: 'Zorg twee' },
  ],
}
const lines = (by: 'member' | 'others') =>
  whatWasTold(input, 'noor', by).flatMap(({ key, items }) =>
    items.flatMap(({ answers }) => answers.map(({ name, concern, text }) => [key, name, concern, text])),
  )

test('what someone told stands in the order of the agenda and of the report; only what was said at home', () => {
  expect(lines('member')).toEqual([
    ['adults', 'Noor', null, 'Dat weet ik niet.'],
    ['adults', 'Noor', 'Zorg één', 'Dat klopt niet.'],
    ['adults', 'Noor', 'Zorg twee', 'Dat klopt.'],
    ['adults', 'Noor', null, 'Eerst slapen.'],
  ])
})

test('what others told has their names, and "Samen" for what was answered together', () => {
  expect(lines('others')).toEqual([
    ['start', 'Samen', null, 'Rust.'],
    ['children', 'Fenna', null, 'Ik ben moe.'],
    ['support', 'Riet Vos', null, 'Ik haal de kinderen op.'],
  ])
})

test('scores stand under their question, with whom they are for', () => {
  const sections = whatWasTold(input, 'noor', 'member')
  expect(sections.map(({ key }) => key)).toEqual(['adults', 'homeSafety'])
  expect(sections[1]?.items[0]?.scores).toMatchObject([{ name: 'Noor', memberName: 'Fenna', score: 4 }])
  expect(whatWasTold(input, 'fenna', 'member').flatMap(({ items }) => items.flatMap(({ scores }) => scores))).toEqual(
    [],
  )
})

test('that a question does not apply was said, too', () => {
  const answers = [said('adults.first', '', 'noor', false)]
  expect(whatWasTold({ ...input, answers, scores: [] }, 'noor', 'member')).toMatchObject([{ key: 'adults' }])
  expect(whatWasTold({ ...input, answers: [], scores: [] }, 'noor', 'member')).toEqual([])
})
