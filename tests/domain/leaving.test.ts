import { describe, expect, test } from 'vitest'
import type { AgreementItem } from '@/lib/domain/agreement-item'
import { HandOverForm } from '@/lib/domain/direction-forms'
import { DROP, type Leaving, leavingField, OTHERS, openAgreementsOf, settleAgreements } from '@/lib/domain/leaving'
import { EndInvolvementForm } from '@/lib/domain/team-forms'
import { UserError } from '@/lib/errors'

const [first, second] = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'] as const
const anna = { id: '0198c0de-0000-7000-8000-00000000000a', name: 'Anna' }
const bram = { id: '0198c0de-0000-7000-8000-00000000000b', name: 'Bram' }
const open = [
  { id: first, text: 'Belt elke week', when: 'elke week', others: [anna] },
  { id: second, text: 'Komt langs', when: 'zonder datum', others: [] },
]
const nothing: Leaving = { choices: {}, toAll: null, dropReason: '' }
const settle = (given: Partial<Leaving>) => settleAgreements(open, { ...nothing, ...given }, [anna, bram])

function fieldOf(given: Partial<Leaving>): string | null {
  try {
    settle(given)
  } catch (error) {
    return error instanceof UserError ? error.field : 'no sentence'
  }
  return null
}

describe('what somebody leaves behind', () => {
  test('goes to one person, all of it', () => {
    expect(settle({ toAll: bram.id })).toEqual({
      handed: [first, second].map((agreementId) => ({ agreementId, personId: bram.id })),
      left: [],
      dropped: [],
    })
  })

  test('goes its own way where that was chosen', () => {
    expect(settle({ toAll: bram.id, choices: { [first]: OTHERS } })).toEqual({
      handed: [{ agreementId: second, personId: bram.id }],
      left: [first],
      dropped: [],
    })
    expect(settle({ choices: { [first]: anna.id, [second]: DROP }, dropReason: 'Niet meer nodig' })).toEqual({
      handed: [{ agreementId: first, personId: anna.id }],
      left: [],
      dropped: [second],
    })
  })

  test.each([
    ['nobody', {}, leavingField(first)],
    ['nobody, for one of them', { choices: { [first]: anna.id } }, leavingField(second)],
    ['somebody who is not in the team', { toAll: '0198c0de-0000-7000-8000-0000000000ff' }, leavingField(first)],
    ['others where there are none', { choices: { [first]: OTHERS, [second]: OTHERS } }, leavingField(second)],
    ['nobody, and dropped without a reason', { choices: { [first]: DROP, [second]: DROP } }, 'dropReason'],
  ])('is refused at its field when it goes to %s', (_what, given, field) => {
    expect(fieldOf(given)).toBe(field)
  })

  test('is nothing to decide about where nothing is open', () => {
    expect(settleAgreements([], nothing, [])).toEqual({ handed: [], left: [], dropped: [] })
  })

  test('is what they had to do and is not done, with who else does it and stays', () => {
    const item = (id: string, state: string, doers: { id: string; name: string }[]) =>
      ({ id, text: id, when: 'morgen', state, doers }) as unknown as AgreementItem
    const gone = { id: 'gone', name: 'Weg' }
    const agreements = [
      item('late', 'overdue', [bram, anna, gone]),
      item('later', 'open', [bram]),
      item('done', 'done', [bram]),
      item('over', 'closed', [bram]),
      item('of another', 'open', [anna]),
    ]
    expect(openAgreementsOf(agreements, bram.id, (id) => id !== 'gone').map(({ id, others }) => [id, others])).toEqual([
      ['late', [anna]],
      ['later', []],
    ])
  })
})

describe('the form', () => {
  test('gathers the choices, whatever else is sent along', () => {
    const typed = {
      personId: first,
      reason: 'Andere baan',
      toAll: '',
      dropReason: ' Klaar ',
      [leavingField(first)]: DROP,
      [leavingField(second)]: '',
      dossier: 'G-0001',
      constructor: 'x',
    }
    expect(EndInvolvementForm.parse(typed)).toEqual({
      personId: first,
      reason: 'Andere baan',
      leaving: { choices: { [first]: DROP }, toAll: null, dropReason: 'Klaar' },
    })
  })

  test('of who hands over the direction says who stays', () => {
    const typed = { fromPersonId: first, toPersonId: second, reason: 'Ziek', afterwards: 'leaves', toAll: anna.id }
    expect(HandOverForm.parse(typed)).toMatchObject({ leaves: true, isCommitted: false, leaving: { toAll: anna.id } })
    const fields = HandOverForm.safeParse({ fromPersonId: first, toPersonId: '', reason: '', afterwards: '' })
    expect(fields.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual([
      'afterwards',
      'reason',
      'toPersonId',
    ])
  })
})
