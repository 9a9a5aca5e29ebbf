import { describe, expect, test } from 'vitest'
import { sheetOf } from '@/lib/data/answer-sheets'
import { answerIdOf } from '@/lib/data/answers'
import { agendaBySlug, planBySlug } from '@/lib/data/plans'
import { isEmpty } from '@/lib/domain/answer-sheet'
import type { DossierRight } from '@/lib/policy'
import { makeNetworkPerson } from '@/prisma/factories/family'
import { makeMeeting, makeParticipant } from '@/prisma/factories/plan'
import { makeShield } from '@/prisma/factories/team'
import { entered, onTwoSheets } from '@/tests/support/two-sheets'

const { ground, here, elsewhere, enter, save } = onTwoSheets()

describe('reading the preparation', () => {
  const fieldsOf = async (session: Buffer, right: DossierRight, code = here.code) =>
    entered(
      enter(
        session,
        async (viewer) => {
          const plan = await planBySlug(viewer, 'gips-1')
          const sections = await sheetOf(viewer, plan, ['family'])
          return sections.flatMap(({ items }) => items.flatMap((each) => each.fields))
        },
        { right, code },
      ),
    )

  test('has a field for each who may answer, with what was answered', async () => {
    await makeNetworkPerson(ground.owner, here.family)
    await save()
    const fields = await fieldsOf(here.director, 'preparation.read')
    const needs = fields.filter(({ itemKey }) => itemKey === 'children.needs')
    expect(needs).toMatchObject([{ name: 'Fenna', text: 'Rust', version: 1 }])
    const adults = fields.filter(({ itemKey }) => itemKey === 'adults.first')
    expect(adults.map(({ name }) => name)).toEqual(['Noor', 'Joris'])
    expect(fields.filter(({ itemKey }) => itemKey === 'support.network')).toHaveLength(1)
  })

  test('two members with one first name are called by their full names', async () => {
    await ground.owner.familyMember.updateMany({
      where: { id: here.father.id },
      data: { firstNames: 'Noor', surname: 'Dekker' },
    })
    const fields = await fieldsOf(here.director, 'preparation.read')
    const names = fields.filter(({ itemKey }) => itemKey === 'adults.first').map(({ name }) => name)
    expect(new Set(names).size).toBe(2)
    expect(names).toContainEqual(expect.stringContaining('Dekker'))
  })

  test('a professional reads nothing in preparation, everything once invited, less what is shielded', async () => {
    await save()
    await save({ itemKey: 'adults.first', respondent: { kind: 'member', id: here.father.id }, text: 'Een time-out' })
    const filled = async () => (await fieldsOf(here.professional, 'preparation.read')).filter((each) => !isEmpty(each))
    expect(await filled()).toEqual([])
    await ground.owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'invited' } })
    expect(await filled()).toHaveLength(2)
    const subjectId = answerIdOf(here.plan.id, 'adults.first', { kind: 'member', id: here.father.id })
    await makeShield(
      ground.owner,
      { id: here.familyId },
      { subject: 'answer', subjectId, audience: 'professionalsElsewhere' },
    )
    expect((await filled()).map(({ text }) => text)).toEqual(['Rust'])
  })

  test('the outsider’s dossier shows none of it', async () => {
    await save()
    const theirs = await fieldsOf(elsewhere.director, 'preparation.read', elsewhere.code)
    expect(theirs.filter((each) => !isEmpty(each))).toEqual([])
    expect(theirs.map(({ respondent }) => respondent?.id)).not.toContain(here.child.id)
  })
})

describe('a plan by its address', () => {
  const planFor = (session: Buffer) =>
    entered(enter(session, (viewer) => planBySlug(viewer, 'gips-1'), { right: 'dossier.read' }))

  test.each(['gips-2', 'gips-9', 'gips-1-2', 'gips-01', "gips-1'; --", ''])('"%s" is no plan here', async (slug) => {
    const passage = await enter(here.director, (viewer) => planBySlug(viewer, slug), { right: 'dossier.read' })
    expect(passage.outcome).toBe('refused')
  })

  test('says how the viewer stands to it', async () => {
    expect((await planFor(here.noteTaker)).facts.isNoteTaker).toBe(true)
    expect((await planFor(here.director)).facts).toMatchObject({
      isMadeAtTable: false,
      isNoteTaker: false,
      isOpened: false,
      isAdmitted: false,
    })
  })

  test('a mother counts as admitted once the director admits her to the table', async () => {
    await ground.owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'invited' } })
    expect((await planFor(here.motherAccount)).facts.isAdmitted).toBe(false)
    const meeting = await makeMeeting(ground.owner, here.plan)
    const seat = await makeParticipant(ground.owner, meeting, { memberId: here.mother.id, isAdmitted: false })
    expect((await planFor(here.motherAccount)).facts.isAdmitted).toBe(false)
    await ground.owner.participant.updateMany({ where: { id: seat.id }, data: { isAdmitted: true } })
    expect((await planFor(here.motherAccount)).facts).toMatchObject({ isAdmitted: true, isOpened: false })
  })

  test('its agenda may be read before the plan is there, a repeat’s not', async () => {
    const blank = await entered(
      enter(here.motherAccount, (viewer) => agendaBySlug(viewer, 'gips-2'), { right: 'agenda.preview' }),
    )
    expect(blank.kind).toBe('gips2')
    const repeat = await enter(here.director, (viewer) => agendaBySlug(viewer, 'gips-3-2'), { right: 'agenda.preview' })
    expect(repeat.outcome).toBe('refused')
  })
})
