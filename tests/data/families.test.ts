import { describe, expect, test } from 'vitest'
import { familiesPage } from '@/lib/data/families-page'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { makeAgreement } from '@/prisma/factories/agreements'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { makeShield } from '@/prisma/factories/team'
import { listed } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
const today = plainDateIn(new Date())

async function cardFor(name: keyof CanaryDossier['accounts']) {
  const { families } = await listed(ground.app, ground.first.accounts[name], familiesPage)
  expect(families.length).toBeLessThanOrEqual(1)
  return families[0]
}

describe('my families', () => {
  test('are one’s own only, each with one’s roles, score and plan', async () => {
    expect(await cardFor('professional')).toMatchObject({
      code: ground.first.code,
      name: ground.first.family.name,
      roles: ['professional'],
      director: ground.first.accounts.director.name,
      plan: { kind: 'gips2', state: 'meeting', heldOn: today },
      next: { kind: 'gips2', heldOn: today },
      score: { mean: 3, lowest: 3 },
    })
  })

  test('are none for an outsider, the institute, the administrator and who left', async () => {
    const { outsider, institute, administrator, first } = ground
    for (const account of [outsider, institute, administrator, first.accounts.endedProfessional]) {
      expect(await listed(ground.app, account, familiesPage)).toMatchObject({ families: [], region: null })
    }
  })

  test('hold no word of another dossier', async () => {
    for (const account of Object.values(ground.second.accounts)) {
      expect(JSON.stringify(await listed(ground.app, account, familiesPage))).not.toContain(ground.first.canary.word)
    }
  })

  test('count late agreements for who has to do them; the director counts all', async () => {
    const { accounts, gips1 } = ground.first
    const late = { inForceAt: gips1.plan.stateChangedAt, dueOn: dateColumn(addDays(today, -2)) }
    await makeAgreement(ground.owner, gips1.plan, { ...late, doers: [{ personId: accounts.professional.personId }] })
    const kinds = async (name: keyof CanaryDossier['accounts']) =>
      (await cardFor(name))?.attention.map(({ kind, text }) => `${kind}: ${text}`)
    expect(await kinds('professional')).toContain('ownOverdue: Eén afspraak van u is te laat.')
    expect(await kinds('director')).toContain('overdue: Eén afspraak van een ander is te laat.')
    expect((await kinds('gipsMaster'))?.join()).not.toContain('te laat')
    expect((await kinds('mother'))?.join()).not.toContain('te laat')
  })

  test('leave out a plan that is shielded from a family account', async () => {
    const { accounts, family, gips2 } = ground.first
    await makeShield(ground.owner, family, {
      subject: 'plan',
      subjectId: gips2.plan.id,
      personId: accounts.carer.personId,
    })
    expect(await cardFor('carer')).toMatchObject({ plan: { kind: 'gips1' }, next: null })
  })

  test('say under six for who may see that score', async () => {
    expect((await cardFor('mother'))?.attention[0]).toMatchObject({ kind: 'scoreUnderSix', path: '/veiligheid' })
  })

  test('are gone for a family account from which the whole dossier is shielded', async () => {
    const { accounts, family } = ground.first
    await makeShield(ground.owner, family, { subject: 'dossier', personId: accounts.teenager.personId })
    expect(await cardFor('teenager')).toBeUndefined()
  })
})

test('a coordinator sees how far the families of the own region are, without names or content', async () => {
  const page = await listed(ground.app, ground.region, familiesPage)
  expect(page.families).toEqual([])
  expect(page.region).toMatchObject([{ code: ground.first.code, planKind: 'gips2', planState: 'meeting' }])
  const { canary, family } = ground.first
  const words = Object.entries(canary.all).filter(([field]) => field !== 'director')
  const text = JSON.stringify(page)
  expect(text).not.toContain(family.name)
  expect(words.filter(([, word]) => text.includes(word))).toEqual([])
  expect(text).not.toContain(ground.second.code)
})
