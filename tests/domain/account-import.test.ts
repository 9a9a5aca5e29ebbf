import { expect, test } from 'vitest'
import { ImportForm, MOST_LINES, readImport } from '@/lib/domain/account-import'

test('a list of organisations is known by its columns, in any order', () => {
  expect(readImport('Sector;Naam;Plaats\nJeugdhulp;De Brug;Waterhuizen\ngemeente;Wijkteam Oost;')).toEqual({
    kind: 'organisations',
    problems: [],
    lines: [
      { line: 2, name: 'De Brug', sector: 'youthHelp', place: 'Waterhuizen' },
      { line: 3, name: 'Wijkteam Oost', sector: 'municipality', place: null },
    ],
  })
})

test('a list of people is known by its column of addresses', () => {
  const { kind, lines, problems } = readImport(
    'naam,e-mailadres,functie\nNoor Vos,Noor.Vos@Brug.example,pleegzorgwerker',
  )
  expect({ kind, problems }).toEqual({ kind: 'people', problems: [] })
  expect(lines).toEqual([
    { line: 2, name: 'Noor Vos', email: 'noor.vos@brug.example', profession: 'pleegzorgwerker', organisation: null },
  ])
})

test('what is wrong is told line by line, all of it at once', () => {
  const { problems } = readImport(
    'naam;e-mail\nNoor Vos;noor@brug.example\n;leeg@brug.example\nBas Kok;geen adres\n\nNoor Twee;NOOR@brug.example',
  )
  expect(problems).toEqual([
    { line: 3, message: 'De naam is nog leeg.' },
    { line: 4, message: expect.stringContaining('geen e-mailadres') },
    { line: 6, message: 'Dit staat ook op regel 2.' },
  ])
})

test.each([
  ['a sector that does not exist', 'naam;sector\nDe Brug;horeca', 2],
  ['columns that tell nothing', 'voornaam;achternaam\nNoor;Vos', 1],
  ['only columns', 'naam;sector', 1],
  ['a quote that is not closed', '"naam;sector\nDe Brug;jeugdhulp', 1],
  ['too many lines', `naam;sector\n${'a;zorg\n'.repeat(MOST_LINES + 1)}`, 1],
])('%s is a problem of one line', (_what, list, line) => {
  const { problems } = readImport(list)
  expect(problems.map((problem) => problem.line)).toEqual([line])
})

test('a file counts instead of what was pasted; without either the form comes back', () => {
  expect(ImportForm.parse({ list: 'a', file: 'b' })).toEqual({ list: 'b', isSure: false })
  expect(ImportForm.safeParse({ list: ' ' }).error?.issues[0]?.path).toEqual(['list'])
})
