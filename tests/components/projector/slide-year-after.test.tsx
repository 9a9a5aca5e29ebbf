import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ProjectorControls } from '@/components/projector/projector-controls'
import { SlideBlockView } from '@/components/projector/slide-block-view'

const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const block = { kind: 'yearAfter', caseManager: 'Hanneke', firstOn: '2027-06-14', secondOn: '2027-12-13' } as const

test('the year after GIPS 5 names the case manager and the two days, in words', () => {
  expect(textOf(renderToStaticMarkup(<SlideBlockView block={block} />))).toBe(
    'Casemanager in het jaar na dit plan Hanneke Samen terugkijken 14 juni 2027 en 13 december 2027',
  )
})

test('what is not chosen yet is said', () => {
  const open = { ...block, caseManager: null, secondOn: null }
  expect(textOf(renderToStaticMarkup(<SlideBlockView block={open} />))).toBe(
    'Casemanager in het jaar na dit plan Nog niet gekozen Samen terugkijken 14 juni 2027',
  )
})

test.each([
  ['first', 'Voorletters tonen (N)'],
  ['initials', 'Voornamen tonen (N)'],
] as const)('while %s names are shown, the bar offers the other: %s', (names, label) => {
  const markup = renderToStaticMarkup(
    <ProjectorControls isHidden={false} names={names} move={() => undefined} leave={() => undefined} />,
  )
  expect(markup).toContain(`aria-label="${label}"`)
})
