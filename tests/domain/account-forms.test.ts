import { expect, test } from 'vitest'
import {
  ChairForm,
  DropMessageForm,
  GiveRoleForm,
  InviteForm,
  MessagesForm,
  RegionForm,
} from '@/lib/domain/account-forms'
import { accountInitials, platformRoleText } from '@/lib/domain/account-words'
import { deliveryWords, messageWords } from '@/lib/domain/delivery-words'

const ID = '0190a000-0000-7000-8000-000000000002'
const wrong = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map(({ path }) => path.join('.'))

test('an invitation needs an address that mail can be sent to, and a name; the rest may stay empty', () => {
  expect(InviteForm.parse({ email: ' Noor@Brug.example ', name: 'Noor Vos', sector: '', regionId: '' })).toEqual({
    email: 'noor@brug.example',
    name: 'Noor Vos',
    profession: null,
    organisation: null,
    sector: null,
    administrator: false,
    institute: false,
    regionId: null,
  })
  for (const email of ['', 'noor', 'noor@brug', 'a@b.nl, c@d.nl', 'noor @brug.nl']) {
    expect(wrong(InviteForm.safeParse({ email, name: 'Noor Vos' })), email).toEqual(['email'])
  }
  expect(wrong(InviteForm.safeParse({ email: 'a@b.example', name: ' ', sector: 'horeca' }))).toEqual(['name', 'sector'])
})

test('a coordinator has a region, the other roles have none', () => {
  const role = (value: string) => GiveRoleForm.safeParse({ personId: ID, role: value }).data?.role
  expect(role(`regionCoordinator:${ID}`)).toEqual({ role: 'regionCoordinator', regionId: ID })
  expect(role('administrator')).toEqual({ role: 'administrator', regionId: null })
  for (const value of ['regionCoordinator', `administrator:${ID}`, 'caseDirector', '']) {
    expect(role(value), value).toBeUndefined()
  }
})

test('a chair is certified on a day, or in training under somebody', () => {
  const chair = (given: object) => wrong(ChairForm.safeParse({ personId: ID, ...given }))
  expect(chair({ standing: 'certified', certifiedOn: '' })).toEqual(['certifiedOn'])
  expect(chair({ standing: 'training', supervisorId: '' })).toEqual(['supervisorId'])
  expect(chair({ standing: 'none' })).toBeUndefined()
  expect(chair({})).toEqual(['standing'])
})

test.each(['', '0', '101', '2,5', 'twintig', '-1'])(
  '"%s" is no number of years to keep a dossier',
  (retentionYears) => {
    expect(wrong(RegionForm.safeParse({ name: 'Zuid', retentionYears }))).toContain('retentionYears')
  },
)

test.each([
  ['Noor van der Linde', 'NL'],
  ['Noor', 'N'],
  ['noor vos', 'N'],
  ['Ömer Çelik', 'ÖÇ'],
])('the initials of %s are %s', (name, initials) => expect(accountInitials(name)).toBe(initials))

test('a role on the platform is named with its region', () => {
  expect(platformRoleText({ role: 'regionCoordinator', region: 'Zuid' })).toBe('regiocoördinator Zuid')
  expect(platformRoleText({ role: 'administrator', region: null })).toBe('beheerder')
})

test('a message about a dossier does not say what it is about, and an error is put in words', () => {
  expect(messageWords('planDefinitive')).toBe('bericht over een dossier')
  expect(messageWords('accountInvitation')).toContain('uitnodiging')
  expect(deliveryWords('the mail server answered 550 at RCPT TO')).toContain('kent dit adres niet')
  expect(deliveryWords('the mail server answered 535 at AUTH')).toContain('instellingen')
  expect(deliveryWords('the mail server gave no answer (ECONNECTION at CONN)')).toContain('niet bereikbaar')
  expect(deliveryWords(null)).toContain('wacht')
})

test.each([
  ['', 'nog leeg'],
  ['   ', 'nog leeg'],
  ['x'.repeat(201), 'te lang'],
  ['\u0000', 'onzichtbaar'],
])('a message is not given up for the reason %j', (reason, sentence) => {
  const { error } = DropMessageForm.safeParse({ messageId: '0190a000-0000-7000-8000-000000000002', reason })
  expect(error?.issues[0]?.message).toContain(sentence)
})

test.each([undefined, '', 'x'.repeat(201)])('messages are not sent again for the reason %j', (reason) => {
  expect(MessagesForm.safeParse({ error: reason }).error?.issues[0]?.message).toContain('Ververs de pagina')
})
