import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DOSSIER_ROLES, type DossierRight, RIGHTS, rolesWith } from '@/lib/policy'

const LETTERS = { caseDirector: 'D', noteTaker: 'N', gipsMaster: 'M', professional: 'P', caseManager: 'C', family: 'F' }

function rowOf(right: DossierRight): string {
  const mark = 'when' in RIGHTS[right] ? '✓°' : '✓'
  const cells = DOSSIER_ROLES.map((role) => (rolesWith(right).includes(role) ? mark : '–'))
  return `| \`${right}\` | ${cells.join(' | ')} |`
}

test('the rights table of the README is the one in the code', () => {
  const head = `| right | ${DOSSIER_ROLES.map((role) => LETTERS[role]).join(' | ')} |`
  const line = `|---|${DOSSIER_ROLES.map(() => '---').join('|')}|`
  const table = [head, line, ...(Object.keys(RIGHTS) as DossierRight[]).map(rowOf)].join('\n')
  const written = /<!-- rights -->\n([\s\S]*?)\n<!-- \/rights -->/.exec(readFileSync('README.md', 'utf8'))?.[1]
  expect(written).toBe(table)
})
