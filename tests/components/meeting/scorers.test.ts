import { expect, test } from 'vitest'
import { professionalScorers } from '@/components/meeting/scorers'
import type { ScoreView, SeatView } from '@/lib/domain/meeting-view'

const seat = (id: string, attendance: SeatView['attendance'], role: SeatView['role'] = 'professional'): SeatView => ({
  id: `seat ${id}`,
  who: { kind: 'person', id },
  name: id,
  detail: 'arts',
  role,
  attendance,
})

const scoreOf = (id: string): ScoreView => ({
  memberId: 'kind',
  scorer: { kind: 'person', id },
  score: '2',
  cannotJudge: false,
  reason: '',
  onePointHigher: '',
  underSixAnswer: '',
  version: 1,
})

test('who gave a score and is marked absent stands last in the round, and does not count', () => {
  const seats = [
    seat('weg', 'absent'),
    seat('weg, gaf niets', 'absent'),
    seat('hier', 'present'),
    seat('meester', 'present', 'gipsMaster'),
  ]
  const round = {
    isClosed: false,
    isUnseen: false,
    members: [],
    scores: [scoreOf('weg')],
    minimum: { isMet: null, reason: '' },
  }
  expect(professionalScorers({ seats, round }).map(({ name, detail, isAway }) => [name, detail, isAway])).toEqual([
    ['hier', 'arts', false],
    ['weg', 'afwezig, telt niet mee', true],
  ])
})
