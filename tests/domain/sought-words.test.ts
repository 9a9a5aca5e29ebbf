import { describe, expect, test } from 'vitest'
import { fromWholeName } from '@/lib/domain/named-people'
import { excerptWith, phrasesOfAddress } from '@/lib/domain/sought-words'

const noor = fromWholeName('1', 'Noor van der Verhoef')
const baker = fromWholeName('2', 'Jan Bakker')
const sought = {
  people: [noor, baker].filter((person) => person !== null),
  phrases: ['Hazelaarspad', 'Nieuw Wielbergen', 'n.verhoef@wijkteam.test'],
  phones: ['06 1234 5678'],
}

describe('a text that still names what is hidden', () => {
  test.each([
    ['a first name', 'Vraag het aan Noor als het niet lukt.'],
    ['a surname with its prefix', 'Mevrouw Van der Verhoef belt op maandag.'],
    ['a genitive', 'Noors telefoon staat aan.'],
    ['a surname that is an ordinary word, after an initial', 'De heer J. Bakker komt langs.'],
    ['a street', 'Ze woont aan het hazelaarspad, bij de brug.'],
    ['a place of two words', 'De trein naar Nieuw-Wielbergen.'],
    ['a phone number, written in another way', 'Bel (06)1234-5678 of 112.'],
    ['a phone number, written from abroad', 'Bel +31 6 12345678.'],
    ['an e-mail address', 'Mail naar n.verhoef@wijkteam.test'],
  ])('is found by %s', (_what, text) => {
    expect(excerptWith(sought, text)).not.toBeNull()
  })

  test.each([
    ['a longer word', 'Hazelaarspaden zijn er niet.'],
    ['half of a phrase', 'Nieuw is dat niet.'],
    ['an ordinary word that is also a surname', 'Ze halen brood bij de bakker.'],
    ['another number', 'Bel 06 8765 4321.'],
    ['a score or a date', 'Een 6 op 12-3-2026, bij 12345678 stappen.'],
    ['an empty text', ''],
  ])('is not found by %s', (_what, text) => {
    expect(excerptWith(sought, text)).toBeNull()
  })

  test('is shown with the words around it', () => {
    const long = `${'veel woorden ervoor '.repeat(9)}Noor komt${' en veel erna'.repeat(9)}`
    const excerpt = excerptWith(sought, long) ?? ''
    expect(excerpt).toMatch(/^… .*Noor komt.* …$/)
    expect(excerpt.length).toBeLessThan(140)
  })
})

describe('the words of an address', () => {
  test.each([
    ['Hazelaarspad 3, 1234 AB Wielbergen', ['Hazelaarspad', 'Wielbergen']],
    ['Lange Dijk 12a\n4321cd Nieuw Wielbergen', ['Lange Dijk', 'Nieuw Wielbergen']],
    ['Postbus 5', ['Postbus']],
    ['12', []],
    ['', []],
    [null, []],
  ])('%j gives %j', (address, words) => {
    expect(phrasesOfAddress(address)).toEqual(words)
  })
})
