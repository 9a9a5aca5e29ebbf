import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { doersText } from '@/lib/domain/new-goals'
import { NewGoalsForm } from '@/lib/domain/new-goals-forms'
import { readForm } from '@/lib/form-data'

const goal = v7()
const agreement = v7()
const person = v7()

const FILLED = {
  assessmentId: v7(),
  versionId: v7(),
  base: '1',
  reason: 'De nachten zijn niet veilig.',
  [`text.${goal}`]: 'Janna slaapt op een veilige plek.',
  [`effect.${goal}`]: '6,5',
  [`about.${goal}`]: '',
  [`what.${agreement}`]: 'Yvonne belt elke avond.',
  [`goal.${agreement}`]: goal,
  [`doers.${agreement}`]: `person:${person}`,
  [`rhythm.${agreement}`]: 'once',
  [`dueOn.${agreement}`]: '2026-03-02',
  [`until.${agreement}`]: '',
}

function sent(change: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...FILLED, ...change })) form.append(name, value)
  const read = readForm(NewGoalsForm, form)
  return read.ok
    ? { input: read.input, errors: {} }
    : { input: null, ...(read.state as { errors: Record<string, string> }) }
}

test('a goal with its agreement comes through as it was typed', () => {
  expect(sent().input).toMatchObject({
    base: 1,
    seen: false,
    goals: [{ id: goal, text: 'Janna slaapt op een veilige plek.', effect: 6.5, about: null, shield: false }],
    agreements: [{ id: agreement, goal, doers: { byEveryone: false, people: [{ kind: 'person', id: person }] } }],
  })
})

test('a goal and an agreement that were left empty are none', () => {
  const [other, blank, loose] = [v7(), v7(), v7()]
  const empty = {
    [`text.${other}`]: '',
    [`what.${blank}`]: '',
    [`goal.${blank}`]: other,
    [`doers.${blank}`]: '',
    [`dueOn.${blank}`]: '2026-03-02',
    [`what.${loose}`]: ' ',
    [`goal.${loose}`]: goal,
    [`dueOn.${loose}`]: '2026-03-02',
  }
  expect(sent(empty).input).toMatchObject({ goals: [{ id: goal }], agreements: [{ id: agreement }] })
})

test.each([
  ['nothing at all', { [`text.${goal}`]: '', [`what.${agreement}`]: '', [`doers.${agreement}`]: '' }, `text.${goal}`],
  ['an agreement without a goal', { [`text.${goal}`]: '', [`effect.${goal}`]: '' }, `text.${goal}`],
  ['a goal without an agreement', { [`what.${agreement}`]: '', [`doers.${agreement}`]: '' }, `what.${agreement}`],
  ['an agreement without words', { [`what.${agreement}`]: ' ' }, `what.${agreement}`],
  ['nobody who does it', { [`doers.${agreement}`]: '' }, `doers.${agreement}`],
  ['somebody who is no id', { [`doers.${agreement}`]: 'person:x' }, `doers.${agreement}`],
  ['no day', { [`dueOn.${agreement}`]: '' }, `dueOn.${agreement}`],
  ['a rhythm without an end', { [`rhythm.${agreement}`]: 'weekly' }, `until.${agreement}`],
  ['a score of 11', { [`effect.${goal}`]: '11' }, `effect.${goal}`],
  ['no reason', { reason: '' }, 'reason'],
])('%s is told at its field', (_what, change, field) => {
  const { input, errors } = sent(change)
  expect(input).toBeNull()
  expect(Object.keys(errors)).toEqual([field])
  expect(Object.values(errors)[0]).toMatch(/^[A-Z].*[.?]$/)
})

test.each([
  ['everyone', 'everyone', true],
  ['somebody of the family', `member:${person}`, true],
  ['somebody of the network', `network:${person}`, true],
  ['a professional', `person:${person}`, false],
])('what is hidden from the family is not for %s to do, if they are of it', (_who, doers, isRefused) => {
  const { errors } = sent({ [`shield.${goal}`]: 'on', [`doers.${agreement}`]: doers })
  expect(Object.keys(errors)).toEqual(isRefused ? [`shield.${goal}`] : [])
})

test('who does it travels in one field', () => {
  expect(doersText([{ kind: 'member', id: person }], true)).toBe(`everyone member:${person}`)
  expect(
    sent({ [`doers.${agreement}`]: doersText([{ kind: 'person', id: person }], true) }).input?.agreements,
  ).toMatchObject([{ doers: { byEveryone: true, people: [{ kind: 'person', id: person }] } }])
})
