import { expect, test } from 'vitest'
import { ResponsesForm } from '@/lib/domain/plan-forms'
import { readForm } from '@/lib/form-data'

const PLAN = '0192b2f0-0000-7000-8000-000000000001'
const WIETSKE = '0192b2f0-0000-7000-8000-00000000000a'
const DOEKE = '0192b2f0-0000-7000-8000-00000000000b'
const AUKJE = '0192b2f0-0000-7000-8000-00000000000c'

function read(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ planId: PLAN, ...fields })) form.set(name, value)
  return readForm(ResponsesForm, form)
}

test('one form takes what several people say of the plan, and nothing of who was not asked yet', () => {
  const form = read({
    [`response.${WIETSKE}`]: 'change',
    [`words.${WIETSKE}`]: 'Ik wil ook op zaterdag bellen.',
    [`proposal.${WIETSKE}`]: 'Op zaterdag bellen.',
    [`response.${DOEKE}`]: 'notReached',
    [`words.${DOEKE}`]: 'Hij nam niet op.',
    [`proposal.${DOEKE}`]: '',
    [`words.${AUKJE}`]: ' ',
    [`proposal.${AUKJE}`]: '',
    'words.niemand': 'Dit hoort bij niemand.',
  })
  expect(
    form.ok && form.input.responses.map(({ planId, responderId, response }) => [planId, responderId, response]),
  ).toEqual([
    [PLAN, WIETSKE, 'change'],
    [PLAN, DOEKE, 'notReached'],
  ])
})

test('what lacks in one answer is said at the fields of that person, and every word comes back', () => {
  const typed = {
    [`response.${WIETSKE}`]: 'agree',
    [`words.${WIETSKE}`]: '',
    [`words.${DOEKE}`]: 'Hij wil er over nadenken.',
  }
  const form = read(typed)
  expect(form.ok ? null : form.state).toMatchObject({
    state: 'invalid',
    errors: {
      [`words.${WIETSKE}`]: expect.stringContaining('Dit antwoord'),
      [`response.${DOEKE}`]: 'Kies wat het antwoord is.',
    },
    typed,
  })
})
