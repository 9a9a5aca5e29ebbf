import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymiseDocument } from '@/lib/domain/anonymise/anonymise-document'
import type { PlanDocument, PlanRowContent } from '@/lib/domain/plan-document'
import type { PlanPrinter } from '@/lib/pdf/plan-pdf'
import { EVERYONE } from '../domain/anonymise/people'
import { bookmarks, opened, pageTexts } from './pdf-text'
import { FULL_PLAN, item, planWith } from './plans'
import { openPrinter } from './printing'

let printer: PlanPrinter
beforeAll(async () => {
  printer = await openPrinter()
})
afterAll(() => printer.close())

const anonymous = anonymiseDocument(FULL_PLAN, EVERYONE).document

async function printed(plan: PlanDocument): Promise<Uint8Array> {
  return (await printer.render(plan)).pdf
}

function withAnswer(text: string): PlanDocument {
  return planWith(item('a', 'Hoe gaat het?', { kind: 'answer', respondent: null, text }))
}

async function textOf(plan: PlanDocument): Promise<string> {
  return pageTexts(await printed(plan)).join('\n')
}

describe('the file', () => {
  test('is a tagged PDF/UA-1 in Dutch with a title', async () => {
    const pdf = await printed(anonymous)
    expect(Buffer.from(pdf.subarray(0, 8)).toString('latin1')).toMatch(/^%PDF-1\.\d$/)
    const content = opened(pdf)
    expect(content).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(content).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(content).toMatch(/\/Marked true/)
    expect(content).toMatch(/\/Lang \(nl/)
    expect(content).toMatch(/\/DisplayDocTitle true/)
    expect(content).toContain('/MediaBox [0 0 595.2756 841.8898]')
  })

  test('has headings and tables with header cells', async () => {
    const content = opened(await printed(anonymous))
    for (const tag of ['H1', 'H2', 'H3', 'H4', 'Table', 'TH', 'TD'])
      expect(content).toMatch(new RegExp(`/S /${tag}\\b`))
    expect(content).toContain('/Scope /Column')
  })

  test('has bookmarks for sections and questions', async () => {
    expect(bookmarks(await printed(anonymous))).toEqual([
      'Veiligheid',
      'Wat heeft ieder kind nodig?',
      'Hoe veilig is het nu, van 0 tot 10?',
      'Zorgen, doelen en afspraken',
      ...(FULL_PLAN.sections[1]?.items.map(({ question }) => question) ?? []),
    ])
  })

  test('is the same for the same plan, to the byte', async () => {
    const other = await openPrinter()
    expect(Buffer.from(await printed(anonymous)).equals(Buffer.from((await other.render(anonymous)).pdf))).toBe(true)
    await other.close()
  })

  test('carries its own fonts and uses none of the machine', async () => {
    const names = [
      ...opened(await printed(withAnswer('Hallo 👶 Привет مرحبا ☎'))).matchAll(/\/BaseFont \/\w+\+([\w-]+)/g),
    ]
    expect(names.length).toBeGreaterThan(0)
    for (const [, name] of names) expect(name).toMatch(/^(AtkinsonHyperlegibleNext|Noto)/)
  })
})

describe('what can be read', () => {
  test('pages with number, version and date in the footer', async () => {
    const pages = pageTexts(await printed(anonymous))
    expect(pages.length).toBeGreaterThan(1)
    pages.forEach((text, index) => {
      expect(text).toContain(`pagina ${index + 1} van ${pages.length}`)
      expect(text).toContain('versie 2 · 12 maart 2026')
    })
  })

  test('every text of every kind of row', async () => {
    const text = (await textOf(anonymous)).replace(/\s+/g, ' ')
    for (const part of [
      'J.B. wil rust.',
      '6,5',
      'geen',
      'Nieuw letsel.',
      'Nog niet.',
      'O.A., A.M.J.V.',
      'Iedereen',
      'Logeren',
      'H.B. belde drie keer.',
      '58 % (van 40 % tot 75 %)',
      'O.A. 40 % J.B. huilt',
      'stopt',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('agreements stand under their goal, and only there', async () => {
    const text = (await textOf(anonymous)).replace(/\s+/g, ' ')
    const places = [
      'J.B. is dag en nacht',
      'Afspraken bij dit doel',
      'J.B. logeert bij',
      'H.B. vraagt op tijd',
      'Overige afspraken',
      'Bellen met',
    ]
    const found = places.map((part) => text.indexOf(part))
    expect(found).not.toContain(-1)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(text.split('J.B. logeert bij')).toHaveLength(2)
  })

  test('an agreement for two goals stands under both', async () => {
    const goal = (goalId: string): PlanRowContent => ({
      kind: 'goal',
      goalId,
      text: `Doel ${goalId}`,
      concern: null,
      expectedEffect: null,
    })
    const plan = planWith(
      item('goals', 'Doelen', goal('een'), goal('twee')),
      item('agreements', 'Afspraken', {
        kind: 'agreement',
        agreementId: 'a',
        text: 'Samen eten',
        doers: [],
        when: '',
        goals: ['een', 'twee'],
      }),
    )
    expect((await textOf(plan)).split('Samen eten')).toHaveLength(3)
  })

  test('a plan without answers says so', async () => {
    expect(await textOf(planWith(item('a', 'Lege vraag?')))).toContain('nog geen antwoorden')
  })

  test('the same as another reader sees, where one is installed', async (context) => {
    if (spawnSync('pdftotext', ['-v']).error) context.skip()
    const folder = mkdtempSync(join(tmpdir(), 'plan-'))
    const file = join(folder, 'plan.pdf')
    writeFileSync(file, await printed(anonymous))
    const text = execFileSync('pdftotext', ['-layout', file, '-']).toString()
    rmSync(folder, { recursive: true })
    expect(text).toContain('GIPS 1 – veiligheidsplan')
    expect(text).toMatch(/J\.B\. logeert bij het pleeggezin/)
  })
})

test('no name is left anywhere in the file: text, bookmarks, title, metadata, structure', async () => {
  const plan = { ...FULL_PLAN, title: 'Herstelplan van Janna van der Berg', aim: 'Hans en Chloé helpen Janna.' }
  const pdf = await printed(anonymiseDocument(plan, EVERYONE).document)
  const seen = [opened(pdf), opened(pdf).replaceAll('\0', ''), ...pageTexts(pdf), ...bookmarks(pdf)].join('\n')
  for (const name of ['Janna', 'Berg', 'Hans', 'Chloé', 'Bakker', 'Jansen', 'Vries', 'Amrani', '12345678', 'G-0001']) {
    expect(seen).not.toMatch(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu'))
    expect(seen.toLowerCase()).not.toContain(Buffer.from(name, 'utf16le').swap16().toString('hex'))
  }
  expect(opened(pdf)).not.toMatch(/\/Author|dc:creator|\/Keywords/)
})

describe('texts that are hard to set', () => {
  test.each([
    '#panic("x")',
    '$x$ *b* _i_ `c` @ref <label> // weg',
    '\\u{7} "]) #read("/etc/hosts")',
    '<script>alert(1)</script>',
    '= Kop\n- lijst',
  ])('are text, never markup: %j', async (text) => {
    const found = (await textOf(withAnswer(text))).replace(/\s+/g, '')
    expect(found).toContain(text.replace(/\s+/g, ''))
  })

  test('signs without a font become a box and are listed', async () => {
    const { pdf, missingGlyphs } = await printer.render(withAnswer('漢 en \ue000 maar wel é 👶🏽 ☎ Привет مرحبا'))
    expect(missingGlyphs).toEqual(['漢', '\ue000'])
    const text = pageTexts(pdf).join('\n')
    expect(text.replace(/\s+/g, '')).toContain('□en□maarwelé')
    expect(text).toContain('Привет')
    expect(text).toMatch(/👶/u)
  })

  test.each([
    ['control characters', '\u0000\u0007\u001b[31m rood \u0085'],
    ['lone halves of a pair', 'a\ud800b\udc00c'],
    ['invisible and turning characters', 'a\u200b\u202eb\u2066c\ufeffd'],
    ['piles of accents', `a${'\u0301'.repeat(500)}`],
    ['right to left with vowels', 'مُحَمَّد قال: Hallo 12'],
    ['families of emoji, flags and keycaps', '👨‍👩‍👧‍👦 🇳🇱 1️⃣ ❤️'],
    ['other scripts', 'שלום ไทย हिन्दी 한국어'],
  ])('%s do not throw', async (_, text) => {
    const { pdf } = await printer.render({ ...withAnswer(text), title: `Plan ${text}`, aim: text })
    expect(pdf.length).toBeGreaterThan(1000)
  })

  test.each([
    ['words', 'woord '.repeat(16_700)],
    ['one word', 'a'.repeat(100_000)],
    ['emoji', '👶'.repeat(50_000)],
  ])('100,000 characters of %s do not throw and stay on the page', async (_, text) => {
    expect(pageTexts(await printed(withAnswer(text))).length).toBeGreaterThan(10)
  })
})

describe('beside other work', () => {
  const rows = Array.from(
    { length: 3000 },
    (_, index): PlanRowContent => ({
      kind: 'response',
      who: 'J.B.',
      response: `Eens met punt ${index}`,
      words: 'Ik doe mee met dit plan.',
    }),
  )

  test('3,000 rows leave the event loop free', async () => {
    await printed(withAnswer('warm'))
    const start = performance.now()
    let last = start
    let longest = 0
    const ticks = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 1)
    const pdf = await printed(planWith(item('a', 'Vraag', ...rows)))
    clearInterval(ticks)
    expect(pdf.length).toBeGreaterThan(100_000)
    expect(longest).toBeLessThan((performance.now() - start) / 2)
  })

  test('a plan that was set before comes from the cache, a changed one does not', async () => {
    const first = await printer.render(anonymous)
    expect((await printer.render(structuredClone(anonymous))).pdf).toBe(first.pdf)
    expect((await printer.render({ ...anonymous, version: 9 })).pdf).not.toBe(first.pdf)
  })

  test('many at once all get their own', async () => {
    const texts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => textOf(withAnswer(`Antwoord nummer ${index}.`))),
    )
    for (const [index, text] of texts.entries()) expect(text).toContain(`Antwoord nummer ${index}.`)
  })
})

test('a thread that cannot start refuses, and the next order tries again', async () => {
  const { planPrinter } = await import('@/lib/pdf/plan-pdf')
  const broken = planPrinter('/nergens/typst-worker.js', '/nergens')
  await expect(broken.render(anonymous)).rejects.toThrow()
  await expect(broken.render(anonymous)).rejects.toThrow()
  await broken.close()
})
