import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { lift } from '@/lib/data/shields'
import { acknowledgeSignal, closeSignal } from '@/lib/data/signal-steps'
import { askAboutSignal, askingAboutSignal, suspendAccount } from '@/lib/data/signal-takeover'
import { signalPage } from '@/lib/data/signals'
import { plainDateIn } from '@/lib/dates'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { makeMembership } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { linesOf } from './dossier-ground'
import { signalsOf } from './signal-ground'

const ground = onTwoDossiers()
const { as, report } = signalsOf(ground)
type Who = Parameters<typeof as>[0]

let signalId: string

beforeEach(async () => {
  await ground.owner.shield.deleteMany({ where: { subject: 'dossier' } })
  signalId = await report('professional', { members: [ground.first.members.child.id] })
})

const seenBy = (who: Who, id = signalId) =>
  as(who, 'signal.handle', (viewer) => acknowledgeSignal(viewer, { signalId: id }))
const question = (change: Record<string, unknown> = {}) => ({
  signalId,
  assessmentId: v7(),
  professionals: [ground.first.accounts.professional.personId],
  members: [ground.first.members.child.id],
  question: 'Hoe veilig is het vannacht?',
  deadline: plainDateIn(new Date()),
  ...change,
})
const ask = (who: Who, input = question()) => as(who, 'signal.takeOver', (viewer) => askAboutSignal(viewer, input))
const mother = () => ground.first.accounts.mother.personId
const suspend = (who: Who, personId = mother(), id = signalId) =>
  as(who, 'signal.takeOver', (viewer) =>
    suspendAccount(viewer, { signalId: id, personId, reason: 'De moeder zoekt uit wie het meldde.' }),
  )
const reads = (who: Who) => as(who, 'dossier.read', async () => 'reads')
const page = (who: Who) => as(who, 'signals.read', (viewer) => signalPage(viewer, signalId))
const deskOf = async (who: Who) => {
  const found = await page(who)
  return typeof found === 'string' ? null : found.desk
}

describe.each(['gipsMaster', 'caseManager'] as const)('the %s who saw a signal', (who) => {
  test('asks an extra assessment about it, which is linked and mailed, and leaves a line', async () => {
    await seenBy(who)
    expect(await as(who, 'signal.takeOver', (viewer) => askingAboutSignal(viewer, signalId))).toMatchObject({
      signal: { id: signalId },
    })
    const input = question()
    await ask(who, input)
    const found = await page(who)
    expect(found).toMatchObject({ links: [{ target: { kind: 'assessment', id: input.assessmentId } }] })
    const invitees = await ground.owner.assessmentInvitee.findMany({ where: { assessmentId: input.assessmentId } })
    expect(invitees.map(({ personId }) => personId)).toEqual(input.professionals)
    const told = await ground.owner.message.findMany({ where: { key: `extraAssessmentAsked:${invitees[0]?.id}` } })
    expect(told).toMatchObject([
      { recipientId: input.professionals[0], payload: { code: ground.first.code, assessment: input.assessmentId } },
    ])
    expect(await linesOf(ground, `signal ${signalId}`)).toContainEqual({
      right: 'signal.takeOver',
      detail: { what: 'assessment asked', assessment: input.assessmentId },
    })
    await expect(ask(who, input)).rejects.toThrow('U vroeg dit al')
  })

  test('suspends a family account at once, with a note at the signal; the director alone lifts it', async () => {
    await seenBy(who)
    expect((await deskOf(who))?.toSuspend).toContainEqual(
      expect.objectContaining({ personId: mother(), isSuspended: false }),
    )
    expect(await reads('mother')).toBe('reads')
    await suspend(who)
    expect(await reads('mother')).toBe('refused')
    expect(await reads('father')).toBe('reads')
    const desk = await deskOf(who)
    expect(desk?.toSuspend.find(({ personId }) => personId === mother())?.isSuspended).toBe(true)
    expect(desk?.actions.at(-1)?.text).toContain('stilgezet')
    const [shield] = await ground.owner.shield.findMany({ where: { subject: 'dossier' } })
    expect(shield?.setById).toBe(ground.first.accounts[who].personId)
    await expect(suspend(who)).rejects.toThrow('nu al geen toegang')
    const id = shield?.id ?? ''
    const undo = (viewer: DossierViewer) => lift(viewer, { kind: 'shield', id })
    expect(await as(who, 'access.manage', undo)).toBe('refused')
    await as('director', 'access.manage', undo)
    expect(await reads('mother')).toBe('reads')
  })
})

describe('nobody else', () => {
  test.each<[string, 'gipsMaster' | 'caseManager', () => Promise<unknown>]>([
    ['a chair before the signal was seen', 'gipsMaster', async () => undefined],
    ['a chair of what the director saw', 'gipsMaster', () => seenBy('director')],
    ['a case manager of what the chair saw', 'caseManager', () => seenBy('gipsMaster')],
    [
      'a chair once it is closed',
      'gipsMaster',
      async () => {
        await seenBy('gipsMaster')
        await as('gipsMaster', 'signal.handle', (viewer) => closeSignal(viewer, { signalId, outcome: 'Opgelost.' }))
      },
    ],
  ])('%s', async (_what, who, before) => {
    await before()
    const input = question()
    await expect(ask(who, input)).rejects.toThrow(UserError)
    await expect(suspend(who)).rejects.toThrow(UserError)
    expect(await as(who, 'signal.takeOver', (viewer) => askingAboutSignal(viewer, signalId))).toBe('refused')
    expect(await deskOf(who)).toMatchObject({ mayAsk: false, toSuspend: [] })
    expect(await ground.owner.safetyAssessment.count({ where: { id: input.assessmentId } })).toBe(0)
    expect(await reads('mother')).toBe('reads')
  })

  test.each(['professional', 'noteTaker', 'mother', 'carer', 'outsider', 'stranger', 'endedProfessional'] as const)(
    'a %s',
    async (who) => {
      await seenBy('gipsMaster')
      expect(await ask(who)).toBe('refused')
      expect(await suspend(who)).toBe('refused')
    },
  )

  test('through a signal of another dossier, or an account, professional or member of one', async () => {
    await seenBy('gipsMaster')
    const { second } = ground
    await expect(ask('gipsMaster', question({ signalId: second.signal.id }))).rejects.toThrow(UserError)
    await expect(suspend('gipsMaster', mother(), second.signal.id)).rejects.toThrow(UserError)
    await expect(suspend('gipsMaster', second.accounts.mother.personId)).rejects.toThrow(UserError)
    await expect(suspend('gipsMaster', ground.first.accounts.professional.personId)).rejects.toThrow(UserError)
    for (const change of [
      { professionals: [second.accounts.professional.personId] },
      { members: [second.members.child.id] },
      { deadline: '2020-01-01' },
    ]) {
      await expect(ask('gipsMaster', question(change))).rejects.toThrow(UserError)
    }
  })
})

describe('the case director', () => {
  test('acts on every signal, whoever saw it, and has a page of their own for access', async () => {
    await seenBy('gipsMaster')
    expect(await deskOf('director')).toMatchObject({ mayAsk: true, toSuspend: [] })
    await ask('deputy')
    await suspend('director')
    expect(await reads('mother')).toBe('refused')
  })
})

/** By statements of one's own, past everything the app checks. */
const statement = (who: Who, sql: string, right: 'dossier.read' | 'signal.takeOver' = 'dossier.read') =>
  as(who, right, ({ tx }) => tx.$executeRawUnsafe(sql))
const quoted = (id: string) => `'${id}'::uuid`

describe('the database itself', () => {
  const asking = (people: string[], signal = signalId) =>
    `select ask_about_signal(${quoted(signal)}, ${quoted(v7())}, 'x', now(), array[]::uuid[],
      array[${people.map(quoted).join(', ')}]::uuid[], 'gips.example')`
  const suspending = () => `select suspend_from_signal(${quoted(signalId)}, ${quoted(v7())}, ${quoted(mother())}, 'x')`

  test('refuses whoever does not act on the signal', async () => {
    for (const who of ['professional', 'mother', 'gipsMaster', 'caseManager'] as const) {
      await expect(statement(who, asking([]))).rejects.toThrow('only who takes this signal over')
      await expect(statement(who, suspending())).rejects.toThrow('only who takes this signal over')
    }
  })

  test('lets who does ask no stranger and no chair, and gives them no other way to these tables', async () => {
    await seenBy('gipsMaster')
    const { accounts, family } = ground.first
    const chair = await makeMembership(ground.owner, family, accounts.gipsMaster.personId, { role: 'professional' })
    for (const person of [ground.outsider, accounts.mother, accounts.gipsMaster, ground.second.accounts.professional]) {
      await expect(statement('gipsMaster', asking([person.personId]))).rejects.toThrow('only professionals')
    }
    await ground.owner.teamMembership.delete({ where: { familyId_id: { familyId: family.id, id: chair.id } } })
    for (const sql of [
      `insert into safety_assessment (family_id, id, kind) values (${quoted(family.id)}, ${quoted(v7())}, 'extra')`,
      `insert into shield (family_id, id, subject, audience, reason) values (${quoted(family.id)}, ${quoted(v7())}, 'dossier', 'allFamily', 'x')`,
      `select demand_taken_over(${quoted(signalId)})`,
    ]) {
      await expect(statement('gipsMaster', sql)).rejects.toThrow()
    }
    expect(await as('gipsMaster', 'dossier.read', ({ tx }) => tx.shield.count())).toBe(0)
  })
})
