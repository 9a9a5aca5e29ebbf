import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PLATFORM_RIGHTS, RIGHTS } from '@/lib/policy'

/** Pages and handlers that anyone may open; whatever is not named here must pass a gate. */
const OPEN = [
  'app/page.tsx',
  'app/(toegang)/inloggen/page.tsx',
  'app/(toegang)/wachtwoord/page.tsx',
  'app/(toegang)/wachtwoord/[token]/page.tsx',
  'app/(toegang)/uitnodiging/[token]/page.tsx',
  'app/(toegang)/nieuwe-app/[token]/page.tsx',
  'app/(open)/leeg/page.tsx',
  'app/api/auth/[...nextauth]/route.ts',
  'app/api/health/route.ts',
  'app/api/csp-report/route.ts',
  'app/uitloggen/route.ts',
  'app/verlaten/route.ts',
]

const GATES = new RegExp(
  `\\b(${[
    'inDossier',
    'inDossierPlainly',
    'inDossierAtOnce',
    'asPerson',
    'onPlatform',
    'dossierRoute',
    'passGate',
    'passPersonGate',
    'atProjector',
    'openPlanStream',
    'dossierReadRoute',
    'savesInPlan',
    'savesRow',
    'savesAnswer',
    'readsEarlierTexts',
    'dossierDownload',
    'platformDownload',
  ].join('|')})\\b`,
)
const BUILDERS =
  /= (dossierAction|uploadAction|photoAction|platformPhotoAction|accountAction|platformAction|publicAction)\(/

function files(): string[] {
  return readdirSync('app', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const read = (file: string) => readFileSync(file, 'utf8')
const doors = files().filter((file) => /\/(page\.tsx|route\.ts)$/.test(file))

describe('every way in', () => {
  test('is a page or handler behind a gate, or one of the few that are open to all', () => {
    expect(doors.length).toBeGreaterThan(20)
    expect(doors.filter((file) => !OPEN.includes(file) && !GATES.test(read(file)))).toEqual([])
  })

  test('for developers alone is no route in production, and reads no dossier', () => {
    const ofDevelopers = files().filter((file) => /\.dev\.tsx?$/.test(file))
    expect(ofDevelopers.length).toBeGreaterThan(0)
    expect(ofDevelopers.filter((file) => !/\/(page|route)\.dev\.tsx?$/.test(file))).toEqual([])
    expect(ofDevelopers.filter((file) => /lib\/(data|db|gate|viewer|env)/.test(read(file)))).toEqual([])
    expect(read('next.config.ts')).toContain("isDevelopment ? ['tsx', 'ts', 'dev.tsx', 'dev.ts'] : ['tsx', 'ts']")
  })

  test('names a right that exists', () => {
    const named = doors.flatMap((file) =>
      [...read(file).matchAll(/inDossier(?:Plainly|AtOnce)?\(\s*code,\s*'([^']+)'|right: '([^']+)'/g)].map(
        ([, page, route]) => page ?? route ?? '',
      ),
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((right) => !Object.hasOwn(RIGHTS, right))).toEqual([])
  })

  test('names a right of the platform that exists', () => {
    const sources = files().filter((file) => /\.tsx?$/.test(file))
    const named = sources.flatMap((file) =>
      [
        ...read(file).matchAll(
          /(?:onPlatform\(\s*|platform(?:Photo)?Action\(\s*\w+,\s*|platformDownload\(\s*)'([^']+)'/g,
        ),
      ].map(([, right]) => right ?? ''),
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((right) => !Object.hasOwn(PLATFORM_RIGHTS, right))).toEqual([])
  })

  test('has no action that was not made by a builder', () => {
    const actions = files().filter((file) => /\.tsx?$/.test(file) && /^'use server'/m.test(read(file)))
    expect(actions.length).toBeGreaterThan(3)
    const loose = actions.flatMap((file) => {
      const exported = [...read(file).matchAll(/^export (?:const|async function|function) (\w+)(.*(?:\n.*)?)/gm)]
      return exported.filter(([, , rest]) => !BUILDERS.test(rest ?? '')).map(([, name]) => `${file} ${name}`)
    })
    expect(loose).toEqual([])
  })

  test('answers its own status: no loading.tsx, and layouts load nothing', () => {
    expect(files().filter((file) => /\/(loading|template)\.tsx$/.test(file))).toEqual([])
    const layouts = files().filter((file) => /\/layout\.tsx$/.test(file))
    expect(layouts.filter((file) => /lib\/(data|viewer|gate|db)/.test(read(file)))).toEqual([])
  })

  test('tells nothing in its metadata: no title is made from what is loaded', () => {
    expect(doors.filter((file) => /generateMetadata/.test(read(file)))).toEqual([])
  })
})
