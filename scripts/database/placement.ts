import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, lchownSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  type Account,
  binaryIn,
  canReach,
  inNamespace,
  namespacesWork,
  nativeFolder,
  type Program,
  postgresAccount,
} from '@/scripts/database/postgres-program'

export type Way = 'plain' | 'account' | 'namespace' | 'moved'

/** Where the data of one server lies and how its programs are run there. */
export interface Placement {
  way: Way
  dataFolder: string
  program(name: 'initdb' | 'postgres', args: string[]): Program
  /** Gives a file or folder to whoever the server runs as; does nothing where that is already so. */
  handOver(path: string): void
}

const SHARED_ROOT = '/var/lib/gipsonline'

/**
 * Decides how PostgreSQL can run for this data folder. An ordinary user runs it plainly. Under root it runs as the
 * account postgres; where that account cannot reach the folder, in a user namespace; where those are switched off, from
 * a copy below /var/lib/gipsonline. Data that was moved there once stays there.
 */
export function placeFor(wanted: string, ways: readonly Way[] = ['account', 'namespace', 'moved']): Placement {
  const dataFolder = resolve(wanted)
  const native = nativeFolder()
  if (process.getuid?.() !== 0) {
    return placement('plain', dataFolder, native, null)
  }
  const account = postgresAccount()
  const moved = join(SHARED_ROOT, createHash('sha256').update(dataFolder).digest('hex').slice(0, 16))
  if (existsSync(join(moved, 'postgres', 'PG_VERSION'))) {
    return placement('moved', join(moved, 'postgres'), copyOfNative(native, moved), account)
  }
  const postgres = binaryIn(native, 'postgres')
  if (ways.includes('account') && canReach(account, postgres, dirname(dataFolder))) {
    return placement('account', dataFolder, native, account)
  }
  if (ways.includes('namespace') && namespacesWork(account, postgres)) {
    return placement('namespace', dataFolder, native, account)
  }
  if (existsSync(join(dataFolder, 'PG_VERSION'))) {
    cpSync(dataFolder, join(moved, 'postgres'), { recursive: true })
  }
  return placement('moved', join(moved, 'postgres'), copyOfNative(native, moved), account)
}

/** Removes what placeFor copied for this data folder to a place of its own, if anything. */
export function forgetMoved(wanted: string): void {
  const name = createHash('sha256').update(resolve(wanted)).digest('hex').slice(0, 16)
  rmSync(join(SHARED_ROOT, name), { recursive: true, force: true })
}

function placement(way: Way, dataFolder: string, native: string, account: Account | null): Placement {
  const owner = way === 'namespace' ? { uid: 0, gid: 0 } : account
  return {
    way,
    dataFolder,
    program(name, args) {
      const file = binaryIn(native, name)
      return way === 'namespace' && account ? inNamespace(account, file, args) : { file, args, account }
    },
    handOver(path) {
      if (owner && statSync(path).uid !== owner.uid) {
        chownAll(path, owner)
      }
    },
  }
}

function copyOfNative(native: string, moved: string): string {
  const copy = join(moved, 'native')
  const installed = statSync(binaryIn(native, 'postgres')).size
  if (!existsSync(join(copy, 'bin', 'postgres')) || statSync(join(copy, 'bin', 'postgres')).size !== installed) {
    mkdirSync(moved, { recursive: true, mode: 0o755 })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  }
  return copy
}

function chownAll(path: string, owner: Account): void {
  for (const entry of statSync(path).isDirectory() ? readdirSync(path, { withFileTypes: true, recursive: true }) : []) {
    lchownSync(join(entry.parentPath, entry.name), owner.uid, owner.gid)
  }
  chownSync(path, owner.uid, owner.gid)
}
