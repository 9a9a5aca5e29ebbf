import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { familiesPage } from '@/lib/data/families-page'
import { reportPage } from '@/lib/data/signal-report'
import { acknowledgeSignal, askViews, closeSignal, giveView, noteAction, shareSignal } from '@/lib/data/signal-steps'
import { signalList, signalPage } from '@/lib/data/signals'
import { UserError } from '@/lib/errors'
import { readDashboard } from '@/tests/support/dashboard'
import { listed } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type Name, RUMPUS, signalsOf } from './signal-ground'

const ground = onTwoDossiers()
const { as, report, signal, messages } = signalsOf(ground)

const see = (name: Name, signalId: string) =>
  as(name, 'signal.handle', (viewer) => acknowledgeSignal(viewer, { signalId }))
const finish = (name: Name, signalId: string, outcome = 'Moeder slaapt bij oma.') =>
  as(name, 'signal.handle', (viewer) => closeSignal(viewer, { signalId, outcome }))
const ask = (name: Name, signalId: string, ...people: Name[]) =>
  as(name, 'signal.handle', (viewer) =>
    askViews(viewer, { signalId, people: people.map((each) => ground.first.accounts[each].personId) }),
  )
const answer = (name: Name, signalId: string, view = 'Ik schrok ervan.') =>
  as(name, 'signal.answer', (viewer) => giveView(viewer, { signalId, view }))
const open = (name: Parameters<typeof as>[0], id: string) =>
  as(name, 'signals.read', (viewer) => signalPage(viewer, id))
const idsFor = async (name: Parameters<typeof as>[0]) => {
  const found = await as(name, 'signals.read', signalList)
  return typeof found === 'string' ? found : found.signals.map(({ id }) => id)
}
const share = (name: Name, signalId: string, personId: string, yesOrNo: 'yes' | 'no' = 'yes') =>
  as(name, 'signal.share', (viewer) => shareSignal(viewer, { signalId, personId, share: yesOrNo }))

describe('a report', () => {
  test('is kept as it was told and goes to director and deputy in the same transaction', async () => {
    const { members, accounts, code } = ground.first
    const happenedAt = new Date(Date.now() - 3_600_000)
    const id = await report('professional', { happenedAt, members: [members.child.id, members.child.id] })
    const { personId } = accounts.professional
    expect(await signal(id)).toMatchObject({
      ...RUMPUS_KEPT,
      happenedAt,
      reporterPersonId: personId,
      state: 'reported',
    })
    expect((await signal(id))?.signalMembers).toMatchObject([{ memberId: members.child.id }])
    const told = await messages(id)
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
      [accounts.director.personId, accounts.deputy.personId].sort(),
    )
    expect(told.every(({ kind, state }) => kind === 'signalReported' && state === 'waiting')).toBe(true)
    expect(told.map(({ payload }) => payload)).toEqual([
      { code, signal: id },
      { code, signal: id },
    ])
    expect(Math.max(...told.map(({ dueAt }) => dueAt.getTime()))).toBeLessThanOrEqual(Date.now())
  })

  test('that is sent again under its key, also ten times at once, stays one signal with one message each', async () => {
    const id = v7()
    const sent = await Promise.all(Array.from({ length: 10 }, () => report('professional', {}, id)))
    expect(new Set(sent)).toEqual(new Set([id]))
    expect(await report('professional', { happened: 'Iets anders' }, id)).toBe(id)
    expect(await ground.owner.safetySignal.count({ where: { id } })).toBe(1)
    expect((await signal(id))?.happened).toBe(RUMPUS.happened)
    expect(await messages(id)).toHaveLength(2)
    await expect(report('deputy', {}, id)).rejects.toThrow(/niet worden verstuurd/)
  })

  test('gets the next number of its own dossier, also when several come at once', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => report('professional')))
    const codes = await Promise.all(ids.map(async (id) => (await signal(id))?.code ?? 0))
    expect(new Set(codes).size).toBe(6)
    expect(Math.max(...codes) - Math.min(...codes)).toBe(5)
  })

  test('of the director goes to the deputy alone', async () => {
    const told = await messages(await report('director'))
    expect(told.map(({ recipientId }) => recipientId)).toEqual([ground.first.accounts.deputy.personId])
  })

  test('of a director without a deputy goes to the chair at once, and in aftercare to the case manager too', async () => {
    const { owner, first } = ground
    const { deputy, gipsMaster, caseManager } = first.accounts
    const inFamily = { familyId: first.family.id, personId: deputy.personId, role: 'deputy' } as const
    const setState = (state: 'active' | 'aftercare') =>
      owner.family.update({ where: { id: first.family.id }, data: { state } })
    await owner.teamMembership.updateMany({ where: inFamily, data: { until: new Date(), endReason: 'Met verlof.' } })
    try {
      for (const [state, expected] of [
        ['active', [gipsMaster]],
        ['aftercare', [gipsMaster, caseManager]],
      ] as const) {
        await setState(state)
        const told = await messages(await report('director', { urgency: 'thisWeek' }))
        expect(told.map(({ kind }) => kind)).toEqual(expected.map(() => 'signalUnseen'))
        expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
          expected.map(({ personId }) => personId).sort(),
        )
        const [wanted] = await owner.$queryRaw<{ n: number }[]>`
          select count(*)::int as n from message m
          where m.id = any (${told.map(({ id }) => id)}::uuid[]) and signal_message_is_wanted(m.id)`
        expect(wanted?.n).toBe(expected.length)
      }
      const [, ...others] = await messages(await report('professional'))
      expect(others).toEqual([])
    } finally {
      await setState('active')
      await owner.teamMembership.updateMany({ where: inFamily, data: { until: null, endReason: null } })
    }
  })

  test.each(['mother', 'father', 'teenager', 'endedProfessional', 'outsider', 'stranger'] as const)(
    'is not taken from %s, who finds no form either',
    async (name) => {
      const id = v7()
      expect(await report(name, {}, id)).toBe('refused')
      expect(await as(name, 'signal.report', reportPage)).toBe('refused')
      expect(await signal(id)).toBeNull()
    },
  )

  test.each(['noteTaker', 'gipsMaster', 'caseManager', 'carer'] as const)('is taken from %s', async (name) => {
    expect(await signal(await report(name))).toMatchObject({ state: 'reported' })
  })

  test('names a moment that has been and people of this family, or says so at the field', async () => {
    const soon = new Date(Date.now() + 3_600_000)
    await expect(report('professional', { happenedAt: soon })).rejects.toMatchObject({ field: 'happenedAt' })
    const stranger = ground.second.members.child.id
    await expect(report('professional', { members: [stranger] })).rejects.toMatchObject({ field: 'members' })
  })

  test('opens with the numbers of director and deputy', async () => {
    const page = await as('carer', 'signal.report', reportPage)
    expect(page === 'refused' || page === 'anonymous' ? [] : page.lines.map(({ role }) => role)).toEqual([
      'casusregisseur',
      'vervanger',
    ])
  })
})

const { members: _members, ...RUMPUS_KEPT } = RUMPUS

describe('a signal', () => {
  test('is read by who may take over and by who reported it, and by nobody else', async () => {
    const id = await report('carer', { members: [ground.first.members.child.id] })
    for (const name of ['director', 'deputy', 'gipsMaster', 'caseManager', 'carer'] as const) {
      expect(await open(name, id)).toMatchObject({ signal: { id, happened: RUMPUS.happened, isOwn: name === 'carer' } })
      expect(await idsFor(name)).toContain(id)
    }
    for (const name of ['noteTaker', 'professional', 'mother', 'father', 'teenager'] as const) {
      expect(await open(name, id)).toBe('refused')
      expect(await idsFor(name)).not.toContain(id)
    }
    for (const name of ['outsider', 'stranger', 'endedProfessional'] as const) {
      expect(await open(name, id)).toBe('refused')
      expect(await idsFor(name)).toBe('refused')
    }
    expect(await open('director', 'geen-id')).toBe('refused')
    expect(await open('director', ground.second.signal.id)).toBe('refused')
  })

  test('is seen once; of two at once the other hears who was first, and the reporter sees it too', async () => {
    const { accounts } = ground.first
    const id = await report('professional')
    const tries = await Promise.allSettled([see('director', id), see('deputy', id)])
    const [lost] = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(lost).toBeInstanceOf(UserError)
    const seenBy =
      (await signal(id))?.acknowledgedById === accounts.director.personId ? accounts.director : accounts.deputy
    expect(lost.message).toContain(`${seenBy.name} zag dit signaal al`)
    expect(await open('professional', id)).toMatchObject({
      signal: { state: 'acknowledged', seen: { by: seenBy.name } },
      desk: null,
    })
    expect(await see('professional', id)).toBe('refused')
    expect(await see('mother', id)).toBe('refused')
  })

  test('is put to people of the team, who are told once and answer while it is open', async () => {
    const { accounts } = ground.first
    const id = await report('carer')
    expect(await open('noteTaker', id)).toBe('refused')
    await ask('gipsMaster', id, 'noteTaker', 'professional')
    await ask('director', id, 'noteTaker')
    const asked = (await messages(id)).filter(({ kind }) => kind === 'signalViewAsked')
    expect(asked.map(({ recipientId }) => recipientId).sort()).toEqual(
      [accounts.noteTaker.personId, accounts.professional.personId].sort(),
    )
    expect(await open('noteTaker', id)).toMatchObject({ ownView: { view: null, answeredAt: null }, desk: null })
    await answer('noteTaker', id)
    const page = await open('director', id)
    const views = typeof page === 'string' ? [] : (page.desk?.views ?? [])
    expect(views).toMatchObject([{ view: 'Ik schrok ervan.' }, { answeredAt: null, name: accounts.professional.name }])
    expect(typeof page === 'string' ? [] : page.desk?.candidates.map(({ name }) => name)).not.toContain(
      accounts.noteTaker.name,
    )
    await expect(answer('caseManager', id)).rejects.toThrow(/niet om gevraagd/)
    await see('director', id)
    await finish('director', id)
    await expect(answer('professional', id)).rejects.toThrow(/afgerond/)
    await expect(ask('director', id, 'caseManager')).rejects.toThrow(/afgerond/)
  })

  test.each(['mother', 'endedProfessional'] as const)('is not put to %s, who is not in the team', async (name) => {
    const id = await report('professional')
    await expect(ask('director', id, name)).rejects.toMatchObject({ field: 'people' })
  })

  test('is closed once, after it was seen, with what was done; then nothing changes any more', async () => {
    const id = await report('professional')
    await expect(finish('director', id)).rejects.toThrow(/eerst dat u dit signaal/)
    await see('gipsMaster', id)
    await as('director', 'signal.handle', (viewer) =>
      noteAction(viewer, { formId: v7(), signalId: id, text: 'School gebeld.' }),
    )
    const ends = await Promise.allSettled([finish('director', id), finish('deputy', id, 'Anders.')])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const kept = await signal(id)
    expect(kept).toMatchObject({ state: 'closed' })
    expect(await open('professional', id)).toMatchObject({ signal: { outcome: kept?.outcome } })
    expect(await open('director', id)).toMatchObject({
      desk: { actions: [{ text: 'School gebeld.', by: ground.first.accounts.director.name }] },
    })
    const later = as('director', 'signal.handle', (viewer) =>
      noteAction(viewer, { formId: v7(), signalId: id, text: 'Nog iets.' }),
    )
    await expect(later).rejects.toThrow(/afgerond/)
  })
})

describe('the family', () => {
  test('reads a signal once the director shares it, without who reported it, and no longer than that', async () => {
    const { mother, noteTaker } = ground.first.accounts
    const id = await report('noteTaker')
    expect(await share('director', id, mother.personId)).toBeUndefined()
    await share('deputy', id, mother.personId)
    const page = await open('mother', id)
    expect(page).toMatchObject({ signal: { happened: RUMPUS.happened, reporter: null, seen: null }, desk: null })
    expect(JSON.stringify(page)).not.toContain(noteTaker.personId)
    expect(await idsFor('mother')).toEqual([id])
    expect(await open('father', id)).toBe('refused')
    const rows = await as('mother', 'signals.read', ({ tx }) => tx.safetySignal.count())
    expect(rows).toBe(0)
    await share('director', id, mother.personId, 'no')
    expect(await open('mother', id)).toBe('refused')
    await share('director', id, mother.personId)
    expect(await idsFor('mother')).toEqual([id])
    await share('director', id, mother.personId, 'no')
  })

  test('is given nothing by anybody else, and nobody who is not of it is given anything', async () => {
    const { mother, professional } = ground.first.accounts
    const id = await report('professional')
    for (const name of ['gipsMaster', 'caseManager', 'professional', 'mother'] as const) {
      expect(await share(name, id, mother.personId)).toBe('refused')
    }
    for (const personId of [professional.personId, ground.outsider.personId, ground.second.accounts.mother.personId]) {
      await expect(share('director', id, personId)).rejects.toThrow(/geen toegang/)
    }
  })

  test('a carer sees that the own signal was seen, and reads what was done once it is shared', async () => {
    const id = await report('carer')
    await see('director', id)
    await finish('director', id)
    const { carer } = ground.first.accounts
    expect(await open('carer', id)).toMatchObject({
      signal: { state: 'closed', outcome: null, seen: { at: expect.any(Date) } },
    })
    await share('director', id, carer.personId)
    expect(await open('carer', id)).toMatchObject({ signal: { outcome: 'Moeder slaapt bij oma.' } })
  })

  test('finds no line of a signal in its own trail', async () => {
    const id = await report('professional')
    await see('director', id)
    await share('director', id, ground.first.accounts.father.personId)
    const rightsFor = async (name: Name) =>
      as(
        name,
        'trail.read',
        ({ tx }) => tx.$queryRaw<{ right: string }[]>`select "right" from dossier_trail(null, 200)`,
      )
    const ofSignals = async (name: Name) => {
      const lines = await rightsFor(name)
      return typeof lines === 'string' ? [] : lines.filter(({ right }) => right.startsWith('signal')).length > 0
    }
    expect(await ofSignals('director')).toBe(true)
    expect(await ofSignals('father')).toBe(false)
  })
})

test('what waits stands in the list and on the dashboard of who may take over or was asked, and of nobody else', async () => {
  const { accounts } = ground.first
  await ground.owner.safetySignal.updateMany({ where: { familyId: ground.first.family.id }, data: { state: 'closed' } })
  const kinds = async (name: Name) => {
    const page = await as(name, 'dossier.read', readDashboard)
    const list = await listed(ground.app, accounts[name], familiesPage)
    const inList = list.families.find(({ code }) => code === ground.first.code)?.attention ?? []
    const onBoard = typeof page === 'string' ? [] : page.dashboard.attention
    const ofSignals = (found: readonly { kind: string }[]) =>
      found.map(({ kind }) => kind).filter((kind) => kind.startsWith('signal'))
    expect(ofSignals(inList)).toEqual(ofSignals(onBoard))
    return ofSignals(onBoard)
  }
  const first = await report('carer')
  await report('carer')
  await ask('director', first, 'professional')
  await see('director', first)
  for (const name of ['director', 'deputy', 'gipsMaster', 'caseManager'] as const) {
    expect(await kinds(name)).toEqual(['signalUnseen', 'signalOpen'])
  }
  expect(await kinds('professional')).toEqual(['signalView'])
  for (const name of ['noteTaker', 'carer', 'mother', 'father', 'teenager'] as const) {
    expect(await kinds(name)).toEqual([])
  }
})
