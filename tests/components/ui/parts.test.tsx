import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Avatar, initialsOf } from '@/components/ui/avatar'
import { Button, LinkButton } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { SaveState, type SaveStatus } from '@/components/ui/save-state'
import { Stations } from '@/components/ui/stations'
import { TabsNav } from '@/components/ui/tabs-nav'

describe('a table', () => {
  const columns: Column<{ id: string; what: string; due: string }>[] = [
    { key: 'what', header: 'Afspraak', rowHeader: true, cell: (row) => row.what },
    { key: 'due', header: 'Wanneer', cell: (row) => row.due },
  ]
  const rows = [{ id: '1', what: 'Oma komt elke zaterdag', due: '1 juni 2026' }]
  const props = { id: 'afspraken', caption: 'Afspraken', columns, rows, rowKey: (row: { id: string }) => row.id }

  test('says what it is about and which heading goes with which cell', () => {
    const html = renderToStaticMarkup(<DataTable {...props} />)
    expect(html).toMatch(/<caption id="afspraken-caption"[^>]*>Afspraken<\/caption>/)
    expect(html.match(/scope="col"/g)).toHaveLength(2)
    expect(html).toMatch(/<th scope="row"[^>]*>Oma komt elke zaterdag<\/th>/)
  })

  test('that becomes cards on a phone keeps the heading of each cell', () => {
    expect(renderToStaticMarkup(<DataTable {...props} />)).toMatch(/<td data-label="Wanneer"[^>]*>1 juni 2026/)
  })

  test('that scrolls can be reached and named without a mouse', () => {
    const html = renderToStaticMarkup(<DataTable {...props} onPhone="scroll" />)
    expect(html).toMatch(/<section aria-labelledby="afspraken-caption" tabindex="0"/)
  })

  test('without rows says what to do instead', () => {
    expect(renderToStaticMarkup(<DataTable {...props} rows={[]} empty="Maak de eerste afspraak." />)).toBe(
      'Maak de eerste afspraak.',
    )
  })
})

describe('the state of saving', () => {
  const announced = (status: SaveStatus) =>
    renderToStaticMarkup(<SaveState status={status} time="14:32" />).match(/role="status">([^<]*)</)?.[1]

  test.each<SaveStatus>(['unsaved', 'saving', 'saved'])('%s is shown and not announced', (status) => {
    expect(announced(status)).toBe('')
  })

  test.each<SaveStatus>(['offline', 'conflict', 'refused', 'signedOut'])('%s is announced', (status) => {
    expect(announced(status)).not.toBe('')
  })

  test('tells when it was saved', () => {
    expect(renderToStaticMarkup(<SaveState status="saved" time="14:32" />)).toContain('Bewaard om 14:32')
  })
})

describe('initials', () => {
  test.each([
    ['Marieke van der Berg', 'MB'],
    ['Fatima El Idrissi', 'FI'],
    ['Janna', 'J'],
    ['anne-Els de Wit', 'AW'],
    ['Łukasz Żak', 'ŁŻ'],
    ["Jan van 't Hof", 'JH'],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  test('are not read aloud, as the name stands beside them; a photo says whose it is', () => {
    expect(renderToStaticMarkup(<Avatar name="Janna" />)).toContain('aria-hidden="true"')
    expect(renderToStaticMarkup(<Avatar name="Janna" src="/foto" />)).toContain('alt="Foto van Janna"')
  })
})

describe('navigation', () => {
  test('marks the current page in a way that can be heard', () => {
    const tabs = [
      { href: '/a', label: 'Overzicht', current: true },
      { href: '/b', label: 'Veiligheid', count: 2, countLabel: 'nieuwe signalen' },
    ]
    const html = renderToStaticMarkup(<TabsNav label="Dossier" tabs={tabs} />)
    expect(html).toContain('<nav aria-label="Dossier"')
    expect(html.match(/aria-current="page"/g)).toHaveLength(1)
    expect(html).toContain('nieuwe signalen')
  })

  test('over one page shows no pages', () => {
    expect(renderToStaticMarkup(<Pagination label="Inzage" page={1} pages={1} hrefFor={String} />)).toBe('')
  })

  test('says in words which steps are done, where we are and what is to come', () => {
    const html = renderToStaticMarkup(
      <Stations
        label="De vijf fasen"
        stations={[
          { key: '1', label: 'Veiligheidsplan', state: 'done' },
          { key: '2', label: 'Hulpverleningsplan', state: 'current' },
          { key: '3', label: 'Herstelplan', state: 'upcoming' },
        ]}
      />,
    )
    expect(html).toMatch(/klaar.*hier zijn we nu.*komt nog/)
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
  })
})

test('a notice says its kind in words, not by colour alone', () => {
  expect(renderToStaticMarkup(<Notice tone="warning">Nog twee dagen.</Notice>)).toContain('Let op')
})

test('a button that leads somewhere is a link, one that does something is a button', () => {
  expect(renderToStaticMarkup(<LinkButton href="/x">Naar x</LinkButton>)).toMatch(/^<a [^>]*href="\/x"/)
  expect(renderToStaticMarkup(<Button type="button">Doe x</Button>)).toMatch(/^<button type="button"/)
})
