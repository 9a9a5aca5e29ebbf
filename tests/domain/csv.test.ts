import { expect, test } from 'vitest'
import { csvRecords } from '@/lib/domain/csv'

const cells = (text: string) => csvRecords(text)?.map((record) => record.cells)

test.each([
  ['semicolons', 'naam;sector\nDe Brug;jeugdhulp'],
  ['commas', 'naam,sector\nDe Brug,jeugdhulp'],
  ['tabs, as copied from a spreadsheet', 'naam\tsector\nDe Brug\tjeugdhulp'],
  ['line ends of Windows, a mark of bytes in front and spaces around', '\uFEFFnaam ; sector\r\n De Brug;jeugdhulp\r\n'],
])('a list with %s is read', (_what, text) => {
  expect(cells(text)).toEqual([
    ['naam', 'sector'],
    ['De Brug', 'jeugdhulp'],
  ])
})

test('quotes hold separators, line ends and quotes', () => {
  const text = 'naam;plaats\n"De Brug; jeugd";"Water\nhuizen"\n"Huis ""Zon""";'
  expect(cells(text)).toEqual([
    ['naam', 'plaats'],
    ['De Brug; jeugd', 'Water\nhuizen'],
    ['Huis "Zon"', ''],
  ])
})

test('a record tells on which line it begins, also after an empty line and after one that runs on', () => {
  const records = csvRecords('naam;plaats\n\n"a\nb";c\nd;e\n')
  expect(records?.map(({ line }) => line)).toEqual([1, 3, 5])
})

test('a quote that is never closed makes it no list', () => {
  expect(csvRecords('naam;plaats\n"De Brug;Waterhuizen')).toBeNull()
})

test('an empty cell in front counts', () => {
  expect(cells('naam;plaats\n;Waterhuizen')?.at(-1)).toEqual(['', 'Waterhuizen'])
})

test('nothing is nothing', () => {
  expect(csvRecords('')).toEqual([])
  expect(csvRecords('\n\n ; \n')).toEqual([])
})

test('a long list is read without delay', () => {
  const text = `naam;plaats\n${'"De ""Brug""";Waterhuizen\n'.repeat(8000)}`
  expect(csvRecords(text)).toHaveLength(8001)
})
