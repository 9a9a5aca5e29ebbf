import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { moveProjector, readSlide } from '@/lib/data/projector'
import { dateColumn } from '@/lib/dates'
import type { SlideBlock } from '@/lib/domain/slide-blocks'
import { SlideMemory } from '@/lib/live/slide-memory'
import { makePerson } from '@/prisma/factories/accounts'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeMembership, makeShield } from '@/prisma/factories/team'
import type { Plan } from '@/prisma/generated/client'
import { asViewer, onOwnDatabase, setTable, type Table } from './table'

const databases = onOwnDatabase()
let table: Table
let plan: Plan
let manager: { id: string; membershipId: string }

/** The family's GIPS 5 with the mother at the table; who will be the case manager is in the team, and not there. */
beforeEach(async () => {
  const { owner } = databases
  table = await setTable(databases)
  plan = await makePlan(owner, table.family, { kind: 'gips5', state: 'meeting' })
  const meeting = await makeMeeting(owner, plan)
  await makeParticipant(owner, meeting, { personId: table.chair.id, role: 'gipsMaster', attendance: 'present' })
  await makeParticipant(owner, meeting, { memberId: table.members.mother.id, isAdmitted: true, attendance: 'present' })
  const contact = { email: `${v7()}@wijkteam.example`, phone: '06 55512345' }
  const { id } = await makePerson(owner, {
    name: 'Hanneke Veen',
    initials: 'HANNEKE',
    profession: 'wijkcoach',
    ...contact,
  })
  manager = { id, membershipId: (await makeMembership(owner, table.family, id)).id }
})

async function shown(item: string): Promise<SlideBlock[]> {
  const { session } = table.chair
  await asViewer(databases, table, session, 'projector.move', (viewer) => moveProjector(viewer, 'gips-5', { to: item }))
  const slide = await asViewer(databases, table, session, 'projector.read', (viewer) =>
    readSlide(viewer, 'gips-5', new SlideMemory(() => null)),
  )
  return slide.blocks
}

const chosen = () =>
  databases.owner.futurePlan.create({
    data: {
      familyId: table.family.id,
      id: v7(),
      planId: plan.id,
      caseManagerId: manager.id,
      firstOn: dateColumn('2027-06-14'),
      secondOn: dateColumn('2027-12-13'),
      wall: [],
    },
  })
const initials = () =>
  asViewer(databases, table, table.chair.session, 'projector.move', (viewer) =>
    moveProjector(viewer, 'gips-5', { names: 'initials' }),
  )
const SETTLED = { kind: 'yearAfter', caseManager: 'Hanneke', firstOn: '2027-06-14', secondOn: '2027-12-13' }

describe('the closing slide of GIPS 5', () => {
  test.each(['people.caseManager', 'careful.nextMeeting'])('%s shows the case manager and both dates', async (item) => {
    expect(await shown(item)).toEqual([])
    await chosen()
    expect(await shown(item)).toEqual([SETTLED])
  })

  test('shows initials where the chair chose so, also of who recorded a whole name as initials', async () => {
    await chosen()
    await initials()
    expect(await shown('careful.nextMeeting')).toEqual([{ ...SETTLED, caseManager: 'H.V.' }])
  })

  test('shows no address, no phone and no surname', async () => {
    await chosen()
    const text = JSON.stringify(await shown('careful.nextMeeting'))
    for (const secret of ['Veen', 'wijkteam.example', '06 55512345']) expect(text).not.toContain(secret)
  })

  test('shows no name that is shielded from somebody at the table', async () => {
    await chosen()
    const shield = { subject: 'teamMember', subjectId: manager.membershipId, audience: 'allFamily' } as const
    await makeShield(databases.owner, table.family, shield)
    for (const style of ['first', 'initials']) {
      if (style === 'initials') await initials()
      const text = JSON.stringify(await shown('people.caseManager'))
      expect(text).not.toMatch(/Hanneke|H\.V\./)
      expect(text).toContain('2027-06-14')
    }
  })

  test('is about that plan only', async () => {
    await chosen()
    const blocks = await asViewer(databases, table, table.chair.session, 'projector.move', async (viewer) => {
      await moveProjector(viewer, 'gips-1', { to: 'careful.nextMeeting' })
      return (await readSlide(viewer, 'gips-1', new SlideMemory(() => null))).blocks
    })
    expect(blocks).toEqual([])
  })
})
