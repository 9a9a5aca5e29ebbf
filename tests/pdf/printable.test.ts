import { describe, expect, test } from 'vitest'
import { FAMILIES, readCoverages } from '@/lib/pdf/fonts'
import { MISSING_MARK, printable } from '@/lib/pdf/printable'
import { FONT_FOLDER } from './printing'

const fonts = readCoverages(FONT_FOLDER)

function shown(text: string): { text: string; missing: string[] } {
  const missing = new Set<string>()
  return { text: printable(text, fonts, missing), missing: [...missing] }
}

describe('the fonts', () => {
  test('have Latin, Cyrillic, Greek, Arabic, symbols, emoji and the mark itself', () => {
    expect(shown(`aéñ ĳ œ € „“ Привет Ωμέγα مرحبا ✓☎→ 👶 ${MISSING_MARK}`).missing).toEqual([])
  })

  test('have everything that is taken for granted without a look', () => {
    const granted = [
      [0x20, 0x7e],
      [0xa0, 0xac],
      [0xae, 0x17f],
    ] as const
    for (const [from, to] of granted) {
      for (let code = from; code <= to; code += 1) {
        expect([code.toString(16), fonts.some((font) => font.has(code))]).toEqual([code.toString(16), true])
      }
    }
    for (const sign of '‘’“”–—•…') expect(fonts.some((font) => font.has(sign.codePointAt(0) ?? 0))).toBe(true)
  })

  test('do not claim what they have not', () => {
    expect(fonts).toHaveLength(FAMILIES.length)
    expect(fonts.some((font) => font.has(0x6f22))).toBe(false)
    expect(fonts.some((font) => font.has(0xffff))).toBe(false)
    expect(fonts[0]?.has(0x43f)).toBe(false)
  })
})

describe('a text is made printable', () => {
  test.each([
    ['gewoon', 'gewoon'],
    ['een\ttab en\r\nregel', 'een tab en\nregel'],
    ['a\u0000b\u0007c', 'abc'],
    ['漢a', `${MISSING_MARK}a`],
    ['e\u0301', 'é'],
    ['👨‍👩‍👧', '👨👩👧'],
  ])('%j becomes %j', (original, expected) => {
    expect(shown(original).text).toBe(expected)
  })

  test('an accent that no font sets on this letter is dropped and listed, the letter stays', () => {
    const { text, missing } = shown('ش\u0489')
    expect([text, missing.length]).toEqual(['ش', 1])
  })

  test('a very long word may break, a long text of words is left alone', () => {
    expect(shown('a'.repeat(100)).text).toContain('\u200b')
    expect(shown('woord '.repeat(100)).text).toBe('woord '.repeat(100))
  })
})
