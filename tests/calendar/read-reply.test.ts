import { describe, expect, test } from 'vitest'
import { MAIL_LIMIT, readReply } from '@/lib/calendar/read-reply'
import { mailWith, type ReplyInput, replyFile } from './calendar-mail'

const INPUT: ReplyInput = { to: 'agenda+een@gips.example', uid: 'een@gips.example', attendee: 'lezer@elders.example' }
const READ = {
  to: ['agenda+een@gips.example'],
  uid: 'een@gips.example',
  sequence: 1,
  stamp: new Date('2027-03-01T11:00:00Z'),
  attendee: 'lezer@elders.example',
  answer: 'accepted',
}

const readFile = async (file: string) => readReply(await mailWith(file, INPUT.to))
const readInput = (given: Partial<ReplyInput>) => readFile(replyFile({ ...INPUT, ...given }))

describe('a calendar that answers', () => {
  test.each(['beside the words', 'attached', 'both', 'alone'] as const)('is read with its file %s', async (manner) => {
    expect(await readReply(await mailWith(replyFile(INPUT), INPUT.to, manner))).toEqual(READ)
  })

  test('may decline, write in small letters, and leave out a sequence that is nought', async () => {
    expect(await readInput({ partstat: 'declined', method: 'reply' })).toMatchObject({ answer: 'declined' })
    expect(await readFile(replyFile(INPUT).replace(/SEQUENCE.*\r\n/, ''))).toMatchObject({ sequence: 0 })
  })

  test('tells by several addresses for whom it is', async () => {
    const mail = await mailWith(replyFile(INPUT), 'iemand@gips.example')
    const delivered = Buffer.concat([Buffer.from('Delivered-To: agenda+een@gips.example\r\n'), mail])
    expect((await readReply(delivered))?.to).toContain('agenda+een@gips.example')
  })

  test('of which only the answer is read: no words, no remark', async () => {
    expect(await readInput({ more: ['COMMENT:Janna woont aan de Kade 3', 'LOCATION:Kade 3'] })).toEqual(READ)
  })
})

describe('is not read', () => {
  test.each<[string, Partial<ReplyInput>]>([
    ['an invitation', { method: 'REQUEST' }],
    ['a counter proposal', { method: 'COUNTER' }],
    ['perhaps', { partstat: 'TENTATIVE' }],
    ['a delegate', { partstat: 'DELEGATED' }],
    ['two who answer', { more: ['ATTENDEE;PARTSTAT=ACCEPTED:mailto:ander@elders.example'] }],
    ['a negative sequence', { sequence: -1 }],
    ['a sequence without end', { sequence: 10_000_000 }],
    ['a moment without a zone', { stamp: '20270301T110000' }],
    ['a moment that does not exist', { stamp: 'gisteren' }],
    ['an address that is none', { attendee: 'x y' }],
    ['no event in it', { uid: '' }],
  ])('%s', async (_what, given) => {
    expect(await readInput(given)).toBeNull()
  })

  test.each([
    ['no calendar file', 'Ik kom.'],
    ['half a file', replyFile(INPUT).slice(0, 120)],
    ['two events', replyFile({ ...INPUT, more: ['END:VEVENT', 'BEGIN:VEVENT', 'UID:twee@gips.example'] })],
    ['two calendars', replyFile(INPUT).repeat(2)],
    ['thousands of parts within parts', `BEGIN:VCALENDAR\r\n${'BEGIN:X\r\n'.repeat(3_000)}`],
    ['a file of 40 kB', replyFile({ ...INPUT, more: Array.from({ length: 800 }, () => `X-A:${'x'.repeat(50)}`) })],
  ])('%s', async (_what, file) => {
    expect(await readFile(file)).toBeNull()
  })

  test('two files that say different things', async () => {
    const both = await mailWith(replyFile(INPUT), INPUT.to, 'both')
    expect(await readReply(both)).not.toBeNull()
    const other = Buffer.from(replyFile({ ...INPUT, partstat: 'DECLINED' })).toString('base64')
    const parts = both.toString().split(/(?=Content-Type: application\/ics)/)
    const [head = '', file = ''] = parts
    const changed = head + file.replace(/\r\n\r\n[\s\S]*?(?=\r\n--)/, `\r\n\r\n${other}`)
    expect(await readReply(Buffer.from(changed))).toBeNull()
  })

  test('a mail that is too heavy, an empty one, and what is no mail', async () => {
    expect(
      await readReply(Buffer.concat([await mailWith(replyFile(INPUT), INPUT.to), Buffer.alloc(MAIL_LIMIT, 'x')])),
    ).toBeNull()
    expect(await readReply(Buffer.alloc(0))).toBeNull()
    expect(await readReply(Buffer.from([0, 255, 254, 13, 10, 0]))).toBeNull()
  })
})
