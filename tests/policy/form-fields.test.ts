import { expect, test } from 'vitest'
import { z } from 'zod'
import { publicAction } from '@/lib/action'
import { IDLE } from '@/lib/action-state'

const seen: unknown[] = []
const action = publicAction(z.looseObject({ name: z.string() }), async (input) => {
  seen.push(input)
  return undefined
})

function form(fields: [string, string | File][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) {
    data.append(name, value)
  }
  return data
}

test('a form leaves out files, Next’s own fields, and whatever would change what an object is', async () => {
  seen.length = 0
  const state = await action(
    IDLE,
    form([
      ['name', 'Sam'],
      ['name', 'nog een'],
      ['list[]', 'a'],
      ['list[]', 'b'],
      ['__proto__', 'x'],
      ['__proto__[]', 'x'],
      ['__proto__.isDirector', 'true'],
      ['$ACTION_ID_1', 'x'],
      ['file', new File(['x'], 'x.txt')],
    ]),
  )
  expect(state).toEqual({ state: 'done', message: undefined })
  expect(seen).toEqual([{ name: 'Sam', list: ['a', 'b'], file: '' }])
  expect(Object.getPrototypeOf(seen[0])).toBe(Object.prototype)
  expect('isDirector' in {}).toBe(false)
})

test('secrets never come back, whatever was wrong with the form', async () => {
  const state = await action(
    IDLE,
    form([
      ['password', 'geheim'],
      ['passwordAgain', 'geheim'],
      ['code', '123456'],
    ]),
  )
  expect(JSON.stringify(state)).not.toMatch(/geheim|123456/)
  expect(state).toMatchObject({ state: 'invalid' })
})
