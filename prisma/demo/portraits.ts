import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tx } from '@/lib/db'
import { checkPhoto } from '@/lib/files/check-photo'
import { makeMemberPhoto, makePersonPhoto } from '@/prisma/factories/photos'
import { accountOf, type Cast, memberOf } from './cast'

const FOLDER = 'prisma/demo/portraits'

/** Gives each of these accounts its drawn portrait, kept as every photo that somebody brings in. */
export async function givePortraits(
  db: Tx,
  masterKey: Buffer,
  demo: Pick<Cast, 'accounts'>,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    await makePersonPhoto(db, masterKey, accountOf(demo, name).id, await portraitOf(name))
  }
}

/** The same for members of a demo family. */
export async function hangPortraits(db: Tx, cast: Cast, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await makeMemberPhoto(db, cast.family, memberOf(cast, name), await portraitOf(name))
  }
}

async function portraitOf(name: string): Promise<Uint8Array> {
  const file = `${name}.png`
  const { file: photo } = await checkPhoto({ name: file, bytes: await readFile(join(FOLDER, file)) })
  if (!photo) throw new Error(`The portrait of ${name} is no photo that may be kept.`)
  return photo.bytes
}
