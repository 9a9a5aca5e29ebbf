import { describe, expect, test } from 'vitest'
import { issueLevelWord, nextIssueLevel } from '@/lib/domain/issue'
import { IssueForm } from '@/lib/domain/issue-forms'
import { ConsiderForm, MeasurementsForm } from '@/lib/domain/measurement-forms'
import { ProgressMeetingForm } from '@/lib/domain/progress-forms'
import { readForm } from '@/lib/form-data'

const SEM = '0197a5a0-0000-7000-8000-000000000001'
const LOTTE = '0197a5a0-0000-7000-8000-000000000002'

function formOf(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) form.append(name, each)
  }
  return form
}

const errorsOf = (read: ReturnType<typeof readForm>) =>
  !read.ok && read.state.state === 'invalid' ? read.state.errors : null

describe('a measurement of several children', () => {
  const contact = { formId: SEM, measuredOn: '2026-03-03', contact: 'visit' }
  const row = (id: string, [current, lasting, explanation]: readonly [string, string, string]) => ({
    [`current.${id}`]: current,
    [`lasting.${id}`]: lasting,
    [`explanation.${id}`]: explanation,
  })

  test('keeps each row that was filled in, and leaves out the child of whom nothing was said', () => {
    const form = formOf({ ...contact, ...row(SEM, ['6,5', '4', 'Rustig']), ...row(LOTTE, ['', ' ', '']) })
    const read = readForm(MeasurementsForm, form)
    expect(read.ok && read.input).toEqual({
      ...contact,
      rows: [{ childId: SEM, current: 6.5, lasting: 4, explanation: 'Rustig' }],
    })
  })

  test('says everything that is wrong at once, each at its own field, and gives back what was typed', () => {
    const typed = {
      formId: SEM,
      measuredOn: '',
      contact: '',
      ...row(SEM, ['11', '', 'Rustig']),
      ...row(LOTTE, ['6', '5', '']),
    }
    const read = readForm(MeasurementsForm, formOf(typed))
    expect(errorsOf(read)).toEqual({
      measuredOn: 'Vul een datum in.',
      contact: 'Kies hoe u het weet.',
      [`current.${SEM}`]: 'Het cijfer moet tussen 0 en 10 liggen.',
      [`lasting.${SEM}`]: 'Vul een cijfer in van 0 tot en met 10.',
      [`explanation.${LOTTE}`]: 'De toelichting is nog leeg.',
    })
    expect(read.typed).toMatchObject(typed)
  })

  test('needs at least one child, and takes no row that hangs on something else', () => {
    const wrong = formOf({ ...contact, ...row('moeder', ['6', '6', 'Rustig']) })
    expect(errorsOf(readForm(MeasurementsForm, wrong))?.form).toContain('minstens één kind')
  })
})

test.each([
  ['what is needed', { followUps: ['help'], followUpNote: '' }, true],
  ['why nothing is', { followUpNote: 'Het was een drukke week.' }, true],
  ['neither', { followUpNote: ' ' }, false],
  ['something that is not asked', { followUps: ['niets'], followUpNote: 'Toch' }, false],
])('the four questions take %s', (_what, given, isTaken) => {
  expect(ConsiderForm.safeParse({ measurementId: SEM, ...given }).success).toBe(isTaken)
})

describe('a progress meeting', () => {
  const head = { heldOn: '2026-03-03', note: 'Het gaat beter.' }

  test('keeps who was there with what they said, and nothing of who was not', () => {
    const form = formOf({
      ...head,
      [`there.${SEM}`]: 'no',
      [`there.${LOTTE}`]: 'open',
      'there.niemand': 'yes',
      [`remark.${SEM}`]: 'Het gaat te snel.',
      [`progress.${LOTTE}`]: 'ahead',
      [`helpWorks.${LOTTE}`]: 'partly',
      [`current.${SEM}`]: '7',
      [`lasting.${SEM}`]: '6',
    })
    const read = readForm(ProgressMeetingForm, form)
    expect(read.ok && read.input).toEqual({
      ...head,
      progressMeetingId: null,
      participants: [
        { id: SEM, there: 'no', remark: 'Het gaat te snel.' },
        { id: LOTTE, there: 'open', remark: null },
      ],
      goals: [{ goalId: LOTTE, progress: 'ahead', helpWorks: 'partly', goalRemark: null }],
      scores: [{ childId: SEM, current: 7, lasting: 6 }],
    })
  })

  test('asks who was there, why somebody does not agree, and the rest of a row that was begun', () => {
    expect(errorsOf(readForm(ProgressMeetingForm, formOf({})))).toMatchObject({
      form: 'Kies bij minstens één persoon dat die erbij was.',
    })
    const form = formOf({
      ...head,
      [`there.${SEM}`]: 'no',
      [`there.${LOTTE}`]: '',
      [`remark.${LOTTE}`]: 'Ik was er even.',
      [`progress.${LOTTE}`]: 'ahead',
      [`helpWorks.${LOTTE}`]: '',
      [`current.${SEM}`]: '7',
      [`lasting.${SEM}`]: '',
    })
    expect(errorsOf(readForm(ProgressMeetingForm, form))).toEqual({
      [`remark.${SEM}`]: 'Schrijf op waarom niet.',
      [`there.${LOTTE}`]: 'Kies of deze persoon erbij was.',
      [`helpWorks.${LOTTE}`]: 'Kies of de hulp werkt.',
      [`lasting.${SEM}`]: 'Vul een cijfer in van 0 tot en met 10.',
    })
  })
})

test('an issue without an owner or a goal says so at the owner alone: a goal may be left open', () => {
  const given = { formId: SEM, text: 'Wachtlijst', kind: 'waitingList', goalId: '', ownerPersonId: '', tried: 'Gebeld' }
  expect(errorsOf(readForm(IssueForm, formOf(given)))).toEqual({ ownerPersonId: 'Kies van wie de kwestie is.' })
})

test('an issue goes from the lead provider to the municipality, one step at a time', () => {
  const road = ['leadProvider', 'ownTeam', 'management', 'municipality'] as const
  expect(road.map(nextIssueLevel)).toEqual(['ownTeam', 'management', 'municipality', null])
  expect(nextIssueLevel('resolved')).toBeNull()
  expect(new Set([...road, 'resolved' as const].map(issueLevelWord)).size).toBe(5)
})
