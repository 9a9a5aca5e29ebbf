import { expect, test } from 'vitest'
import { moveProjector, readSlide } from '@/lib/data/projector'
import { SlideMemory } from '@/lib/live/slide-memory'
import { makeNetworkPerson } from '@/prisma/factories/family'
import { makeAnswer, makeParticipant } from '@/prisma/factories/plan'
import { makeAssessment } from '@/prisma/factories/safety'
import { asViewer, onOwnDatabase, setTable, type Table } from './table'

const databases = onOwnDatabase()

/** All that the projector would show at this question, as one text. */
async function shown(table: Table, item: string): Promise<string> {
  await asViewer(databases, table, table.chair.session, 'projector.move', (viewer) =>
    moveProjector(viewer, 'gips-1', { to: item }),
  )
  const slide = await asViewer(databases, table, table.chair.session, 'projector.read', (viewer) =>
    readSlide(viewer, 'gips-1', new SlideMemory(() => null)),
  )
  return JSON.stringify(slide.blocks)
}

test('what somebody of the network answered or scored leaves the projector when family comes in, whatever its row says', async () => {
  const { owner } = databases
  const table = await setTable(databases)
  const { mother, child } = table.members
  const aunt = await makeNetworkPerson(owner, table.family, { name: 'Tante Bep', relatedMemberId: mother.id })
  const answer = {
    itemKey: 'children.tell',
    text: 'woorden-van-tante',
    respondentNetworkId: aunt.id,
    isOwnWords: false,
  }
  await makeAnswer(owner, table.plan, answer)
  const scores = [{ memberId: child.id, score: 3.5, scorerNetworkId: aunt.id }]
  await makeAssessment(owner, table.family, { planId: table.plan.id, assessed: [child], scores })
  const seat = { networkPersonId: aunt.id, attendance: 'present' as const, isAdmitted: true }
  expect(await shown(table, 'children.tell')).toContain('woorden-van-tante')
  await makeParticipant(owner, table.meeting, seat)
  await makeParticipant(owner, table.meeting, { memberId: table.members.father.id, isAdmitted: true })
  expect(await shown(table, 'children.tell')).not.toContain('woorden-van-tante')
  expect(await shown(table, 'safety.round')).not.toContain('3.5')
})
