import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { checkPhoto } from '@/lib/files/check-photo'
import { smallPdf } from '@/prisma/factories/small-pdf'
import { processorMs } from '@/tests/support/processor-time'
import { blackPng, PLACE, photo } from './pictures'

const text = (content: string) => new Uint8Array(Buffer.from(content))
const SVG = text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** A PNG that says, before its first picture, that more are to come. */
function animatedPng(): Uint8Array {
  const plain = Buffer.from(blackPng(8, 8))
  const control = Buffer.from('000000086163544c0000000200000000f38d9370', 'hex')
  return new Uint8Array(Buffer.concat([plain.subarray(0, 33), control, plain.subarray(33)]))
}

/** A picture with as much noise in it as there can be. */
async function noisy(width: number, height: number): Promise<Uint8Array> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  const pixels = { create: { width, height, channels: 3 as const, background: '#000', noise } }
  return new Uint8Array(await sharp(pixels).jpeg({ quality: 95 }).toBuffer())
}

/** Lies on its side: what is at the left belongs above. */
async function onItsSide(): Promise<Uint8Array> {
  const half = { width: 200, height: 400, channels: 3 as const }
  const right = await sharp({ create: { ...half, background: '#00f' } })
    .png()
    .toBuffer()
  const picture = sharp({ create: { ...half, width: 400, background: '#f00' } })
  const { data, info } = await picture
    .composite([{ input: right, left: 200, top: 0 }])
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  return new Uint8Array(await sharp(data, { raw }).withMetadata({ orientation: 6 }).jpeg().toBuffer())
}

describe('a photo that is kept', () => {
  test('is a small square JPEG that weighs little, however large or detailed it was', async () => {
    for (const bytes of [await noisy(3000, 2000), await photo(), blackPng(640, 480)]) {
      const name = bytes[0] === 0x89 ? 'foto.png' : 'foto.JPG'
      const { file } = await checkPhoto({ name, bytes })
      expect(file).toMatchObject({ name: 'foto.jpg', type: 'image/jpeg' })
      expect(file?.bytes.byteLength).toBeLessThanOrEqual(20 * 1024)
      expect(await sharp(file?.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 256, height: 256 })
    }
  })

  test('says nowhere where it was made, nor anything else of the file', async () => {
    const bytes = await photo()
    const { exif: before } = await sharp(bytes).metadata()
    expect(before?.includes(PLACE)).toBe(true)
    // The tag that leads to the place on the map (EXIF: GPSInfo, 0x8825).
    expect(before?.includes(Buffer.from([0x25, 0x88])) || before?.includes(Buffer.from([0x88, 0x25]))).toBe(true)
    const { file } = await checkPhoto({ name: 'IMG_0001.jpeg', bytes })
    const { exif, xmp, iptc, icc, orientation } = await sharp(file?.bytes).metadata()
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({})
    const kept = Buffer.from(file?.bytes ?? [])
    expect([kept.includes('Exif'), kept.includes('Dorpsstraat')]).toEqual([false, false])
  })

  test('stands upright', async () => {
    const { file } = await checkPhoto({ name: 'foto.jpg', bytes: await onItsSide() })
    const { data } = await sharp(file?.bytes).resize(1, 4, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true })
    const [red, , , , , , , , , , , blue] = data
    expect(red).toBeGreaterThan(200)
    expect(blue).toBeGreaterThan(200)
  })

  test('is white where it let through', async () => {
    const clear = { create: { width: 20, height: 20, channels: 4 as const, background: '#0000' } }
    const { file } = await checkPhoto({ name: 'foto.png', bytes: await sharp(clear).png().toBuffer() })
    const { channels } = await sharp(file?.bytes).stats()
    expect(channels.map(({ mean }) => mean)).toEqual([255, 255, 255])
  })
})

test.each([
  ['nothing at all', 'foto.jpg', new Uint8Array(), 'geen foto'],
  ['twenty megabytes', 'foto.jpg', new Uint8Array(20 * 1024 * 1024), 'Dit bestand is 20,0 MB. Het mag niet groter'],
  ['a PDF', 'verslag.pdf', smallPdf(['Een']), 'geen foto'],
  ['a drawing with a script', 'foto.svg', SVG, 'geen foto'],
  ['the same, called a JPG', 'foto.jpg', SVG, 'geen foto'],
  ['a web page that is called a JPG', 'foto.jpg', text('<!doctype html><script>alert(1)</script>'), 'geen foto'],
  ['a GIF', 'foto.gif', new Uint8Array(GIF), 'geen foto'],
  ['a GIF that is called a PNG', 'foto.png', new Uint8Array(GIF), 'geen foto'],
  ['a PNG that moves', 'foto.png', animatedPng(), 'geen foto'],
  ['a photo that is called a web page', 'foto.html', await photo(), 'eindigt op .jpg of .png'],
  ['half a photo', 'foto.jpg', (await photo()).subarray(0, 400), 'beschadigd'],
  ['a PNG of 50,000 by 50,000', 'foto.png', blackPng(50_000, 50_000), 'te veel beeldpunten'],
  ['a PNG of 1 by 60,000', 'foto.png', blackPng(1, 60_000), 'te veel beeldpunten'],
])('%s is refused, with a sentence', async (_what, name, bytes, sentence) => {
  const { file, problem } = await checkPhoto({ name, bytes })
  expect(file).toBeNull()
  expect(problem).toContain(sentence)
})

test('a bomb takes no time', async () => {
  const bytes = blackPng(50_000, 50_000)
  expect(await processorMs(() => checkPhoto({ name: 'foto.png', bytes }))).toBeLessThan(1000)
})
