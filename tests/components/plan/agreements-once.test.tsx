import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PlanDocumentView } from '@/components/plan/plan-document-view'
import type { PlanDocument, PlanRow, PlanRowContent } from '@/lib/domain/plan-document'

const row = (position: number, itemKey: string, content: PlanRowContent): PlanRow => ({
  id: `row-${position}`,
  subject: null,
  sectionKey: 'goals',
  itemKey,
  position,
  content,
})
const agreement = (id: string, text: string, goals: string[]): PlanRowContent => ({
  kind: 'agreement',
  agreementId: id,
  text,
  doers: ['Anke'],
  when: 'uiterlijk 3 maart 2026',
  goals,
})
const goal: PlanRowContent = { kind: 'goal', goalId: 'rest', text: 'Noor slaapt.', concern: null, expectedEffect: null }

function shown(agreements: PlanRow[]): string {
  const document: PlanDocument = {
    code: 'G-1',
    title: 'GIPS 3 – herstelplan',
    version: 1,
    state: 'definitive',
    adoptedOn: '2026-03-01',
    aim: null,
    sections: [
      {
        key: 'goals',
        title: 'Doelen',
        items: [
          { key: 'goals.list', question: 'Welke doelen?', rows: [row(1, 'goals.list', goal)] },
          { key: 'agreements.list', question: 'Wie doet wat?', rows: agreements },
        ],
      },
    ],
  }
  return renderToStaticMarkup(<PlanDocumentView document={document} />)
}

const times = (html: string, text: string) => html.split(text).length - 1

test('an agreement for a goal of the plan is read once, under its goal', () => {
  const html = shown([row(2, 'agreements.list', agreement('a', 'Leest elke avond voor.', ['rest']))])
  expect(times(html, 'Leest elke avond voor.')).toBe(1)
  expect(html).toContain('Afspraken bij doel 1')
  expect(html).not.toContain('Wie doet wat?')
})

test('one for a goal of an earlier plan stays in the list', () => {
  const html = shown([row(2, 'agreements.list', agreement('a', 'Belt de school.', ['earlier']))])
  expect(times(html, 'Belt de school.')).toBe(1)
  expect(html.indexOf('Belt de school.')).toBeGreaterThan(html.indexOf('Wie doet wat?'))
})
