import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { holdsOnPlatform, PLATFORM_RIGHTS, PLATFORM_ROLES, type PlatformRight, platformRolesWith } from '@/lib/policy'

const rights = Object.keys(PLATFORM_RIGHTS) as PlatformRight[]

test('accounts, organisations and regions are the administrator’s alone', () => {
  for (const right of [
    'accounts.manage',
    'organisations.manage',
    'regions.manage',
    'agendas.manage',
    'undelivered.manage',
  ] as const) {
    expect(platformRolesWith(right)).toEqual(['administrator'])
    expect(holdsOnPlatform(['regionCoordinator', 'institute'], right)).toBe(false)
    expect(holdsOnPlatform([], right)).toBe(false)
    expect(holdsOnPlatform(['institute', 'administrator'], right)).toBe(true)
  }
})

test('everyone has their own account, families and agreements', () => {
  for (const right of ['account.own', 'families.list', 'agreements.mine'] as const) {
    expect(holdsOnPlatform([], right)).toBe(true)
  }
})

test('the table of the README is the one in the code', () => {
  const columns = [...PLATFORM_ROLES, 'self'] as const
  const row = (right: PlatformRight) => {
    const has = platformRolesWith(right)
    return `| \`${right}\` | ${columns.map((role) => (has.includes('self') || has.includes(role) ? '✓' : '–')).join(' | ')} |`
  }
  const table = ['| right | A | R | I | everyone |', '|---|---|---|---|---|', ...rights.map(row)].join('\n')
  const written = /<!-- platform-rights -->\n([\s\S]*?)\n<!-- \/platform-rights -->/.exec(
    readFileSync('README.md', 'utf8'),
  )?.[1]
  expect(written).toBe(table)
})
