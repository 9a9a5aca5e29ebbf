import { describe, expect, test } from 'vitest'
import { anonymise } from '@/lib/domain/anonymise/anonymise'
import { contactSpans } from '@/lib/domain/anonymise/contact-data'
import { JANNA } from './people'

function text(original: string): string {
  return anonymise(original, [JANNA]).text
}

describe('contact data become [weggelaten]', () => {
  test.each([
    'janna@voorbeeld.nl',
    'janna.van-der.berg+thuis@mail.voorbeeld.nl',
    'janna (at) voorbeeld.nl',
    'https://voorbeeld.nl/janna?x=1',
    'www.voorbeeld.nl',
    'voorbeeld.nl/gezin',
    '06-12345678',
    '06 12 34 56 78',
    '0612345678',
    '+31 6 12345678',
    '0031612345678',
    '(020) 123 45 67',
    '020-1234567',
    '+49 151 23456789',
    '06\u200b12345678',
    '٠٦١٢٣٤٥٦٧٨',
    '1234 AB',
    '1234AB',
    '1234ab',
    '3512 jk',
    '1234 AB 12',
    'Kerkstraat 12',
    'kerkstraat 12a',
    'Lange Nieuwstraat 3-2',
    'KERKSTRAAT 12',
    'Van der Helstlaan 3',
    'Laan van de Vrede 5',
    'Dorp 12, 1234 AB',
    '123456789',
    '1234.56.789',
    'NL91 ABNA 0417 1643 00',
  ])('%j', (contact) => {
    expect(text(`zie ${contact} nu`)).toBe('zie [weggelaten] nu')
  })

  test.each([
    ['geboren op 3 maart 2020.', 'geboren op [weggelaten].'],
    ['geb. 03-03-2020', 'geb. [weggelaten]'],
    ['geboortedatum: 2020-03-03', 'geboortedatum: [weggelaten]'],
    ['op 3 maart 2020 geboren', 'op [weggelaten] geboren'],
    ['uitgerekend op 12 mei', 'uitgerekend op [weggelaten]'],
    ['geboren in 1988', 'geboren in [weggelaten]'],
    ['bsn: 12345678', 'bsn: [weggelaten]'],
  ])('%j becomes %j', (original, expected) => {
    expect(text(original)).toBe(expected)
  })

  test.each([
    'Bel 112, of Veilig Thuis op 0800-2000.',
    'Op 06-12-2026 om 10:30 is het overleg.',
    'Vanaf 3 maart 2026, elke week.',
    'Zij zit in groep 4 en geeft een 6,5.',
    'In 2026 is er weer overleg, na 1500 km en 2000 kg.',
    'Zij zijn onderweg 3 keer gestopt.',
    'Het gaat beter.Nu nog slapen.',
    'Van 10 naar 20 procent in 12 maanden.',
  ])('%j stays as it is', (original) => {
    expect(text(original)).toBe(original)
  })

  test('the sentence around it keeps its end', () => {
    expect(text('Mail naar janna@voorbeeld.nl.')).toBe('Mail naar [weggelaten].')
    expect(text('(zie www.voorbeeld.nl)')).toBe('(zie [weggelaten])')
  })

  test('spans are in order, apart and inside the text', () => {
    const original = 'a@b.nl 0612345678 Kerkstraat 1, 1234 AB Dorp, geboren 1-1-2020'
    let at = 0
    for (const { start, end } of contactSpans(original)) {
      expect(start).toBeGreaterThanOrEqual(at)
      expect(end).toBeGreaterThan(start)
      at = end
    }
    expect(at).toBeLessThanOrEqual(original.length)
  })
})
