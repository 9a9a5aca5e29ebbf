import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Poster } from '@/lib/domain/poster'
import type { PlanPrinter } from '@/lib/pdf/plan-pdf'
import { opened, pageTexts } from './pdf-text'
import { openPrinter } from './printing'

let printer: PlanPrinter
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer.close())

const poster: Poster = {
  lines: [
    { heading: 'Onze regels thuis', text: 'Telefoons in de mand.\nNiemand gaat boos naar bed.' },
    { heading: 'Hieraan merken we dat het moeilijk wordt', text: 'Deuren slaan.' },
    { heading: 'Dan doen we dit', text: 'We lopen een rondje en bellen Aukje.' },
  ],
  caseManager: 'Anke Verpleging',
  firstOn: '2027-06-01',
  secondOn: '2027-12-01',
}
const printed = async (given: Partial<Poster> = {}) => (await printer.renderPoster({ ...poster, ...given })).pdf
const long = (words: number) => 'We lopen samen een rondje door het park. '.repeat(words / 8)

describe('the page for the wall', () => {
  test('is one tagged A4 in Dutch, with the family’s words and the dates', async () => {
    const pdf = await printed()
    const pages = pageTexts(pdf)
    expect(pages).toHaveLength(1)
    for (const words of [
      'Ons plan',
      'Niemand gaat boos naar bed.',
      'Dan doen we dit',
      'Anke Verpleging',
      '1 juni 2027',
    ]) {
      expect(pages[0]).toContain(words)
    }
    const content = opened(pdf)
    expect(content).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(content).toMatch(/\/S \/H1\b/)
    expect(content).toMatch(/\/Lang \(nl/)
    expect(content).toContain('/MediaBox [0 0 595.2756 841.8898]')
  })

  test('does not name the case manager where that name is hidden', async () => {
    expect(pageTexts(await printed({ caseManager: null })).join()).not.toContain('Anke')
  })

  test.each([40, 200, 480])('stays one page with %i words', async (words) => {
    const pages = pageTexts(
      await printed({ lines: [...poster.lines, { heading: 'Dit beloven we elkaar', text: long(words) }] }),
    )
    expect(pages).toHaveLength(1)
  })

  test('takes what a family types as text, never as markup', async () => {
    const text = '#panic() $x$ *vet* _scheef_ <b>'
    const pages = pageTexts(await printed({ lines: [{ heading: 'Onze regels thuis', text }] }))
    expect(pages[0]).toContain('#panic() $x$ *vet* _scheef_ <b>')
  })
})
