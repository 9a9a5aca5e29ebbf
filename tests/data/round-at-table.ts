import { meetingPage } from '@/lib/data/meeting-page'
import { readSlide } from '@/lib/data/projector'
import { moveRound } from '@/lib/data/score-rounds'
import type { RoundMove } from '@/lib/domain/score-round'
import type { Slide } from '@/lib/domain/slide'
import type { DossierViewer } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { atTable, done, type meetingTables } from './meeting-dossier'
import { scoring } from './scoring'

export type As = { id: string; session: Uint8Array }

/** What people at this table do with a round of scores, and what each of them sees of it. */
export function roundAt(tables: ReturnType<typeof meetingTables>) {
  const { give, typeInGrid } = scoring(tables)
  const lead = (as: As, move: RoundMove) =>
    atTable(tables, as, (viewer, plan) => moveRound(viewer, plan, move), 'scoreRound.lead')
  const see = <T>(as: As, right: DossierRight, load: (viewer: DossierViewer) => Promise<T>) =>
    done(atTable(tables, as, load, right))
  const page = (as: As) => see(as, 'meeting.read', (viewer) => meetingPage(viewer, 'gips-1'))
  const figures = async (as: As) => (await page(as)).round.scores.map(({ score }) => score).sort()
  const kept = () => tables.owner.safetyScore.findMany({ where: { familyId: tables.here.familyId } })
  const slide = async (): Promise<Slide> => {
    const { owner, here } = tables
    await owner.meeting.updateMany({ where: { id: here.meeting.id }, data: { currentItem: 'safety.round' } })
    const memory = { get: <T>(_family: string, _key: string, load: () => Promise<T>) => load() }
    return see(here.director, 'projector.read', (viewer) => readSlide(viewer, 'gips-1', memory))
  }
  const giveAll = async (as: As, score: string) => {
    await done(give(as, tables.here.child.id, { score }))
    await done(give(as, tables.here.brother.id, { score }))
  }
  return { give, typeInGrid, lead, see, page, figures, kept, slide, giveAll }
}
