import { readdirSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What each part of the tree may import, by the start of the path; first match wins. */
const MAY_IMPORT: readonly { part: RegExp; may: RegExp }[] = [
  {
    part: /^lib\/domain\//,
    may: /^(lib\/(domain\/|(plan-)?policy|dates|errors)|npm:(zod|temporal-polyfill|date-holidays)$)/,
  },
  {
    part: /^lib\/((plan-)?policy|dates|errors|action-state)\.ts$/,
    may: /^lib\/(domain\/|(plan-)?policy|dates|errors)/,
  },
  { part: /^lib\/messages\//, may: /^lib\/(messages\/|domain\/)/ },
  { part: /^lib\/data\//, may: /^(?!npm:next|npm:server-only|app\/|components\/|emails\/|scripts\/)/ },
  { part: /^lib\/jobs\//, may: /^(?!npm:next|npm:server-only|app\/|components\/)/ },
  { part: /^lib\//, may: /^(?!app\/|components\/|scripts\/)/ },
  { part: /^emails\//, may: /^(emails\/|lib\/(messages|domain)\/|npm:(@react-email|react))/ },
  { part: /^components\/ui\//, may: /^(components\/ui\/|lib\/domain\/score|npm:(react|lucide|next\/link))/ },
  {
    part: /^components\//,
    may: /^(components\/|lib\/(domain\/|(plan-)?policy|dates|errors|action-state|messages\/)|npm:(react|lucide|next\/(link|navigation)|recharts|uuid))/,
  },
  { part: /^app\//, may: /^(?!scripts\/|prisma\/factories|tests\/)/ },
  { part: /^prisma\/(factories|demo|seed)/, may: /^(?!app\/|components\/|npm:next)/ },
]

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Every module a file imports, type imports left out: as a path from the root, or npm:name. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const statements = text.matchAll(
    /^(?:import|export)\s+(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm,
  )
  return [...statements].map(([, named, bare]) => {
    const name = named ?? bare ?? ''
    if (name.startsWith('@/')) return name.slice(2)
    return name.startsWith('.') ? normalize(join(file, '..', name)) : `npm:${name}`
  })
}

const files = ['app', 'components', 'lib', 'emails', 'prisma']
  .flatMap(sources)
  .filter((file) => !file.startsWith('prisma/generated'))

const fileOf = new Map(files.map((file) => [file.replace(/\.tsx?$/, ''), file]))

/** The imports that lead from a file to a module, written as a road; null where none does. Actions stay on the server. */
function roadTo(goal: string, start: string): string | null {
  const roads = [[start.replace(/\.tsx?$/, '')]]
  const seen = new Set<string>()
  for (const road of roads) {
    const module = road.at(-1) ?? ''
    const file = fileOf.get(module)
    if (module === goal) return road.join(' -> ')
    if (!file || seen.has(file) || /^'use server'/.test(readFileSync(file, 'utf8'))) continue
    seen.add(file)
    roads.push(...importsOf(file).map((name) => [...road, name]))
  }
  return null
}

describe('imports', () => {
  test('follow the map: domain knows nothing, components know no data, nothing knows the app', () => {
    const wrong = files.flatMap((file) => {
      const rule = MAY_IMPORT.find(({ part }) => part.test(file))
      return importsOf(file)
        .filter((name) => !name.startsWith('npm:node:') && rule && !rule.may.test(name))
        .map((name) => `${file} -> ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test('reach the environment through lib/env only', () => {
    const allowed = /^(lib\/(env|log)\.ts|proxy\.ts|prisma\.config\.ts|app\/api\/auth\/)/
    const wrong = files.filter(
      (file) => !allowed.test(file) && /process\.env\.(?!NODE_ENV|NEXT_RUNTIME)/.test(readFileSync(file, 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  test('bring no schemas to the browser: that weighs a hundred kilobytes and tries what the content policy forbids', () => {
    const screens = files.filter((file) => /^'use client'/.test(readFileSync(file, 'utf8')))
    expect(screens.length).toBeGreaterThan(50)
    expect(screens.flatMap((file) => roadTo('npm:zod', file) ?? [])).toEqual([])
  })

  test('bring no holidays of the whole world to the browser', () => {
    const screens = files.filter((file) => /^'use client'/.test(readFileSync(file, 'utf8')))
    expect(screens.flatMap((file) => roadTo('npm:date-holidays', file) ?? [])).toEqual([])
    expect(roadTo('npm:date-holidays', 'lib/data/meetings.ts')).not.toBeNull()
  })

  test('leave no index.ts, no utils and no helpers', () => {
    expect(files.filter((file) => /(\/index\.tsx?|utils?|helpers?|common|misc)(\.tsx?|\/)/.test(file))).toEqual([])
  })
})
