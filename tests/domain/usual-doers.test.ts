import { describe, expect, test } from 'vitest'
import { doersInPlanOf, usualDoers } from '@/lib/domain/usual-doers'

const choice = (kind: 'person' | 'member' | 'network', id: string) => ({ who: { kind, id }, name: id, detail: null })
const nurse = choice('person', 'nurse')
const noor = choice('member', 'noor')
const aunt = choice('network', 'aunt')
const subject = { noor: adult('noor'), tom: adult('tom'), fenna: { ...adult('fenna'), isChild: true } }

function adult(id: string) {
  return { id, name: id, isChild: false }
}

describe('a new agreement starts with', () => {
  test.each([
    ['the one person who can do anything', [nurse], null, ['nurse']],
    ['nobody, where several can', [nurse, noor, aunt], null, []],
    ['the adult whose recovery plan it stands in', [nurse, noor, aunt], subject.noor, ['noor']],
    ['nobody in a recovery plan of a child', [nurse, noor, choice('member', 'fenna')], subject.fenna, []],
    ['nobody for an adult who can do nothing any more', [nurse, aunt], subject.noor, []],
    ['nobody where there is nobody', [], subject.noor, []],
  ] as const)('%s', (_who, people, about, expected) => {
    expect(usualDoers(people, about).map(({ id }) => id)).toEqual(expected)
  })
})

describe('the same agreement for somebody else', () => {
  const doers = [noor.who, nurse.who]

  test.each([
    ['is done by the other adult, where it was for oneself', subject.tom, subject.noor, ['tom', 'nurse']],
    ['is done by the same for a child', subject.fenna, subject.noor, ['noor', 'nurse']],
    ['is done by the same where it began with a child', subject.tom, subject.fenna, ['noor', 'nurse']],
    ['is done by the same outside a recovery plan', subject.tom, null, ['noor', 'nurse']],
  ])('%s', (_how, other, about, expected) => {
    expect(doersInPlanOf(other, doers, about).map(({ id }) => id)).toEqual(expected)
  })
})
