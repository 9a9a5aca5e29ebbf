import { expect, test } from 'vitest'
import type { ConcernView, MeetingPage } from '@/lib/domain/meeting-view'
import type { RiskView } from '@/lib/domain/risk-assessment'
import { choiceNamed, forDecidedTopThree, forOwnTopThree } from '@/lib/domain/risk-choices'

const risk = (key: string, more: Partial<RiskView>): RiskView => ({
  id: `id of ${key}`,
  key,
  name: `name of ${key}`,
  guide: '',
  group: '',
  childId: null,
  presence: 'present',
  isCrucial: false,
  isChangeable: false,
  aboutMemberId: null,
  version: 1,
  facts: '',
  factsVersion: 0,
  factsSavedAt: null,
  ...more,
})
const concern = (id: string, isReported: boolean): ConcernView => ({
  id,
  text: `text of ${id}`,
  harmfulEffect: '',
  aboutMemberId: null,
  isReported,
  version: 1,
})

const page = {
  risks: [
    risk('both', { isCrucial: true, isChangeable: true, aboutMemberId: 'father' }),
    risk('crucial', { isCrucial: true }),
    risk('perhaps', { presence: 'possible' }),
    risk('none', { presence: 'notPresent' }),
    risk('chosenOnce', { presence: 'unknown' }),
    risk('decidedOnce', { isChangeable: true }),
  ],
  concerns: [concern('other', false), concern('reported', true)],
  choices: [{ personId: 'nurse', rank: 1, concernId: 'chosenOnce', reason: '', isDraft: false }],
  decisions: [{ rank: 1, concernId: 'decidedOnce', reason: '', harmfulEffect: '' }],
} as unknown as MeetingPage

test('an own TOP-3 is chosen from what plays a part, from other concerns, and what was chosen stays', () => {
  expect(forOwnTopThree(page).map(({ id }) => id)).toEqual([
    'both',
    'crucial',
    'perhaps',
    'chosenOnce',
    'decidedOnce',
    'other',
  ])
})

test('the decided TOP-3 is chosen from what is crucial and changeable', () => {
  expect(forDecidedTopThree(page).map(({ id }) => id)).toEqual(['both', 'decidedOnce', 'other'])
})

test.each([
  ['both', 'name of both', 'father'],
  ['other', 'text of other', null],
  ['gone', undefined, undefined],
])('%s is called %s and is about %s', (id, text, aboutMemberId) => {
  expect(choiceNamed(page, id)?.text).toBe(text)
  expect(choiceNamed(page, id)?.aboutMemberId).toBe(aboutMemberId)
})
