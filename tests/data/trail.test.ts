import { describe, expect, test } from 'vitest'
import { tickAgreement } from '@/lib/data/agreements'
import { askToLeave } from '@/lib/data/leave-requests'
import { trailPage } from '@/lib/data/trail'
import { write } from '@/lib/data/write'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { makeShield } from '@/prisma/factories/team'
import { readDashboard } from '@/tests/support/dashboard'
import { entered } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
type AccountName = keyof CanaryDossier['accounts']

async function trailFor(name: AccountName, before: string | null = null) {
  const door = { code: ground.first.code, right: 'trail.read' } as const
  const page = await entered(ground.app, ground.first.accounts[name], door, (viewer) => trailPage(viewer, before))
  if (typeof page === 'string') throw new Error(page)
  return page
}

async function sentencesFor(name: AccountName): Promise<string[]> {
  const { days } = await trailFor(name)
  return days.flatMap(({ entries }) => entries.map(({ who, sentence, times }) => `${who} ${sentence} × ${times}`))
}

function look(name: AccountName, subject = 'dashboard') {
  const door = { code: ground.first.code, right: 'dossier.read', subject } as const
  return entered(ground.app, ground.first.accounts[name], door, readDashboard)
}

describe('the trail', () => {
  test('tells the director by name who looked, equal lines of a day once', async () => {
    await look('professional')
    await look('professional')
    const { name } = ground.first.accounts.professional
    expect(await sentencesFor('director')).toContain(`${name} (professional) bekeek het overzicht × 2`)
  })

  test('tells a family account role and organisation, and nobody’s name', async () => {
    await look('professional')
    const lines = await sentencesFor('mother')
    const { canary } = ground.first
    expect(lines.join('\n')).toContain(`Een professional van ${canary.all.nearOrganisation} bekeek het overzicht`)
    for (const account of Object.values(ground.first.accounts)) {
      expect(lines.join('\n')).not.toContain(account.name)
    }
  })

  test('leaves out, for who may not know where a child lives, the organisation of who works with it', async () => {
    const { accounts, family, members, canary } = ground.first
    await look('professional')
    expect(JSON.stringify((await trailFor('carer')).days)).toContain(canary.all.nearOrganisation)
    await makeShield(ground.owner, family, {
      subject: 'memberContact',
      subjectId: members.child.id,
      personId: accounts.carer.personId,
    })
    const { id } = await ground.owner.auditLine.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await look('professional')
    const latest = (await trailFor('carer')).days[0]?.entries.find(
      ({ sentence }) => sentence === 'bekeek het overzicht',
    )
    expect(id).toBeGreaterThan(0)
    expect(latest?.who).toBe('Een professional')
  })

  test('tells of a change once, though the gate and the change each left a line', async () => {
    const door = {
      code: ground.first.code,
      right: 'agreement.tick',
      kind: 'change',
      subject: 'agreement.tick',
    } as const
    await entered(ground.app, ground.first.accounts.director, door, (viewer) =>
      tickAgreement(viewer, ground.first.gips1.common.agreement.id, { state: 'done', remark: '', forDay: null }),
    )
    const { name } = ground.first.accounts.director
    expect(await sentencesFor('director')).toContain(`${name} (casusregisseur) zei hoe het met een afspraak staat × 1`)
  })

  test('names the plan of a change, unless that plan is shielded from the reader', async () => {
    const { accounts, family, gips2, code } = ground.first
    const door = { code, right: 'meeting.write', kind: 'change' } as const
    await entered(ground.app, accounts.director, door, (viewer) =>
      write(viewer, { right: 'meeting.write', subject: 'answer x', detail: { plan: 'gips-2' } }, async () => null),
    )
    expect((await sentencesFor('father')).join('\n')).toContain('schreef in het verslag van GIPS 2')
    await makeShield(ground.owner, family, {
      subject: 'plan',
      subjectId: gips2.plan.id,
      personId: accounts.father.personId,
    })
    expect((await sentencesFor('father')).join('\n')).not.toContain('GIPS 2')
    expect((await sentencesFor('father')).join('\n')).toContain('schreef in het verslag van een plan')
  })

  test('says nothing to a family account of changes in who may see what', async () => {
    const door = { code: ground.first.code, right: 'access.manage', kind: 'change' } as const
    await entered(ground.app, ground.first.accounts.director, door, (viewer) =>
      write(viewer, { right: 'access.manage', subject: 'shield goal' }, async () => null),
    )
    expect((await sentencesFor('director')).join('\n')).toContain('wie wat mag zien')
    expect((await sentencesFor('father')).join('\n')).not.toContain('wie wat mag zien')
  })

  test('says to no family account that somebody asked to stop: that is between them and the director', async () => {
    const door = { code: ground.first.code, right: 'team.leave', kind: 'change' } as const
    await entered(ground.app, ground.first.accounts.professional, door, (viewer) => askToLeave(viewer, 'Verhuisd'))
    expect((await sentencesFor('director')).join('\n')).toContain('vroeg om te stoppen')
    for (const name of ['mother', 'father', 'carer', 'teenager'] as const) {
      expect((await sentencesFor(name)).join('\n')).not.toContain('stoppen')
    }
  })

  test('says to no family account that agreements went in force: the director tells that', async () => {
    for (const right of ['agreement.putInForce', 'agreement.close'] as const) {
      const door = { code: ground.first.code, right, kind: 'change' } as const
      await entered(ground.app, ground.first.accounts.director, door, (viewer) =>
        write(viewer, { right, subject: 'agreements', detail: { plan: 'gips-1' } }, async () => null),
      )
    }
    expect((await sentencesFor('director')).join('\n')).toContain('liet afspraken van GIPS 1 ingaan')
    for (const name of ['mother', 'father', 'carer', 'teenager'] as const) {
      expect((await sentencesFor(name)).join('\n')).not.toMatch(/liet afspraken|sloot een afspraak/)
    }
  })

  test('tells no family account of measurements, issues and meetings of professionals, nor who else was asked to come', async () => {
    const { accounts, family } = ground.first
    const line = async (who: AccountName, right: string, kind: 'read' | 'change') => {
      const { personId, name: personName } = accounts[who]
      const roles = who === 'mother' ? ['family'] : ['professional']
      const subject = right.startsWith('invitation') ? 'invitation gips-2' : null
      await ground.owner.auditLine.create({
        data: { familyId: family.id, personId, personName, roles, kind, right, subject },
      })
    }
    for (const right of ['measurements.write', 'issues.write', 'issues.read', 'progress.write', 'invitations.read']) {
      await line('professional', right, 'change')
    }
    for (const who of ['professional', 'mother'] as const) {
      await line(who, 'invitation.answer', 'read')
      await line(who, 'invitation.answer', 'change')
    }
    const told = /meting|kwestie|uitvoerdersoverleg|uitnodiging|komt/
    expect((await sentencesFor('director')).filter((sentence) => told.test(sentence)).length).toBeGreaterThan(6)
    expect((await sentencesFor('father')).filter((sentence) => told.test(sentence))).toEqual([])
    const ofMother = (await sentencesFor('mother')).filter((sentence) => told.test(sentence))
    expect(ofMother).toHaveLength(2)
    expect(ofMother.join()).not.toContain('professional')
  })

  test('shows who was refused', async () => {
    await entered(ground.app, ground.outsider, { code: ground.first.code, right: 'dossier.read' }, async () => null)
    expect(await sentencesFor('director')).toContain(
      `${ground.outsider.name} (zonder toegang) wilde het overzicht bekijken, maar mag dat niet × 1`,
    )
    expect((await sentencesFor('mother')).join('\n')).toContain('Iemand zonder toegang wilde het overzicht bekijken')
  })

  test('is refused to everyone but the director and the family; the family reads no word of who tried', async () => {
    const { accounts, code } = ground.first
    const others = [
      accounts.professional,
      accounts.gipsMaster,
      accounts.noteTaker,
      accounts.caseManager,
      ground.outsider,
    ]
    for (const account of [...others, ground.region, ground.second.accounts.director, accounts.endedProfessional]) {
      const door = { code, right: 'trail.read' } as const
      expect(await entered(ground.app, account, door, (viewer) => trailPage(viewer, null))).toBe('refused')
    }
    expect(JSON.stringify(await trailFor('father'))).not.toContain(ground.second.canary.word)
  })

  test('reads on from before a line', async () => {
    const { id } = await ground.owner.auditLine.findFirstOrThrow({
      where: { familyId: ground.first.family.id },
      orderBy: { id: 'asc' },
    })
    expect((await trailFor('director', String(id))).days).toEqual([])
    expect((await trailFor('director')).earlierBefore).toBeNull()
  })

  test('reads on through hundreds of equal lines, and says where the rest starts', async () => {
    const { family, accounts, code } = ground.first
    const line = { familyId: family.id, personId: accounts.deputy.personId, personName: 'Drukke Typist' }
    const data = Array.from({ length: 1150 }, () => ({ ...line, roles: [], kind: 'change', right: 'meeting.write' }))
    await ground.owner.auditLine.createMany({ data })
    const { days, earlierBefore } = await trailFor('director')
    const typed = days[0]?.entries.find(({ who }) => who.startsWith('Drukke Typist'))
    expect(typed?.times).toBeGreaterThan(900)
    expect(earlierBefore).not.toBeNull()
    const rest = await trailFor('director', earlierBefore)
    const others = rest.days.flatMap(({ entries }) => entries).find(({ who }) => who.startsWith('Drukke Typist'))
    expect((typed?.times ?? 0) + (others?.times ?? 0)).toBe(1150)
    expect(code).toBe(ground.first.code)
  })
})
