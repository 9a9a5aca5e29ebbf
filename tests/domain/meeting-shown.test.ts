import { expect, test } from 'vitest'
import { meetingShown } from '@/lib/domain/meeting-shown'
import type { MeetingPage } from '@/lib/domain/meeting-view'

const item = (key: string) => ({ item: { key, question: `${key}?` }, fields: [{ id: key, text: `text of ${key}` }] })
const contribution = (id: string, text: string, attendance: string) => ({ id, text, attendance, mayWrite: false })
const page = {
  frame: { code: 'zwaluw-12', familyName: 'Hiemstra', members: [{ id: 'mother' }] },
  missing: [{ sentence: 'Kies de TOP-3.' }],
  checklist: { remark: 'de tolk' },
  riskPart: { isClosed: true, bar: null },
  risks: [{ key: 'parent.violence', facts: 'Hij sloeg.' }],
  riskPattern: item('riskAssessment.history'),
  prepared: [{ personId: 'nurse' }],
  choices: [{ personId: 'nurse' }],
  decisions: [{ rank: 1 }],
  seats: [{ id: 'seat' }],
  sections: [
    { key: 'safety', isClosed: false, items: [item('open')] },
    { key: 'risks', isClosed: true, items: [item('closed')] },
  ],
  contributions: [
    contribution('absent', 'Jildou slaapt slecht.', 'absent'),
    contribution('came', 'Dit zeg ik zelf.', 'present'),
    contribution('silent', ' ', 'unknown'),
  ],
} as unknown as MeetingPage

test('of a meeting travels what its agenda shows', () => {
  const shown = meetingShown(page)
  expect(shown.frame).toEqual({ code: 'zwaluw-12' })
  expect(shown).not.toHaveProperty('missing')
  expect(shown).not.toHaveProperty('checklist')
  expect(shown).not.toHaveProperty('riskPart')
  expect(shown.contributions.map(({ text }) => text)).toEqual(['Jildou slaapt slecht.'])
})

test('while the part about risks is closed nothing of it travels', () => {
  const nothing = { risks: [], riskPattern: null, prepared: [], choices: [], decisions: [] }
  expect(meetingShown(page)).toMatchObject(nothing)
  const { risks, riskPattern, prepared, choices, decisions } = page
  const open = { ...page, riskPart: { isClosed: false, bar: null } } as MeetingPage
  expect(meetingShown(open)).toMatchObject({ risks, riskPattern, prepared, choices, decisions })
})

test('of a closed part only the questions travel', () => {
  const [open, closed] = meetingShown(page).sections
  expect(open).toBe(page.sections[0])
  expect(closed?.items).toEqual([{ item: { key: 'closed', question: 'closed?' }, fields: [] }])
})
