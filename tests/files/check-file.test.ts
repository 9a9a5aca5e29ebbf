import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '@/lib/domain/document-file'
import { checkFile } from '@/lib/files/check-file'
import { smallPdf } from '@/prisma/factories/small-pdf'
import { processorMs } from '@/tests/support/processor-time'
import { blackPng, PLACE, photo } from './pictures'
import { wordFile, zipOf } from './zip'

const text = (content: string) => new Uint8Array(Buffer.from(content))
const glued = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const pdf = smallPdf(['Verslag van de school'])
const EICAR = text(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))
const SCRIPT = '<script>alert(1)</script>'
const SVG = text(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`)
const bomb = wordFile([{ name: 'word/media/vol.xml', content: new Uint8Array(40_000_000) }])

describe('sound files are kept', () => {
  test.each([
    ['a PDF', 'Verslag.PDF', pdf, 'Verslag.pdf'],
    ['a Word file', 'verslag.docx', wordFile(), 'verslag.docx'],
    ['a Word file with a picture', 'a.docx', wordFile([{ name: 'word/media/image1.png', content: 'x' }]), 'a.docx'],
  ])('%s, byte for byte', async (_what, name, bytes, shown) => {
    const { file } = await checkFile({ name, bytes })
    expect(file?.name).toBe(shown)
    expect(Buffer.from(file?.bytes ?? []).equals(bytes)).toBe(true)
  })

  test('a photo is put upright and loses its place, and everything else that is no picture', async () => {
    const bytes = await photo()
    expect(Buffer.from(bytes).includes(PLACE)).toBe(true)
    const { file } = await checkFile({ name: 'IMG_0001.jpeg', bytes })
    expect(file).toMatchObject({ name: 'IMG_0001.jpg', type: 'image/jpeg' })
    const { exif, orientation, width, height } = await sharp(file?.bytes).metadata()
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 40,
      height: 60,
    })
    expect(Buffer.from(file?.bytes ?? []).includes('Dorpsstraat')).toBe(false)
  })
})

test.each([
  ['nothing at all', 'leeg.pdf', new Uint8Array(), 'leeg'],
  ['eleven megabytes', 'groot.pdf', glued(pdf, new Uint8Array(11 * 1024 * 1024)), 'Kies een kleiner bestand'],
  [
    'one byte over ten megabytes',
    'groot.pdf',
    new Uint8Array(MAX_FILE_BYTES + 1),
    'Dit bestand is 10,1 MB. Het mag niet groter zijn dan 10 MB.',
  ],
  ['a test virus that is called a PDF', 'factuur.pdf', EICAR, 'Dit soort bestand kan niet'],
  ['a picture that is a page with a script', 'tekening.svg', SVG, 'Dit soort bestand kan niet'],
  ['the same, called a PNG', 'tekening.png', SVG, 'Dit soort bestand kan niet'],
  ['a web page', 'brief.html', text(`<!doctype html>${SCRIPT}`), 'Dit soort bestand kan niet'],
  ['a web page that is called a PDF', 'brief.pdf', text(`<!doctype html>${SCRIPT}`), 'Dit soort bestand kan niet'],
  ['a web page before a PDF', 'brief.pdf', glued(text(SCRIPT), pdf), 'Dit soort bestand kan niet'],
  ['a program', 'hulp.pdf', glued(text('MZ'), new Uint8Array(500)), 'Dit soort bestand kan niet'],
  ['a GIF that is a script too', 'foto.png', text(`GIF89a/*${'x'.repeat(60)}*/=1;`), 'Dit soort bestand kan niet'],
  ['a plain zip file', 'alles.zip', zipOf([{ name: 'a.txt', content: 'a' }]), 'Dit soort bestand kan niet'],
  ['a plain zip file that is called Word', 'a.docx', zipOf([{ name: 'a.txt', content: 'a' }]), 'Dit soort bestand'],
  ['a PDF that is called a JPG', 'scan.jpg', pdf, 'past niet bij'],
  ['a PDF that is called a program', 'scan.pdf.exe', pdf, 'past niet bij'],
  ['a program behind a NUL', 'scan.pdf\0.exe', pdf, 'past niet bij'],
  ['a program whose name reads backwards', 'verslag\u202Efdp.exe', pdf, 'past niet bij'],
  ['no extension', 'scan', pdf, 'past niet bij'],
  [
    'a PDF with a zip file behind it',
    'a.pdf',
    glued(pdf, zipOf([{ name: 'a', content: crypto.randomUUID().repeat(999) }]), new Uint8Array(2000)),
    'niet heel',
  ],
  ['half a PDF', 'a.pdf', pdf.subarray(0, 200), 'niet heel'],
  ['half a photo', 'a.jpg', (await photo()).subarray(0, 400), 'beschadigd'],
  ['a PNG of 50,000 by 50,000', 'a.png', blackPng(50_000, 50_000), 'te veel beeldpunten'],
  ['a PNG of 1 by 60,000', 'a.png', blackPng(1, 60_000), 'te veel beeldpunten'],
  ['a Word file that unpacks to forty megabytes', 'a.docx', bomb, 'veel te groot'],
  ['a Word file with macros', 'a.docx', wordFile([{ name: 'word/vbaProject.bin', content: 'x' }]), 'macro’s'],
  [
    'a Word file with a program',
    'a.docx',
    wordFile([{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]),
    'macro’s',
  ],
  ['a Word file with a way out', 'a.docx', wordFile([{ name: '../../etc/passwd', content: 'x' }]), 'beschadigd'],
  ['a Word file with something before it', 'a.docx', glued(text(SCRIPT), wordFile()), 'Dit soort bestand kan niet'],
  ['a Word file with something behind it', 'a.docx', glued(wordFile(), text(SCRIPT)), 'beschadigd'],
  ['a Word file that is a PDF too', 'a.docx', glued(wordFile(), pdf), 'beschadigd'],
])('%s is refused', async (_what, name, bytes, sentence) => {
  const { file, problem } = await checkFile({ name, bytes })
  expect(file).toBeNull()
  expect(problem).toContain(sentence)
})

test('what hides in a picture is not kept: text in it, a zip file or a page behind it', async () => {
  const png = glued(blackPng(64, 64, SCRIPT), zipOf([{ name: 'a.exe', content: 'MZ' }]), text(SCRIPT))
  const { file } = await checkFile({ name: 'IMG\u202E.png', bytes: png })
  expect(file).toMatchObject({ name: 'IMG.png', type: 'image/png' })
  const kept = Buffer.from(file?.bytes ?? [])
  expect([kept.includes('script'), kept.includes('PK\x03\x04')]).toEqual([false, false])
})

test('what is built to take for ever takes less than two seconds', async () => {
  const bytes = blackPng(50_000, 50_000)
  const both = async () => {
    await checkFile({ name: 'a.docx', bytes: bomb })
    await checkFile({ name: 'a.png', bytes })
  }
  expect(await processorMs(both)).toBeLessThan(2000)
})
