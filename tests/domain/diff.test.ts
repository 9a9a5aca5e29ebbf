import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeTexts } from '@/lib/domain/diff'

const text = fc
  .array(fc.constantFrom('rust', 'een eigen kamer', 'samen eten', ''), { maxLength: 12 })
  .map((lines) => lines.join('\n'))

function holdsInOrder(lines: readonly string[], wanted: readonly string[]): boolean {
  let place = 0
  for (const line of lines) {
    if (line === wanted[place]) place += 1
  }
  return place === wanted.length
}

describe('two texts in one', () => {
  test.each([
    ['the same text', 'a\nb', 'a\nb', 'a\nb'],
    ['one line more at the end', 'a\nb', 'a\nb\nc', 'a\nb\nc'],
    ['each a line of their own', 'a\nmijn\nz', 'a\nhun\nz', 'a\nmijn\nhun\nz'],
    ['nothing in common', 'mijn', 'hun', 'mijn\nhun'],
  ])('%s', (_what, first, second, expected) => {
    expect(mergeTexts(first, second)).toBe(expected)
  })

  test('no line of either is lost and each keeps its order', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const merged = mergeTexts(first, second).split('\n')
        expect(holdsInOrder(merged, first.split('\n'))).toBe(true)
        expect(holdsInOrder(merged, second.split('\n'))).toBe(true)
      }),
    )
  })

  test('a text with itself stays as it is', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(mergeTexts(same, same)).toBe(same)
      }),
    )
  })

  test('two very long texts are put one after the other', () => {
    const first = Array.from({ length: 1500 }, (_, line) => `mijn ${line}`).join('\n')
    const second = Array.from({ length: 1500 }, (_, line) => `hun ${line}`).join('\n')
    expect(mergeTexts(first, second)).toBe(`${first}\n${second}`)
  })
})
