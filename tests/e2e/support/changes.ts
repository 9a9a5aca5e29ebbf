import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { type DossierRight, PLATFORM_RIGHTS, type PlatformRight, RIGHTS } from '@/lib/policy'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { type Given, send } from './asking'

/** A way to change something in a dossier by a request of JSON. */
export interface Handler {
  file: string
  method: string
  path: string
  right: DossierRight
}

/** A way to change something by sending a form: what Next calls it, a page that knows it, and the right it demands. */
export interface Action {
  name: string
  id: string
  page: string
  right: DossierRight | PlatformRight
  /** Whether it works inside a dossier, which the form then names. */
  isOfDossier: boolean
}

/** Every handler under a dossier that takes JSON, found in the tree of files. */
export function handlersOf({ code }: CanaryDossier): Handler[] {
  return routesUnder('app/api/gezinnen/[code]').flatMap((file) => {
    const path = addressOf(file, code)
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(/^export const (PUT|POST|DELETE) = (\w+)[\s\S]*?(?=^export|$(?![\s\S]))/gm)].map(
      ([source, method = '', builder = '']) => ({ file, method, path, right: rightOf(file, builder, source) }),
    )
  })
}

/** Every handler of the app, whatever it takes and gives, found in the tree of files. */
export function allHandlers({ code }: CanaryDossier): Omit<Handler, 'right'>[] {
  return routesUnder('app').flatMap((file) => {
    const exported = readFileSync(file, 'utf8').matchAll(/^export .*\b(GET|PUT|POST|DELETE)\b.*$/gm)
    const methods = [...exported].flatMap(([line]) => line.match(/\b(GET|PUT|POST|DELETE)\b/g) ?? [])
    return methods.map((method) => ({ file, method, path: addressOf(file, code) }))
  })
}

function routesUnder(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'route.ts')
    .map((entry) => join(entry.parentPath, entry.name))
}

function addressOf(file: string, code: string): string {
  return file
    .replace(/^app(\/\(\w+\))?/, '')
    .replace(/\/route\.ts$/, '')
    .replace('[code]', code)
    .replace('[plan]', 'gips-2')
    .replace('[deel]', '1-zorg')
    .replace(/\[\w+\]/g, () => v7())
}

/** A builder for the meeting demands the right to write there, unless it names another. */
function rightOf(file: string, builder: string, source: string): DossierRight {
  const named = /'(\w+\.\w+)'/.exec(source)?.[1]
  const right = named ?? (/^(savesInPlan|savesRow|changesRow)$/.test(builder) ? 'meeting.write' : '')
  if (!Object.hasOwn(RIGHTS, right)) {
    throw new Error(`${file} names no right`)
  }
  return right as DossierRight
}

interface Reference {
  filename: string
  exportedName: string
  workers: Record<string, unknown>
}

/** Every form action behind a gate, as the production build knows it. */
export function actionsOf(): Action[] {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, Reference>
  }
  return Object.entries(manifest.node).flatMap(([id, { filename, exportedName, workers }]) => {
    const made = new RegExp(
      `export const ${exportedName} = (dossierAction|uploadAction|photoAction|platformAction|platformPhotoAction)\\(\\s*\\w+,\\s*'([^']+)'`,
    )
    const [, builder = '', right = ''] = made.exec(readFileSync(filename, 'utf8')) ?? []
    if (!builder) return []
    const isOfDossier = !builder.startsWith('platform')
    if (!Object.hasOwn(isOfDossier ? RIGHTS : PLATFORM_RIGHTS, right)) {
      throw new Error(`${filename} ${exportedName} names no right`)
    }
    const page = (Object.keys(workers)[0] ?? '').replace(/^app\/\(\w+\)/, '').replace(/\/page$/, '')
    return [{ name: `${filename} ${exportedName}`, id, page, right: right as Action['right'], isOfDossier }]
  })
}

/** Sends a form with nothing filled in but the dossier, as React sends what follows a click. */
export function sendForm(
  token: string | null,
  { id, page, isOfDossier }: Action,
  { code }: CanaryDossier,
): Promise<Given> {
  const form = new FormData()
  if (isOfDossier) {
    form.set('_1_dossier', code)
  }
  form.set('0', '[{"state":"idle"},"$K1"]')
  const path = page
    .replace('[code]', code)
    .replace('[plan]', 'gips-2')
    .replace(/\[\w+\]/g, 'onbekend')
  return send(token, path, {
    method: 'POST',
    headers: { 'Next-Action': id, Accept: 'text/x-component' },
    body: form,
  })
}
