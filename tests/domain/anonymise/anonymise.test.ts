import { describe, expect, test } from 'vitest'
import { anonymise } from '@/lib/domain/anonymise/anonymise'
import { ANNE_MARIE, CHLOE, EVERYONE, HANS, HOF, JANNA, OMAR, person, ROOS, WIL } from './people'

function text(original: string, people = EVERYONE): string {
  return anonymise(original, people).text
}

describe('a name is replaced by initials', () => {
  test.each([
    ['Janna huilt.', 'J.B. huilt.'],
    ['JANNA en janna', 'J.B. en J.B.'],
    ['Janna van der Berg', 'J.B.'],
    ['janna van der berg slaapt', 'J.B. slaapt'],
    ['Janna v.d. Berg, Janna vd Berg, Janna v/d Berg en Janna van den Berg', 'J.B., J.B., J.B. en J.B.'],
    ['Berg, Janna van der', 'J.B.'],
    ['J. van der Berg', 'J.B.'],
    ['Janna\nvan der Berg', 'J.B.'],
    ['Janna Berg', 'J.B.'],
    ['Vanderberg', 'J.B.'],
  ])('%j becomes %j', (original, expected) => {
    expect(text(original, [JANNA])).toBe(expected)
  })

  test('in every genitive', () => {
    expect(text("Janna's fles, Jannas fles, Hans' fles, Hans zijn fles")).toBe(
      "J.B.'s fles, J.B.'s fles, H.B.' fles, H.B. zijn fles",
    )
  })

  test('with and without diacritics, composed and decomposed', () => {
    expect(text('Chloe, Chloé, Chloe\u0301, CHLOÉ', [CHLOE])).toBe('C.B., C.B., C.B., C.B.')
    expect(text('Zoë en Zoe', [person('Zoe', 'Ü')])).toBe('Z.U. en Z.U.')
    expect(text('Søren en Soren', [person('Søren', 'Åberg')])).toBe('S.A. en S.A.')
  })

  test('with hyphens: the whole, the parts and written as one', () => {
    expect(text('Anne-Marie; Annemarie; Anne Marie; Anne; Marie', [ANNE_MARIE])).toBe(
      'A.M.J.V.; A.M.J.V.; A.M.J.V.; A.M.J.V.; A.M.J.V.',
    )
    expect(text('Jansen-de Vries, mw. de Vries, mevrouw Jansen', [ANNE_MARIE])).toBe(
      'A.M.J.V., mw. A.M.J.V., mevrouw A.M.J.V.',
    )
  })

  test('with foreign prefixes and an apostrophe', () => {
    expect(text('Omar El Amrani of el-Amrani of Amrani', [OMAR])).toBe('O.A. of O.A. of O.A.')
    expect(text('Bep van ’t Hof of Van het Hof', [HOF])).toBe('B.H. of B.H.')
  })

  test.each([
    '“Janna”',
    '(Janna)',
    '👶Janna👶',
    'Janna!',
    '\nJanna\n',
    "'Janna'",
    '_Janna_',
    'Janna2',
    '…Janna…',
    '@Janna',
  ])('beside other signs: %j', (original) => expect(text(original)).toBe(original.replace('Janna', 'J.B.')))

  test('behind invisible characters', () => {
    for (const invisible of ['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202e']) {
      expect(text(`Jan${invisible}na`)).toBe('J.B.')
    }
    expect(text('Janna\u200bloopt')).toBe('J.B.\u200bloopt')
  })

  test('in a compound with a hyphen, where the other part stays', () => {
    expect(text('de Janna-dag')).toBe('de J.B.-dag')
  })

  test('without a second dot at the end of the sentence', () => {
    expect(text('Dit is Janna. Daar is Hans...')).toBe('Dit is J.B. Daar is H.B...')
  })

  test('in other scripts, also with vowel signs or a stretched letter', () => {
    const mohammed = person('محمد', 'الأمراني')
    expect(text('هذا محمد.', [mohammed])).not.toContain('محمد')
    expect(text('هذا مُحَمَّد.', [mohammed])).not.toContain('مُحَمَّد')
    expect(text('هذا محمـــد.', [mohammed])).not.toContain('محمـــد')
    expect(text('Это Олена.', [person('Олена', 'Коваль')])).toBe('Это О.К.')
  })
})

describe('who is meant', () => {
  test('a surname of several people gives only its own letter', () => {
    expect(text('De familie van der Berg', [JANNA, HANS])).toBe('De familie B.')
  })

  test('people with the same initials are numbered in the order they are given', () => {
    const people = [person('Janna', 'Berg'), person('Joost', 'Brouwers')]
    expect(text('Janna en Joost', people)).toBe('J.B.1 en J.B.2')
  })

  test('the same person given twice counts once', () => {
    expect(text('Janna', [JANNA, JANNA])).toBe('J.B.')
  })

  test('a name in the initials field does not come out', () => {
    expect(text('Janna', [person('Janna', 'Berg', null, 'Janna')])).toBe('J.B.')
    expect(text('Janna', [person('Janna', 'Berg', null, 'J.M.')])).toBe('J.M.B.')
    expect(text('Janna', [person('Janna', 'Berg', null, 'JM')])).toBe('J.M.B.')
  })

  test('two people who are named one after the other stay two', () => {
    expect(text('Janna Hans')).toBe('J.B. H.B.')
    expect(text('Bij Van den Berg, H. van der Berg', [JANNA, HANS])).toBe('Bij B., H.B.')
  })
})

describe('words that merely contain a name stay', () => {
  test.each(['Jannatuin', 'Berging', 'Bergje', 'Hansworst', 'vanjanna', 'Annemarieke', 'Omarion'])('%s', (word) =>
    expect(text(`Een ${word} daar`)).toBe(`Een ${word} daar`),
  )

  test('nobody and nothing give the same text back', () => {
    expect(text('Janna', [])).toBe('Janna')
    expect(text('')).toBe('')
    expect(text('Zij is er', [person('', '')])).toBe('Zij is er')
  })
})

describe('a name that is also an ordinary word', () => {
  const people = [ROOS, WIL, CHLOE, JANNA, HOF, person('Mees', 'Storm'), person('Dag', 'Hoop')]

  test.each([
    ['De roos bloeit in de tuin.', 'De roos bloeit in de tuin.'],
    ['Wil je dat ik help?', 'Wil je dat ik help?'],
    ['Zij wil dat de bakker en de kok komen.', 'Zij wil dat de bakker en de kok komen.'],
    ['De berg is hoog en de muur is wit.', 'De berg is hoog en de muur is wit.'],
    ['Ik hoop op een mooie dag zonder storm.', 'Ik hoop op een mooie dag zonder storm.'],
    ['Hoop dat het lukt.', 'Hoop dat het lukt.'],
    ['Dag allemaal!', 'Dag allemaal!'],
    ['Het hof heeft beslist.', 'Het hof heeft beslist.'],
    ['oma wil dat ook', 'oma wil dat ook'],
  ])('stays where it is the word: %j', (original, expected) => {
    expect(text(original, people)).toBe(expected)
  })

  test.each([
    ['Toen kwam Roos binnen.', 'Toen kwam R.W. binnen.'],
    ['Volgens Wil gaat het goed.', 'Volgens W.K. gaat het goed.'],
    ['Roos speelt buiten.', 'R.W. speelt buiten.'],
    ['Wil komt morgen.', 'W.K. komt morgen.'],
    ['wil kok zei dat', 'W.K. zei dat'],
    ['roos de wit is er', 'R.W. is er'],
    ['De heer Kok en mevrouw Bakker', 'De heer W.K. en mevrouw C.B.'],
    ['mevrouw bakker belt', 'mevrouw C.B. belt'],
    ["roos's jas", "R.W.'s jas"],
    ['Met de familie Van ’t Hof', 'Met de familie B.H.'],
    ['Mees vliegt uit. Het is Storm!', 'M.S. vliegt uit. Het is M.S.!'],
    ['Met (Hoop) en Dag', 'Met (D.H.) en D.H.'],
    ['C. Bakker', 'C.B.'],
  ])('is replaced where it is the name: %j', (original, expected) => {
    expect(text(original, people)).toBe(expected)
  })

  test('every doubt is shown, also the ones that are kept', () => {
    const { replacements } = anonymise('Wil je een roos?', people)
    expect(replacements.map(({ original, certainty, decision }) => [original, certainty, decision])).toEqual([
      ['Wil', 'maybe', 'keep'],
      ['roos', 'maybe', 'keep'],
    ])
  })

  test('Veilig Thuis keeps its name when somebody is called Thuis', () => {
    expect(text('Wij belden Veilig Thuis.', [person('Kim', 'Thuis')])).toBe('Wij belden Veilig Thuis.')
  })

  test('among capitals a capital proves nothing, so the doubt is shown', () => {
    const { replacements } = anonymise('DE ROOS BLOEIT', people)
    expect(replacements).toMatchObject([{ certainty: 'maybe', decision: 'keep' }])
  })
})

describe('decisions of the case director', () => {
  const original = 'Roos is rood. Wil je er een? Janna niet.'

  test('turn a doubt round, by the id of that place', () => {
    const { replacements } = anonymise(original, EVERYONE, { place: 'row-1/text' })
    const [roos, wil] = replacements
    const decisions = { [roos?.id ?? '']: 'keep', [wil?.id ?? '']: 'replace' } as const
    const decided = anonymise(original, EVERYONE, { place: 'row-1/text', decisions })
    expect(decided.text).toBe('Roos is rood. W.K. je er een? J.B. niet.')
  })

  test('never bring back a sure name', () => {
    const { replacements } = anonymise(original, EVERYONE)
    const decisions = Object.fromEntries(replacements.map(({ id }) => [id, 'keep' as const]))
    expect(anonymise(original, EVERYONE, { decisions }).text).toBe('Roos is rood. Wil je er een? J.B. niet.')
  })

  test('do not reach another row, nor the same row after it was changed', () => {
    const { replacements } = anonymise(original, EVERYONE, { place: 'row-1/text' })
    const decisions = Object.fromEntries(replacements.map(({ id }) => [id, 'keep' as const]))
    expect(anonymise(original, EVERYONE, { place: 'row-2/text', decisions }).text).toContain('R.W. is rood')
    expect(anonymise(`${original}!`, EVERYONE, { place: 'row-1/text', decisions }).text).toContain('R.W. is rood')
  })
})
