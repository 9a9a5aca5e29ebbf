import { describe, expect, test } from 'vitest'
import { AnswerInvitationForm, answersInWords, type InvitationAnswer, whenWords } from '@/lib/domain/meeting-invitation'
import { readForm } from '@/lib/form-data'

test('a meeting is told with its day of the week and its times', () => {
  expect(whenWords('2027-03-30', 'morning')).toBe('dinsdag 30 maart 2027, ochtend, 9.00 tot 12.00 uur')
  expect(whenWords('2027-10-31', 'afternoon')).toBe('zondag 31 oktober 2027, middag, 13.00 tot 16.00 uur')
})

test.each<[(InvitationAnswer | null)[], string]>([
  [['accepted', 'declined', 'none'], '1 komt, 1 komt niet, 1 heeft nog niet geantwoord.'],
  [['accepted', 'accepted', null], '2 komen, 0 komen niet, 0 hebben nog niet geantwoord.'],
  [[], '0 komen, 0 komen niet, 0 hebben nog niet geantwoord.'],
])('%j is in words: %s', (answers, words) => {
  expect(answersInWords(answers.map((answer) => ({ answer })))).toBe(words)
})

describe('the form of an answer', () => {
  function read(given: Record<string, string>) {
    const form = new FormData()
    for (const [name, value] of Object.entries({ plan: 'gips-4', sequence: '2', answer: 'declined', ...given })) {
      form.append(name, value)
    }
    return readForm(AnswerInvitationForm, form)
  }

  test('is the button that was pressed, and a reason for who gives one', () => {
    const input = { plan: 'gips-4', sequence: 2, answer: 'declined', reason: '' }
    expect(read({})).toMatchObject({ ok: true, input })
    expect(read({ reason: 'Ik werk dan.' })).toMatchObject({ ok: true, input: { ...input, reason: 'Ik werk dan.' } })
  })

  test.each([
    [{ answer: 'none' }, 'answer', 'Kies of u komt.'],
    [{ answer: '' }, 'answer', 'Kies of u komt.'],
    [{ reason: 'x'.repeat(501) }, 'reason', 'De reden is te lang: 501 tekens. Er passen er 500 in.'],
  ])('gives for %j a sentence at the field, and what was typed', (given, field, sentence) => {
    const found = read(given)
    expect(found).toMatchObject({ ok: false, state: { state: 'invalid', errors: { [field]: sentence } } })
    expect(found.typed).toMatchObject(given)
  })

  test.each(['-1', '1.5', 'een', '99999999'])('takes no sequence %s', (sequence) => {
    expect(read({ sequence }).ok).toBe(false)
  })
})
