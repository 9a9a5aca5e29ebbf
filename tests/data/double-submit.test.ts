import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { unseal } from '@/lib/crypto'
import { inviteAccount } from '@/lib/data/account-administration'
import { giveAccess } from '@/lib/data/family-access'
import { openIssue } from '@/lib/data/issues'
import { askToLeave } from '@/lib/data/leave-requests'
import { correctMeasurement, recordMeasurements } from '@/lib/data/measurements'
import { registerFamily } from '@/lib/data/region-steering'
import { noteAction } from '@/lib/data/signal-steps'
import { addProfessional } from '@/lib/data/team-edits'
import { appEnv } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { passPlatformGate } from '@/lib/platform-gate'
import { makeMember } from '@/prisma/factories/family'
import { makeSignal } from '@/prisma/factories/signals'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { as } from './dossier-ground'

const ground = onTwoDossiers()

/** The same form, sent several times at the same moment: one is carried out, the others are told so. */
async function once(submit: () => Promise<unknown>, times = 3): Promise<void> {
  const outcomes = await Promise.allSettled(Array.from({ length: times }, submit))
  const refusals = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(refusals.filter((reason) => !(reason instanceof UserError))).toEqual([])
  expect(refusals).toHaveLength(times - 1)
}

describe('a form that is sent twice at once', () => {
  test('registers a family once', async () => {
    const { region, owner, app, first, outsider } = ground
    const { regionId } = first.family
    const input = {
      ...{ regionId, name: 'Gezin Dubbelganger', isAnother: false, directorEmail: outsider.email },
      ...{ triageReceivedOn: null, triageComplete: false, reportedAt: null, firstActionAt: null },
      ...{ frameworkKind: null, frameworkFrom: null, frameworkUntil: null, deputyEmail: null, chairEmail: null },
    }
    const entry = { sessionHash: region.tokenHash, right: 'region.register', kind: 'change' } as const
    await once(() => passPlatformGate(app, entry, (viewer) => registerFamily(viewer, input)))
    expect(await owner.family.count({ where: { name: input.name } })).toBe(1)
  })

  test('gives a family member access once, with one account', async () => {
    const { first, owner } = ground
    const row = await owner.family.findUniqueOrThrow({ where: { id: first.family.id } })
    const dossierKey = unseal(appEnv().MASTER_KEY, row.wrappedKey, `family:${row.id}`)
    const given = { contact: { email: 'tweemaal@familie.test' }, details: { safeChannel: 'email' } }
    const { id: memberId } = await makeMember(owner, { ...first.family, dossierKey }, given)
    const input = { memberId, agreement: '' as const, agreedOn: null, overruledReason: null, language: 'nl' as const }
    const names = ['director', 'deputy', 'director'] as const
    let turn = 0
    await once(() => as(ground, names[turn++] ?? 'director', 'access.manage', (viewer) => giveAccess(viewer, input)))
    expect(await owner.familyAccess.count({ where: { memberId } })).toBe(1)
    await owner.familyAccess.updateMany({ where: { memberId }, data: { until: new Date() } })
    await once(() => as(ground, 'director', 'access.manage', (viewer) => giveAccess(viewer, input)))
    expect(await owner.familyAccess.count({ where: { memberId, until: null } })).toBe(1)
  })

  test('adds a professional once, also one who is invited with it', async () => {
    const email = 'nieuw@praktijk.test'
    const add = {
      ...{ email, name: 'Nieuwe Collega', profession: 'arts', organisation: null, sector: null },
      ...{ role: 'professional' as const, worksWithAll: true, members: [] },
    }
    await once(() => as(ground, 'director', 'team.edit', (viewer) => addProfessional(viewer, add)))
    expect(await ground.owner.teamMembership.count({ where: { person: { email } } })).toBe(1)
    expect(await ground.owner.accountLink.count({ where: { person: { email } } })).toBe(1)
  })

  test('asks to stop once', async () => {
    await once(() => as(ground, 'caseManager', 'team.leave', (viewer) => askToLeave(viewer, 'Verhuisd')))
    const { personId } = ground.first.accounts.caseManager
    expect(await ground.owner.leaveRequest.count({ where: { personId, closedAt: null } })).toBe(1)
  })

  test('invites somebody once', async () => {
    const { administrator, app, owner } = ground
    const account = {
      ...{ email: `${v7()}@voorbeeld.test`, name: 'Een Keer', profession: null, organisation: null, sector: null },
      ...{ administrator: false, institute: false, regionId: null },
    }
    const entry = { sessionHash: administrator.tokenHash, right: 'accounts.manage', kind: 'change' } as const
    await once(() => passPlatformGate(app, entry, (viewer) => inviteAccount(viewer, account)))
    expect(await owner.message.count({ where: { recipient: { email: account.email } } })).toBe(1)
  })
})

describe('a form that comes again because its answer was lost', () => {
  /** Twice one after the other, and three times at once: answered alike each time. */
  async function again(submit: () => Promise<unknown>): Promise<void> {
    await submit()
    await submit()
    await Promise.all([submit(), submit(), submit()])
  }
  const measured = {
    measuredOn: '2026-03-03',
    contact: 'visit' as const,
    row: { current: 6, lasting: 5, explanation: 'Gezien op school, en daarna thuis.' },
  }
  const measure = (formId: string, explanation = measured.row.explanation) =>
    as(ground, 'director', 'measurements.write', (viewer) =>
      recordMeasurements(viewer, {
        ...{ formId, measuredOn: measured.measuredOn, contact: measured.contact },
        rows: [{ childId: ground.first.members.child.id, ...measured.row, explanation }],
      }),
    )
  const kept = (explanation = measured.row.explanation) => ground.owner.measurement.count({ where: { explanation } })

  test('keeps a measurement once; that of another form, or with other words, is another one', async () => {
    const formId = v7()
    await again(() => measure(formId))
    expect(await kept()).toBe(1)
    await measure(v7())
    expect(await kept()).toBe(2)
    await measure(formId, 'Een ander bezoek op dezelfde dag.')
    expect(await kept('Een ander bezoek op dezelfde dag.')).toBe(1)
  })

  test('keeps at once what arrives at once, once', async () => {
    const formId = v7()
    const explanation = 'Drie keer tegelijk verstuurd.'
    await Promise.all([measure(formId, explanation), measure(formId, explanation), measure(formId, explanation)])
    expect(await kept(explanation)).toBe(1)
  })

  test('adds one correction to a measurement', async () => {
    const { measurementId } = ground.first.between
    const input = { measurementId, formId: v7(), text: 'Het bezoek was een dag later.' }
    await again(() => as(ground, 'director', 'measurements.write', (viewer) => correctMeasurement(viewer, input)))
    expect(await ground.owner.measurementCorrection.count({ where: { measurementId, text: input.text } })).toBe(1)
  })

  test('notes one action with a signal', async () => {
    const reporterPersonId = ground.first.accounts.professional.personId
    const acknowledged = { acknowledgedById: ground.first.accounts.director.personId, acknowledgedAt: new Date() }
    const { id: signalId } = await makeSignal(ground.owner, ground.first.family, {
      ...{ reporterPersonId, state: 'acknowledged', happened: 'Er werd geroepen.', ...acknowledged },
    })
    const input = { signalId, formId: v7(), text: 'Gebeld, geen gehoor.' }
    await again(() => as(ground, 'director', 'signal.handle', (viewer) => noteAction(viewer, input)))
    expect(await ground.owner.signalAction.count({ where: { signalId } })).toBe(1)
    await as(ground, 'director', 'signal.handle', (viewer) => noteAction(viewer, { ...input, formId: v7() }))
    expect(await ground.owner.signalAction.count({ where: { signalId } })).toBe(2)
  })

  test('opens one issue, and leads to it each time', async () => {
    const input = {
      ...{ formId: v7(), text: 'Nergens is plek.', kind: 'waitingList' as const, goalId: null },
      ...{ ownerPersonId: ground.first.accounts.professional.personId, tried: 'Vier praktijken gebeld.' },
    }
    const open = () => as(ground, 'director', 'issues.write', (viewer) => openIssue(viewer, input))
    const first = await open()
    await again(async () => expect(await open()).toBe(first))
    expect(await ground.owner.issue.count({ where: { text: input.text } })).toBe(1)
  })
})
