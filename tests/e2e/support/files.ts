import { writeFile } from 'node:fs/promises'
import { type Locator, test } from '@playwright/test'

/** From here on a file goes by the disk: ten megabytes through the pipe to the browser take ten seconds. */
const LARGE = 1024 * 1024

/** Chooses a file with this name and content in a field. */
export async function chooseFile(field: Locator, name: string, content: Uint8Array): Promise<void> {
  if (content.length < LARGE) {
    await field.setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
    return
  }
  const path = test.info().outputPath(name)
  await writeFile(path, content)
  await field.setInputFiles(path)
}
