import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Coverage, coverageOf } from '@/lib/pdf/font-coverage'

/** The families a plan is set in, in order of preference; the first that has all signs of a cluster shows it. */
export const FAMILIES = [
  'Atkinson Hyperlegible Next',
  'Noto Sans',
  'Noto Sans Arabic',
  'Noto Sans Symbols 2',
  'Noto Sans Symbols',
  'Noto Emoji',
] as const

const FILES: Record<(typeof FAMILIES)[number], readonly string[]> = {
  'Atkinson Hyperlegible Next': [
    'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
    'atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
  ],
  'Noto Sans': ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'],
  'Noto Sans Arabic': [
    'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
  ],
  'Noto Sans Symbols 2': ['noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf'],
  'Noto Sans Symbols': ['noto-sans-symbols/400Regular/NotoSansSymbols_400Regular.ttf'],
  'Noto Emoji': ['noto-emoji/400Regular/NotoEmoji_400Regular.ttf'],
}

/** The font files under the folder of the font packages; the fonts of the machine are never used. */
export function fontFiles(folder: string): string[] {
  return FAMILIES.flatMap((family) => FILES[family]).map((file) => join(folder, file))
}

/** Which signs each family has, in order of preference. A sign counts only when every weight of the family has it. */
export function readCoverages(folder: string): Coverage[] {
  return FAMILIES.map((family) => {
    const weights = FILES[family].map((file) => coverageOf(readFileSync(join(folder, file))))
    return { has: (codePoint) => weights.every((weight) => weight.has(codePoint)) }
  })
}
