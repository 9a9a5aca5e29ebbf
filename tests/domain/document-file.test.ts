import { describe, expect, test } from 'vitest'
import { savedAs } from '@/lib/domain/content-disposition'
import { fileSize, isNamedAs, MAX_FILE_BYTES, shownFileName, sizeProblem } from '@/lib/domain/document-file'

describe('the name of a file', () => {
  test.each([
    ['verslag.pdf', 'verslag.pdf'],
    ['Verslag 12.03.2026.PDF', 'Verslag 12-03-2026.pdf'],
    ['C:\\Users\\Sanne\\verslag.pdf', 'verslag.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['hulp.exe.pdf', 'hulp-exe.pdf'],
    ['a\0b\r\nc.pdf', 'abc.pdf'],
    ['gpj\u202Efdp\u2066 \u200B.pdf', 'gpjfdp.pdf'],
    ['<b>"wie?"|*.pdf', 'b-wie.pdf'],
    ['...pdf', 'document.pdf'],
    ['\uD800.pdf', 'document.pdf'],
    ['  Zoë\u0301 حنان 👵  .pdf', 'Zoë\u0301 حنان 👵.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(100)}.pdf`],
  ])('%j is shown as %j', (typed, shown) => {
    expect(shownFileName(typed, 'application/pdf')).toBe(shown)
  })

  test.each([
    ['foto.jpg', 'image/jpeg', true],
    ['foto.JPEG', 'image/jpeg', true],
    ['foto.png', 'image/jpeg', false],
    ['foto.jpg.exe', 'image/jpeg', false],
    ['foto.jpg\0', 'image/jpeg', true],
    ['foto.exe\u202Egpj.jpg', 'image/jpeg', true],
    ['foto.', 'image/jpeg', false],
    ['jpg', 'image/jpeg', false],
    ['brief.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', true],
    ['brief.docm', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', false],
  ] as const)('%j is the name of %s: %s', (name, type, is) => {
    expect(isNamedAs(name, type)).toBe(is)
  })

  test.each([
    ['verslag.pdf', `attachment; filename="verslag.pdf"; filename*=UTF-8''verslag.pdf`],
    ["Zoë's (1).pdf", `attachment; filename="Zoe-s -1-.pdf"; filename*=UTF-8''Zo%C3%AB%27s%20%281%29.pdf`],
    ['a"; x=\r\n.pdf', `attachment; filename="a-- x---.pdf"; filename*=UTF-8''a%22%3B%20x%3D%0D%0A.pdf`],
    ['\uD800.pdf', `attachment; filename="-.pdf"; filename*=UTF-8''%EF%BF%BD.pdf`],
  ])('%j goes along in the header', (name, header) => {
    expect(savedAs(name)).toBe(header)
  })
})

test.each([
  [1, '1 kB'],
  [860 * 1024, '860 kB'],
  [1024 * 1024, '1,0 MB'],
  [MAX_FILE_BYTES, '10,0 MB'],
  [MAX_FILE_BYTES + 1, '10,1 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words)
})

test('ten megabytes fit, and not one byte more', () => {
  expect(sizeProblem(MAX_FILE_BYTES)).toBeNull()
  expect(sizeProblem(MAX_FILE_BYTES + 1)).toContain('10 MB')
})
