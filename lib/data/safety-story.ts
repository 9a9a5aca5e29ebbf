import {
  type AdoptionFact,
  type ChartMark,
  chartMarks,
  type MeasurementFact,
  type SignalFact,
  storyMarks,
} from '@/lib/domain/chart-marks'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { DossierViewer } from '@/lib/gate'

interface StoryRow {
  signals: SignalFact[] | null
  measurements: MeasurementFact[] | null
  adoptions: (Omit<AdoptionFact, 'plan'> & { planId: string })[] | null
}

/**
 * Signals, measurements, extra assessments and the days on which plans became definitive, oldest first, as far as this viewer
 * may read them: a family account the signals that are shared with it.
 */
export async function marksOfStory({ tx }: DossierViewer, frame: DossierFrame): Promise<ChartMark[]> {
  const [row] = await tx.$queryRaw<StoryRow[]>`
    select
      (select json_agg(json_build_object('urgency', s.urgency, 'isClosed', s.state = 'closed',
          'on', (coalesce(s.happened_at, s.reported_at) at time zone 'Europe/Amsterdam')::date))
        from (select id, urgency, state, happened_at, reported_at from safety_signal
          union select id, urgency, state, happened_at, reported_at from signals_shared_with_me()) s) as signals,
      (select json_agg(json_build_object('on', m.measured_on, 'childId', m.child_id, 'current', m.current_safety,
          'lasting', m.lasting_safety)) from measurement m) as measurements,
      (select json_agg(json_build_object('planId', v.plan_id, 'version', v.number,
          'on', (v.adopted_at at time zone 'Europe/Amsterdam')::date) order by v.adopted_at, v.number)
        from plan_version v) as adoptions`
  const adoptions = (row?.adoptions ?? []).flatMap(({ planId, ...version }) => {
    const plan = frame.plans.find(({ id }) => id === planId)
    return plan ? [{ ...version, plan }] : []
  })
  const between = chartMarks(row?.signals ?? [], row?.measurements ?? [], frame.members)
  return storyMarks(between, frame.assessments, adoptions)
}
