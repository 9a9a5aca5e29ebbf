import { describe, expect, test } from 'vitest'
import { AddMemberForm, ConfidantForm, ContactForm, MeasureForm, ResidenceForm } from '@/lib/domain/member-forms'
import { NetworkPersonForm } from '@/lib/domain/network-forms'
import { decisionsIn, versionIn } from '@/lib/domain/pdf-decisions'
import { OpeningForm, ShieldForm, subjectInAddress } from '@/lib/domain/shield-forms'
import { AddProfessionalForm, EndInvolvementForm } from '@/lib/domain/team-forms'

const id = '0198c0de-0000-7000-8000-000000000001'
const fieldsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map(({ path }) => path.join('.')) ?? []

describe('a wrong form says at which field', () => {
  const member = { kind: 'child', firstNames: 'Noor', prefix: '', surname: 'Oosten', initials: '' }
  const residence = { memberId: id, kind: 'home', term: 'permanent', fromOn: '2026-03-01', untilOn: '', note: '' }
  const network = {
    name: 'Riet',
    relation: 'oma',
    relatedMemberId: '',
    offeredHelp: '',
    address: '',
    phone: '',
    email: '',
  }

  test.each([
    ['no first name', AddMemberForm, { ...member, firstNames: '  ' }, 'firstNames'],
    ['a kind that does not exist', AddMemberForm, { ...member, kind: 'director' }, 'kind'],
    ['a name of a hundred thousand characters', AddMemberForm, { ...member, surname: 'x'.repeat(100_000) }, 'surname'],
    ['a NUL in a name', AddMemberForm, { ...member, firstNames: 'No\u0000or' }, 'firstNames'],
    ['an end before the start', ResidenceForm, { ...residence, untilOn: '2026-02-28' }, 'untilOn'],
    ['a date that does not exist', ResidenceForm, { ...residence, fromOn: '2026-02-30' }, 'fromOn'],
    ['a measure without a start', MeasureForm, { memberId: id, kind: 'supervision', fromOn: '' }, 'fromOn'],
    ['an id that is none', ResidenceForm, { ...residence, memberId: 'x' }, 'memberId'],
    ['an e-mail address without @', ContactForm, { address: '', phone: '', email: 'noor.nl' }, 'email'],
    ['a phone number without a digit', ContactForm, { address: '', phone: 'bel maar', email: '' }, 'phone'],
    ['nobody to trust and no reason', ConfidantForm, { memberId: id, confidant: 'none', reason: ' ' }, 'reason'],
    ['a confidant that is no id', ConfidantForm, { memberId: id, confidant: `member:${'-'.repeat(36)}` }, 'confidant'],
    ['a network person without relation', NetworkPersonForm, { ...network, relation: '' }, 'relation'],
    ['a role that only others give', AddProfessionalForm, { email: 'a@b.nl', role: 'caseDirector' }, 'role'],
    ['an end without a reason', EndInvolvementForm, { personId: id, reason: '' }, 'reason'],
    [
      'a shield without a reason',
      ShieldForm,
      { subject: 'goal', subjectId: id, audience: 'allFamily', reason: '' },
      'reason',
    ],
    [
      'a shield for nobody',
      ShieldForm,
      { subject: 'goal', subjectId: id, audience: 'account:x', reason: 'x' },
      'audience',
    ],
    [
      'an opening that nobody was asked about',
      OpeningForm,
      { subject: 'goal', subjectId: id, personId: id },
      'wasAsked',
    ],
    [
      'an opening of the whole dossier',
      OpeningForm,
      { subject: 'dossier', subjectId: id, personId: id, wasAsked: 'on' },
      'subject',
    ],
  ])('%s', (_what, schema, typed, field) => {
    expect(fieldsOf(schema.safeParse(typed))).toEqual([field])
  })
})

test('HTML, emoji and right-to-left names come through as they are', () => {
  const names = { firstNames: '<script>x</script>', surname: 'حنان 👵' }
  expect(AddMemberForm.parse({ kind: 'parent', prefix: '', initials: '', ...names })).toMatchObject(names)
})

test('decisions are read from their own fields only', () => {
  const fields = [
    ['twijfel:a@1-x', 'keep'],
    ['twijfel:b@1-x', 'replace'],
    ['twijfel:c@1-x', 'maybe'],
    ['other', 'keep'],
  ] as const
  expect(decisionsIn(fields)).toEqual({ 'a@1-x': 'keep', 'b@1-x': 'replace' })
})

test.each([
  ['2', 2],
  ['', null],
  [undefined, null],
  ['-1', null],
  ['1e3', null],
  ['99999', null],
])('the version %s in an address is %s', (text, version) => {
  expect(versionIn(text)).toBe(version)
})

test.each([
  [
    { soort: 'goal', id },
    { kind: 'goal', id },
  ],
  [{ soort: 'dossier' }, { kind: 'dossier', id: null }],
  [{ soort: 'goal' }, null],
  [{ soort: 'dossier', id }, null],
  [{ soort: 'person', id }, null],
  [{ soort: ['goal', 'plan'], id }, null],
  [{ soort: 'goal', id: 'x' }, null],
  [{}, null],
])('the address %j names the subject %j', (query, subject) => {
  expect(subjectInAddress(query)).toEqual(subject)
})
