import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const files = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => `${folder}/${path}`),
)

const physical =
  /(?<![\w/-])(?:-?m[lr]|p[lr]|left|right|border-[lr]|rounded-[lr]|scroll-[mp][lr])-|(?<![\w-])text-(?:left|right)(?![\w-])/
const foreign =
  /(?<![\w-])(?:bg|text|border|fill|stroke|ring|outline|divide|accent)-(?:white|black|(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\d+)(?![\w-])/

describe('class names', () => {
  test.each(files)('%s follows the direction of reading, so that Arabic comes out right', (file) => {
    expect(classLists(file).filter((list) => physical.test(list))).toEqual([])
  })

  test.each(files)('%s uses no colour outside the palette, which would be drawn as nothing', (file) => {
    expect(classLists(file).filter((list) => foreign.test(list))).toEqual([])
  })

  test.each(files)('%s sets no style attribute, which the content security policy refuses', (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/\bstyle=[{"]/)
  })

  test('a physical class and a foreign colour are recognised, their neighbours are not', () => {
    expect(['ml-4', 'sm:pr-2', 'text-left', 'hover:left-0'].every((name) => physical.test(name))).toBe(true)
    expect(
      ['ms-4', 'pe-2', 'text-start', 'inset-x-3', 'insideBottomLeft', './left-behind'].some((name) =>
        physical.test(name),
      ),
    ).toBe(false)
    expect(['bg-white', 'text-gray-500'].every((name) => foreign.test(name))).toBe(true)
    expect(['bg-surface', 'text-ink-soft'].some((name) => foreign.test(name))).toBe(false)
  })
})

/** Quoted strings of the file: class lists live in attributes and in constants alike. */
function classLists(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(["'`])((?:(?!\1)[^\\\n])*)\1/g)].map(([, , list]) => list ?? '')
}
