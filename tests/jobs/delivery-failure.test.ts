import { expect, test } from 'vitest'
import { deliveryFailure } from '@/lib/jobs/delivery-failure'

const answer = (responseCode: number, command: string) =>
  Object.assign(new Error('<noor@gips.test>'), { responseCode, command })

test.each([
  ['the address does not exist', answer(550, 'RCPT TO'), true, true],
  ['the message is refused', answer(554, 'DATA'), true, true],
  ['the mailbox is full for now', answer(452, 'RCPT TO'), false, true],
  ['the server is busy', answer(421, 'CONN'), false, true],
  ['our login is refused', answer(535, 'AUTH PLAIN'), false, true],
  ['our sender is refused', answer(550, 'MAIL FROM'), false, true],
  ['there is no encryption', Object.assign(new Error('no'), { code: 'ETLS', command: 'STARTTLS' }), false, false],
  ['nobody answers', Object.assign(new Error('no'), { code: 'ESOCKET', command: 'CONN' }), false, false],
  ['it is no error at all', 'noor@gips.test', false, false],
])('%s', (_case, error, isFinal, isAnswered) => {
  const failure = deliveryFailure(error)
  expect(failure).toMatchObject({ isFinal, isAnswered })
  expect(failure.reason).not.toContain('@')
})
