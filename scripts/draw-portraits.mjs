// Draws the portraits of the demo anew: from each prisma/demo/portraits/*.svg the PNG that the demo brings in beside it.
// By hand, after a drawing changed (`node scripts/draw-portraits.mjs`): the app itself opens no SVG.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const FOLDER = 'prisma/demo/portraits'

for (const name of readdirSync(FOLDER).filter((each) => each.endsWith('.svg'))) {
  const drawing = join(FOLDER, name)
  await sharp(drawing).flatten().png({ palette: true, effort: 10 }).toFile(drawing.replace(/svg$/, 'png'))
}
