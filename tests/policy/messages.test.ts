import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MESSAGE_PAYLOADS } from '@/lib/data/outbox'
import { MAIL_CHOICES } from '@/lib/domain/mail-words'
import { choicesFor, choicesWanted, kindsLeftOut, REMINDER_KINDS } from '@/lib/domain/reminder'
import { isEssential, leaves, MESSAGE_LIST } from '@/lib/jobs/message-list'

const KINDS = Object.keys(MESSAGE_LIST) as (keyof typeof MESSAGE_LIST)[]
const SOURCES = ['prisma/migrations', 'lib/data']

function textOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n')
}

test('the list of messages in the docs is the one in the code', () => {
  const head = '| message | to | when | leaves | essential | rule | template |\n|---|---|---|---|---|---|---|'
  const rows = KINDS.map((kind) => {
    const { to, when, rule, template } = MESSAGE_LIST[kind]
    const essential = isEssential(kind) ? 'yes' : 'no'
    return `| \`${kind}\` | ${to} | ${when} | ${leaves(kind)} | ${essential} | \`${rule}\` | \`emails/${template}.tsx\` |`
  })
  const written = /<!-- messages -->\n([\s\S]*?)\n<!-- \/messages -->/.exec(
    readFileSync('docs/messages.md', 'utf8'),
  )?.[1]
  expect(written).toBe([head, ...rows].join('\n'))
})

test('every message has its rule and its template, and every kind in the outbox is listed', () => {
  const sources = SOURCES.map(textOf).join('\n')
  for (const kind of KINDS) {
    const { rule, template } = MESSAGE_LIST[kind]
    expect(`${rule}: ${new RegExp(`function ${rule}\\(`).test(sources)}`).toBe(`${rule}: true`)
    expect(`${template}: ${existsSync(`emails/${template}.tsx`)}`).toBe(`${template}: true`)
  }
  const kinds = [...Object.keys(MESSAGE_PAYLOADS).filter((kind) => kind !== 'reminders'), ...REMINDER_KINDS]
  expect([...new Set(kinds)].sort()).toEqual([...KINDS].sort())
})

test('nobody can do without an invitation, a definitive plan, a signal, an extra assessment or their account', () => {
  const optional = KINDS.filter((kind) => !isEssential(kind))
  expect(optional.join()).not.toMatch(
    /account|password|secondFactor|definitive|signal|assessment|appointed|ended|erasure/i,
  )
  expect(optional.sort()).toEqual([...REMINDER_KINDS].sort())
})

test('each check box leaves out what is behind it and nothing else; what is not offered stays as it is', () => {
  const all = choicesFor(false)
  expect([...all].sort()).toEqual(Object.keys(MAIL_CHOICES).sort())
  for (const choice of all) {
    const others = all.filter((each) => each !== choice)
    const leftOut = kindsLeftOut(all, others)
    expect(leftOut.length).toBeGreaterThan(0)
    expect(choicesWanted(leftOut)).toEqual(others)
  }
  expect(kindsLeftOut(all, all)).toEqual([])
  expect(choicesWanted([])).toEqual(all)
  expect(choicesWanted(kindsLeftOut(choicesFor(true), []))).toEqual(['steering', 'profile'])
})
