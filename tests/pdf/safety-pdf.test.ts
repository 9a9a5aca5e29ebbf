import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymiseSafety } from '@/lib/domain/anonymise/anonymise-safety'
import type { AssessmentOnPage, ScoreWithReason } from '@/lib/domain/safety-course'
import { safetyDocument } from '@/lib/domain/safety-document'
import type { PlanPrinter } from '@/lib/pdf/plan-pdf'
import { EVERYONE } from '../domain/anonymise/people'
import { bookmarks, opened, pageTexts } from './pdf-text'
import { openPrinter } from './printing'

let printer: PlanPrinter
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer.close())

function score(given: Partial<ScoreWithReason>): ScoreWithReason {
  return {
    scorer: 'Omar El Amrani',
    detail: 'wijkteam Lindehof',
    side: 'professional',
    score: 5,
    reason: 'Hans gaf Janna rust.',
    onePointHigher: 'Als Wil Kok elke dag komt.',
    situation: null,
    underSixAnswer: null,
    ...given,
  }
}

const ASSESSMENT: AssessmentOnPage = {
  id: 'first',
  isExtra: false,
  label: 'GIPS 1',
  question: 'Wat zagen jullie na het signaal?',
  measures: [{ who: 'Omar El Amrani', text: 'Meteen bellen.' }],
  heldOn: '2026-03-12',
  mean: 5,
  lowest: { name: 'Roos', score: 4.5 },
  minimumMet: false,
  minimumReason: 'Voor Janna is het nog geen 6.',
  conclusion: null,
  members: [
    {
      memberId: 'a',
      name: 'Janna',
      mean: 5,
      professionals: [score({ underSixAnswer: 'Chloé Bakker blijft slapen.' })],
      beside: [score({ scorer: 'Hans van der Berg', side: 'family', score: null })],
      otherSituations: [score({ situation: 'als Janna bij oma is', score: 7 })],
      away: [score({ scorer: 'Roos de Wit', score: 3 })],
    },
  ],
}
const COURSE = {
  memberId: 'a',
  name: 'Roos',
  points: [
    { label: 'GIPS 1', heldOn: '2026-03-12', score: 5 },
    { label: 'GIPS 2', heldOn: '2026-06-12', score: null },
    { label: 'Extra veiligheidsinschatting', heldOn: '2026-07-01', score: 6.5 },
  ],
}
const anonymous = anonymiseSafety(safetyDocument([ASSESSMENT], [COURSE], '2026-08-01'), EVERYONE).document

describe('the PDF of all assessments', () => {
  test('is a tagged PDF/UA-1 in Dutch with headings, tables and bookmarks', async () => {
    const { pdf } = await printer.renderSafety(anonymous)
    const content = opened(pdf)
    expect(content).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(content).toMatch(/\/Lang \(nl/)
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD']) expect(content).toMatch(new RegExp(`/S /${tag}\\b`))
    expect(bookmarks(pdf)).toEqual([
      'Hoe het ging per gezinslid',
      'R.W.',
      'GIPS 1, 12 maart 2026',
      'Wat eruit kwam',
      'J.B.',
    ])
  })

  test('says the trend, every score with its reason and what makes it one higher, without a name', async () => {
    const { pdf } = await printer.renderSafety(anonymous)
    const text = pageTexts(pdf).join('\n').replace(/\s+/g, ' ')
    for (const part of [
      'Stand van 1 augustus 2026',
      '1,5 hoger dan',
      'Gemiddeld: 5,0',
      'Laagste cijfer: R.W. (4,5)',
      'Bodemeisen nog niet gehaald. Voor J.B. is het nog geen 6.',
      'H.B. gaf J.B. rust.',
      'Antwoord op dit cijfer: C.B. blijft',
      'kan dit niet',
      'als J.B. bij oma is',
      'niet bij het overleg',
      'Als W.K. elke dag',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toMatch(/Janna|Hans|Roos|Omar|Chloé|Lindehof|signaal|Meteen bellen/)
  })

  test('says so when nothing was assessed yet', async () => {
    const { pdf } = await printer.renderSafety(safetyDocument([], [], '2026-08-01'))
    expect(pageTexts(pdf).join('\n').replace(/\s+/g, ' ')).toContain('Er zijn nog geen veiligheidscijfers.')
  })
})
