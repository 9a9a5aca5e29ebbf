import { expect, test } from 'vitest'
import { evaluatorsAtTable } from '@/lib/domain/evaluators'
import type { SeatView } from '@/lib/domain/meeting-view'

const seat = (id: string, role: SeatView['role'], attendance: SeatView['attendance'] = 'present'): SeatView => ({
  id: `seat of ${id}`,
  who: { kind: 'person', id },
  role,
  attendance,
  name: id,
  detail: null,
})
const gaveBy = (...ids: string[]) => ({
  given: Object.fromEntries(ids.map((id) => [id, { percent: '', remark: 'Weet ik niet.', version: 1 }])),
})
const seats = [
  seat('chair', 'gipsMaster'),
  seat('director', 'caseDirector'),
  seat('taker', 'noteTaker'),
  seat('nurse', 'professional', 'absent'),
  seat('teacher', 'professional'),
]

test.each([
  ['nobody gave anything', [], ['director', 'teacher']],
  ['the note-taker gave something for one goal', [gaveBy(), gaveBy('taker')], ['director', 'taker', 'teacher']],
  ['somebody gave something who is absent after all', [gaveBy('nurse')], ['director', 'nurse', 'teacher']],
  ['something stands to the name of the neutral chair', [gaveBy('chair')], ['director', 'teacher']],
])('who has a column where %s', (_, goals, expected) => {
  expect(evaluatorsAtTable(seats, goals).map(({ name }) => name)).toEqual(expected)
})
