import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '@/lib/domain/text'

const answer = plainText({ required: true, label: 'Het antwoord' })
const optional = plainText({ required: false })
const messageOf = (schema: typeof answer, typed: unknown) => schema.safeParse(typed).error?.issues[0]?.message

describe('a typed text', () => {
  test.each([
    ['spaces around it', '  Papa werd boos.  '],
    ['line ends and tabs', 'één\n\ttwee\n'],
    ['HTML and script', '<script>alert("x")</script> & <b>vet</b>'],
    ['emoji, also joined ones', 'Fijn 🙂 👩‍👧‍👦'],
    ['Arabic', 'أريد أن ألعب مع أبي'],
    ['Arabic with direction marks', '\u200Fأبي\u200F (Omar)\u200E'],
    ['a number that a phone pasted with its direction', 'bel \u202A+31 6 12345678\u202C'],
    ['a name that an app isolated', 'samen met \u2068Omar\u2069'],
    ['Ukrainian', 'Я хочу додому'],
    ['diacritics typed as two characters', 'Zoe\u0308'],
  ])('stays as it was: %s', (_what, text) => expect(answer.parse(text)).toBe(text))

  test('gets line ends of one kind', () => expect(answer.parse('een\r\ntwee\rdrie')).toBe('een\ntwee\ndrie'))

  test.each([
    ['NUL', 'a\u0000b', 'Het antwoord bevat een onzichtbaar teken dat niet bewaard kan worden. Typ de zin opnieuw.'],
    [
      'an escape',
      '\u001B[31m',
      'Het antwoord bevat een onzichtbaar teken dat niet bewaard kan worden. Typ de zin opnieuw.',
    ],
    [
      'a C1 control',
      'a\u0085',
      'Het antwoord bevat een onzichtbaar teken dat niet bewaard kan worden. Typ de zin opnieuw.',
    ],
    ['DEL', 'a\u007F', 'Het antwoord bevat een onzichtbaar teken dat niet bewaard kan worden. Typ de zin opnieuw.'],
    ['half an emoji', 'a\uD83D', 'Het antwoord bevat een beschadigd teken. Haal het weg of typ de zin opnieuw.'],
    [
      'an override',
      'a\u202Etxt',
      'Het antwoord bevat een onzichtbaar teken dat de leesrichting omdraait. Typ de zin opnieuw.',
    ],
    [
      'a closed override',
      '\u202Db\u202C',
      'Het antwoord bevat een onzichtbaar teken dat de leesrichting omdraait. Typ de zin opnieuw.',
    ],
    [
      'an open isolate',
      '\u2067b',
      'Het antwoord bevat een onzichtbaar teken dat de leesrichting omdraait. Typ de zin opnieuw.',
    ],
    [
      'an embedding closed a line later',
      '\u202Bb\n\u202C',
      'Het antwoord bevat een onzichtbaar teken dat de leesrichting omdraait. Typ de zin opnieuw.',
    ],
    [
      'crossed closings',
      '\u202A\u2066\u202C\u2069',
      'Het antwoord bevat een onzichtbaar teken dat de leesrichting omdraait. Typ de zin opnieuw.',
    ],
    ['only white space', ' \n\t', 'Het antwoord is nog leeg.'],
    ['nothing', '', 'Het antwoord is nog leeg.'],
    ['a file', new Blob(), 'Het antwoord is nog leeg.'],
    ['too much', 'a'.repeat(20_001), 'Het antwoord is te lang: 20.001 tekens. Er passen er 20.000 in.'],
    ['far too much', 'a'.repeat(100_000), 'Het antwoord is te lang: 100.000 tekens. Er passen er 20.000 in.'],
  ])('is refused with %s', (_what, typed, sentence) => expect(messageOf(answer, typed)).toBe(sentence))

  test('that is not required may be empty', () => expect(optional.parse('')).toBe(''))

  test('may be exactly as long as allowed, counted as people count', () => {
    expect(answer.safeParse('a'.repeat(20_000)).success).toBe(true)
    expect(plainText({ required: true, max: 3 }).safeParse('🙂🙂🙂').success).toBe(true)
    expect(plainText({ required: true, max: 3 }).safeParse('🙂🙂🙂🙂').success).toBe(false)
  })

  test('of ordinary characters is never changed, and what passes passes again unchanged', () => {
    const printable = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(fc.oneof(printable, fc.string({ unit: 'binary', maxLength: 60 })), (typed) => {
        const result = optional.safeParse(typed)
        if (!result.success) return true
        return result.data === typed.replace(/\r\n?/g, '\n') && optional.parse(result.data) === result.data
      }),
    )
  })
})
