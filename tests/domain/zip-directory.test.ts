import { expect, test } from 'vitest'
import { wordFileProblem } from '@/lib/domain/word-file'
import { zipEntries } from '@/lib/domain/zip-directory'
import { wordFile, zipOf } from '@/tests/files/zip'

const one = { name: 'a.txt', content: 'een' }

test('the directory says what is in a zip file', () => {
  expect(zipEntries(zipOf([one, { name: 'map/b.txt', content: 'twee' }], { comment: 'PK\x05\x06' }))).toEqual([
    { name: 'a.txt', packedBytes: 5, unpackedBytes: 3 },
    { name: 'map/b.txt', packedBytes: 6, unpackedBytes: 4 },
  ])
})

/** The same file with its first bytes for this number changed, looked for from the end. */
function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  new DataView(copy.buffer).setUint32(bytes.length + at, value, true)
  return copy
}

test.each([
  ['no bytes', new Uint8Array()],
  ['no zip file', new Uint8Array(Buffer.from('een verhaal van meer dan tweeëntwintig bytes'))],
  ['bytes before it', new Uint8Array([0, ...zipOf([one])])],
  ['bytes behind it', new Uint8Array([...zipOf([one]), 0])],
  ['a cut directory', zipOf([one]).slice(0, -1)],
  ['a directory that begins elsewhere', changed(zipOf([one]), -6, 1)],
  ['a directory beyond the end', changed(zipOf([one]), -6, 0xffffffff)],
  ['an encrypted file', zipOf([{ ...one, claims: { isEncrypted: true } }])],
  ['a size that stands elsewhere', zipOf([{ ...one, claims: { unpackedBytes: 0xffffffff } }])],
  ['a way out', zipOf([{ ...one, name: '../a.txt' }])],
  ['a path from the root', zipOf([{ ...one, name: '/a.txt' }])],
  ['two files in one place', twiceTheSame()],
])('%s is no sound zip file', (_what, bytes) => {
  expect(zipEntries(bytes)).toBeNull()
})

/** A zip file whose second line of the directory points to its first file. */
function twiceTheSame(): Uint8Array {
  const bytes = zipOf([one, one])
  const line = 46 + one.name.length
  return changed(bytes, -22 - line + 42, 0)
}

test.each([
  ['as Word makes it', [], null],
  ['a file twice', [{ name: 'word/document.xml', content: 'x' }], 'beschadigd'],
  ['macros', [{ name: 'word/vbaProject.bin', content: 'x' }], 'macro’s'],
  ['macros elsewhere', [{ name: 'VBAPROJECT.BIN', content: 'x' }], 'macro’s'],
  ['a control', [{ name: 'word/activeX/activeX1.xml', content: 'x' }], 'macro’s'],
  ['a program', [{ name: 'word/embeddings/oleObject1.bin', content: 'x' }], 'macro’s'],
  ['another Word file with macros', [{ name: 'word/embeddings/a.docm', content: 'x' }], 'macro’s'],
  ['a table of Excel behind a chart', [{ name: 'word/embeddings/a.xlsx', content: 'x' }], null],
  ['more than a hundred megabytes', [{ name: 'a', content: '', claims: { unpackedBytes: 105_000_000 } }], 'te groot'],
  ['a hundred times its size', [{ name: 'a', content: '', claims: { unpackedBytes: 200_000 } }], 'te groot'],
  ['very many files', Array.from({ length: 2001 }, (_, n) => ({ name: `${n}`, content: '' })), 'te groot'],
])('a Word file with %s', (_what, more, sentence) => {
  const problem = wordFileProblem(wordFile(more))
  expect(problem === null ? null : sentence && problem.includes(sentence)).toBe(sentence === null ? null : true)
})

test('a zip file without a text is no Word file', () => {
  expect(wordFileProblem(zipOf([one]))).toContain('beschadigd')
})
