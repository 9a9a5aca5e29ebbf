import { expect, test } from 'vitest'
import { createLog } from '@/lib/log'

function logged(write: (log: ReturnType<typeof createLog>) => void, level = 'info'): string {
  const lines: string[] = []
  write(createLog(level, { write: (line) => lines.push(line) }))
  return lines.join('')
}

test('what is about a person or opens a door is not logged, however deep it lies', () => {
  const secret = 'zwaluw'
  const keys = [
    'email',
    'name',
    'firstNames',
    'text',
    'password',
    'code',
    'token',
    'cookie',
    'authorization',
    'address',
    'phone',
  ]
  for (const key of keys) {
    const line = logged((log) =>
      log.info({ [key]: secret, one: { [key]: secret, two: [{ three: { [key]: secret } }] } }, 'x'),
    )
    expect(line).not.toContain(secret)
    expect(line).toContain('"message":"x"')
  }
})

test('an error is logged with its kind, code and place, without what it quotes', () => {
  const error = Object.assign(
    new TypeError('invalid input "zwaluw" of noor@gips.test, 0612345678\nKey (name)=(zwaluw)'),
    {
      code: '22P02',
      detail: 'Key (name)=(zwaluw)',
      constraint: 'person_email_key',
    },
  )
  const line = logged((log) => log.error({ err: error }, 'it went wrong'))
  expect(line).not.toMatch(/zwaluw|noor@|0612345678/)
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    message: 'it went wrong',
    err: { type: 'TypeError', message: 'invalid input "…" of … …', code: '22P02', constraint: 'person_email_key' },
  })
  expect(line).toContain('log.test.ts')
})

test('ids, counts and the request id stay', () => {
  const line = logged((log) => log.child({ requestId: 'r1' }).info({ dossier: 'G-0001', lines: 3 }, 'x'))
  expect(JSON.parse(line)).toMatchObject({ requestId: 'r1', dossier: 'G-0001', lines: 3 })
})

test('the level decides; an unknown level is info', () => {
  expect(logged((log) => log.info('x'), 'warn')).toBe('')
  expect(logged((log) => log.debug('x'), 'loud')).toBe('')
  expect(logged((log) => log.info('x'), 'loud')).not.toBe('')
})
