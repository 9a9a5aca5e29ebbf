import { plainDateIn } from '@/lib/dates'
import { type DirectionCandidate, type DirectionDesk, type DirectionLine, lacksForSeven } from '@/lib/domain/direction'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { TeamPerson } from '@/lib/domain/people-views'
import { type DossierViewer, Refused } from '@/lib/gate'
import { intakeOf } from './intake'
import { type LeavingDesk, leavingDeskOf } from './leaving'
import { teamInList } from './team'

export interface DirectionPage {
  desk: DirectionDesk
  /** What the case director had still to do, should they leave. */
  leaving: LeavingDesk
}

/** Who directs, who may take over, what a change would take, and how it went so far. */
export async function directionPage(viewer: DossierViewer, frame: DossierFrame): Promise<DirectionPage> {
  const team = await teamInList(viewer)
  const director = directorIn(team)
  const { framework, voluntaryFrom } = await intakeOf(viewer)
  const deputy = team.find(({ isActive, roles }) => isActive && roles.includes('deputy'))
  const desk = {
    director: { ...candidateOf(director), since: director.since },
    deputy: deputy ? { id: deputy.personId, name: deputy.name } : null,
    candidates: team.filter(mayDirect).map(candidateOf),
    organisation: await directingOrganisation(viewer),
    framework,
    voluntaryFrom,
    lacksSeven: lacksForSeven(frame.assessments, frame.members),
    history: await history(viewer),
  }
  return { desk, leaving: await leavingDeskOf(viewer, director.personId, team) }
}

function directorIn(team: readonly TeamPerson[]): TeamPerson {
  const director = team.find(({ isActive, roles }) => isActive && roles.includes('caseDirector'))
  if (!director) {
    throw new Refused('direction')
  }
  return director
}

/** The chair is neutral and a note-taker sits in for one plan: neither directs. */
function mayDirect({ isActive, roles }: TeamPerson): boolean {
  const isAlready = roles.includes('caseDirector') || roles.includes('gipsMaster')
  return isActive && !isAlready && roles.some((role) => role !== 'noteTaker')
}

function candidateOf({ personId, name, organisation }: TeamPerson): DirectionCandidate {
  return { personId, name, organisation }
}

async function directingOrganisation({ tx }: DossierViewer): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ name: string | null }[]>`select directing_organisation() as name`
  return row?.name ?? null
}

async function history({ tx }: DossierViewer): Promise<DirectionLine[]> {
  const rows = await tx.$queryRaw<(Omit<DirectionLine, 'on'> & { at: Date })[]>`
    select kind, from_name as "fromName", to_name as "toName", from_organisation as "fromOrganisation",
      to_organisation as "toOrganisation", reason, at, recorded_by as "recordedBy"
    from direction_history()`
  return rows.map(({ at, ...row }) => ({ ...row, on: plainDateIn(at) }))
}
