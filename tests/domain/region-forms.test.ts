import { describe, expect, test } from 'vitest'
import { localMoment } from '@/lib/dates'
import { instantOfLocal } from '@/lib/domain/calendar'
import { EndDeputyForm, VoluntaryForm } from '@/lib/domain/direction-forms'
import { DangerForm, ExplanationForm, FamilyPlanForm, IncidentForm, UnsafetyForm } from '@/lib/domain/intake-forms'
import { AppointForm, FindFamilyForm, FrameworkForm, RegisterFamilyForm, TriageForm } from '@/lib/domain/region-forms'
import { AskToLeaveForm } from '@/lib/domain/team-forms'

const id = '0198c0de-0000-7000-8000-000000000001'
const fieldsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map(({ path }) => path.map(String).join('.')) ?? []

const family = { regionId: id, name: 'Gezin De Wit', directorEmail: 'rik@voorbeeld.test' }
const framework = {
  dossier: 'G-0001',
  frameworkKind: 'pressure',
  frameworkFrom: '2026-03-01',
  frameworkUntil: '2027-03-01',
}
const appointment = { dossier: 'G-0001', role: 'caseDirector', email: 'rik@voorbeeld.test', director: id, chair: '' }
const report = { dossier: 'G-0001', reportedAt: '2026-03-02T10:00', firstActionAt: '2026-03-02T09:59' }

describe('a wrong form says at which field', () => {
  test.each([
    ['a family without a name', RegisterFamilyForm, { ...family, name: ' ' }, 'name'],
    ['a family in no region', RegisterFamilyForm, { ...family, regionId: '' }, 'regionId'],
    ['a family without a case director', RegisterFamilyForm, { ...family, directorEmail: '' }, 'directorEmail'],
    ['an address that is none', RegisterFamilyForm, { ...family, chairEmail: 'mees' }, 'chairEmail'],
    [
      'a director who is the deputy too',
      RegisterFamilyForm,
      { ...family, deputyEmail: 'RIK@voorbeeld.test' },
      'deputyEmail',
    ],
    [
      'a director who is the chair too',
      RegisterFamilyForm,
      { ...family, chairEmail: 'rik@voorbeeld.test' },
      'chairEmail',
    ],
    ['a framework without a kind', RegisterFamilyForm, { ...family, ...framework, frameworkKind: '' }, 'frameworkKind'],
    [
      'a framework without an end',
      RegisterFamilyForm,
      { ...family, ...framework, frameworkUntil: '' },
      'frameworkUntil',
    ],
    ['an end on the first day', FrameworkForm, { ...framework, frameworkUntil: '2026-03-01' }, 'frameworkUntil'],
    ['no kind of framework', FrameworkForm, { ...framework, frameworkKind: 'voluntary' }, 'frameworkKind'],
    ['an action before the report', TriageForm, report, 'firstActionAt'],
    ['a moment without a time', TriageForm, { ...report, reportedAt: '2026-03-02', firstActionAt: '' }, 'reportedAt'],
    ['a code that can be none', TriageForm, { dossier: 'G-1' }, 'dossier'],
    ['a role that the region does not give', AppointForm, { ...appointment, role: 'noteTaker' }, 'role'],
    ['nobody to appoint', AppointForm, { ...appointment, email: '' }, 'email'],
    ['a search for one letter', FindFamilyForm, { text: 'x' }, 'text'],
    ['a form of unsafety that does not exist', UnsafetyForm, { forms: ['rain'], directions: [] }, 'forms.0'],
    ['an incident without a day', IncidentForm, { what: 'Ruzie', happenedOn: '' }, 'happenedOn'],
    ['an incident without words', IncidentForm, { what: ' ', happenedOn: '2026-03-01' }, 'what'],
    ['danger that is neither', DangerForm, { immediateDanger: 'maybe' }, 'immediateDanger'],
    ['no answer of the family', FamilyPlanForm, {}, 'familyPlan'],
    ['a day that does not exist', ExplanationForm, { explainedOn: '2026-02-30' }, 'explainedOn'],
    [
      'going on voluntarily without a reason',
      VoluntaryForm,
      { voluntaryFrom: '2026-03-01', voluntaryReason: '' },
      'voluntaryReason',
    ],
    ['a deputy ended without a reason', EndDeputyForm, { personId: id, deputyReason: ' ' }, 'deputyReason'],
    ['asking to stop without a reason', AskToLeaveForm, { reason: '' }, 'reason'],
  ])('%s', (_what, schema, typed, field) => {
    expect(fieldsOf(schema.safeParse(typed))).toEqual([field])
  })
})

test('a family needs a name, a region and a case director, and nothing else', () => {
  expect(RegisterFamilyForm.parse({ ...family, frameworkKind: '', frameworkFrom: '', reportedAt: '' })).toMatchObject({
    ...family,
    isAnother: false,
    reportedAt: null,
    frameworkKind: null,
    frameworkUntil: null,
    deputyEmail: null,
    chairEmail: null,
  })
})

describe('a moment of a form', () => {
  test.each([
    ['2026-01-15T10:00', '2026-01-15T09:00:00.000Z'],
    ['2026-07-15T10:00:30', '2026-07-15T08:00:30.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ])('%s in the Netherlands is %s', (typed, instant) => {
    expect(instantOfLocal(typed)?.toISOString()).toBe(instant)
  })

  test.each([
    '',
    '2026-02-30T10:00',
    '2026-01-15',
    '2026-01-15T24:00',
    '2026-01-15 10:00',
    'gisteren',
    '2026-01-15T10:00Z',
  ])('%j is none', (typed) => {
    expect(instantOfLocal(typed)).toBeNull()
  })

  test.each(['2026-01-15T10:00', '2026-07-15T23:59', '2024-02-29T00:00'])('%s comes back as it was typed', (typed) => {
    expect(localMoment(instantOfLocal(typed) ?? new Date(0))).toBe(typed)
  })
})
