import { v5 } from 'uuid'
import { whatAnswerLacks } from '@/lib/domain/extra-assessment'
import type { SaveMeasures } from '@/lib/domain/extra-assessment-forms'
import { judgeSave, type RowSaved, type SaveOwnScore } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { ownAssessment } from './own-assessment'
import { type ScoreValue, scoreValue, typedValue } from './scores'
import { tellDirectors } from './tell-directors'
import { write } from './write'

const OVER =
  'Deze inschatting is afgesloten, of u staat niet meer op de lijst. Kopieer uw tekst als u die wilt bewaren.'

/**
 * Keeps what the viewer gives one family member (0–10 with one decimal, or "cannot judge") in an extra assessment that
 * asked them and still runs. Refuses who was not asked; throws a UserError once it is closed, and for a member for whom
 * no score is asked.
 */
export async function saveAskedScore(
  viewer: DossierViewer,
  assessmentId: string,
  input: SaveOwnScore,
): Promise<RowSaved<ScoreValue>> {
  await demandAsked(viewer, assessmentId)
  const { tx, familyId, personId: scorerPersonId } = viewer
  const { memberId, base } = input
  await demandAssessed(viewer, assessmentId, memberId)
  const value = typedValue(input)
  const row = await tx.safetyScore.findFirst({
    where: { familyId, assessmentId, memberId, scorerPersonId, situation: null },
  })
  const standing = row ? { version: row.version, value: scoreValue(row) } : { version: 0, value: EMPTY }
  const sent = { base, value, after: input.after && typedValue(input.after) }
  const id = row?.id ?? v5(`${memberId}|person:${scorerPersonId}`, assessmentId)
  return keep(viewer, standing, sent, (version) =>
    write(viewer, lineFor(assessmentId, 'score'), () =>
      putScore(viewer, { id, assessmentId, memberId, version, value }),
    ),
  )
}

/** The same for the viewer's ideas for direct measures. */
export async function saveMeasures(
  viewer: DossierViewer,
  assessmentId: string,
  { text, base, after }: SaveMeasures,
): Promise<RowSaved<{ text: string }>> {
  await demandAsked(viewer, assessmentId)
  const { tx, familyId, personId } = viewer
  const where = { familyId, assessmentId, personId }
  const row = await tx.assessmentInvitee.findFirstOrThrow({ where })
  const standing = { version: row.version, value: { text: row.directMeasures ?? '' } }
  return keep(viewer, standing, { base, value: { text }, after }, (version) =>
    write(viewer, lineFor(assessmentId, 'measures'), () =>
      tx.assessmentInvitee.updateMany({ where, data: { directMeasures: text, version } }),
    ),
  )
}

/** Marks the viewer's answer as finished; it may be changed until the assessment is closed. Throws a UserError that says what it lacks. */
export async function markAnswered(viewer: DossierViewer, assessmentId: string): Promise<void> {
  await demandAsked(viewer, assessmentId)
  const { tx, familyId, personId, now } = viewer
  const own = await ownAssessment(viewer, assessmentId)
  const lacks = own ? whatAnswerLacks(own.members, own.given) : []
  if (lacks.length > 0) {
    throw new UserError(`Uw antwoord is nog niet compleet. ${lacks.join(' ')}`)
  }
  await write(viewer, lineFor(assessmentId, 'finished'), async () => {
    await tx.assessmentInvitee.updateMany({
      where: { familyId, assessmentId, personId, answeredAt: null },
      data: { answeredAt: now },
    })
    await tellDirectors(viewer, 'assessmentAnswered', assessmentId)
  })
}

const EMPTY: ScoreValue = { score: null, cannotJudge: false, reason: '', onePointHigher: '', underSixAnswer: '' }

/** Held until this transaction ends; all that one person saves comes one after the other. */
async function demandAsked(viewer: DossierViewer, assessmentId: string): Promise<void> {
  demand(viewer, 'assessment.answer')
  const { tx, familyId } = viewer
  const [row] = await tx.$queryRaw<{ isAsked: boolean }[]>`select keep_asked(${assessmentId}::uuid) as "isAsked"`
  if (row?.isAsked) {
    return
  }
  const known = await tx.safetyAssessment.count({ where: { familyId, id: assessmentId, kind: 'extra' } })
  throw known === 0 ? new Refused('extra assessment') : new UserError(OVER)
}

async function demandAssessed({ tx, familyId }: DossierViewer, assessmentId: string, memberId: string): Promise<void> {
  const assessed = await tx.assessedMember.count({ where: { familyId, assessmentId, memberId, droppedReason: null } })
  if (assessed === 0) {
    throw new UserError('Voor dit gezinslid wordt geen cijfer gevraagd. Ververs de pagina.', 'memberId')
  }
}

interface Sent<V> {
  base: number
  value: V
  after: V | null
}

/** The same again changes nothing; of two tabs of one person the second is shown both texts. */
async function keep<V extends object>(
  viewer: DossierViewer,
  standing: { version: number; value: V },
  sent: Sent<V>,
  put: (version: number) => Promise<unknown>,
): Promise<RowSaved<V>> {
  const { version, value: theirs } = standing
  const verdict = judgeSave(standing, sent)
  if (verdict === 'conflict') {
    return { outcome: 'conflict', mine: sent.value, theirs, version, by: viewer.personName }
  }
  if (verdict === 'same') {
    return { outcome: 'saved', version }
  }
  await put(version + 1)
  return { outcome: 'saved', version: version + 1 }
}

interface Put {
  id: string
  assessmentId: string
  memberId: string
  version: number
  value: ScoreValue
}

/** The first is made, every later one written over it. */
async function putScore({ tx, familyId, personId, now }: DossierViewer, put: Put): Promise<unknown> {
  const { id, assessmentId, memberId, version, value } = put
  const data = { ...value, version, authorPersonId: personId, updatedAt: now }
  if (version > 1) {
    return tx.safetyScore.update({ where: { familyId_id: { familyId, id } }, data })
  }
  const who = { scorerPersonId: personId, side: 'professional' as const, aboutMemberId: memberId }
  return tx.safetyScore.create({ data: { familyId, id, assessmentId, memberId, ...who, ...data } })
}

function lineFor(assessmentId: string, what: string) {
  return { right: 'assessment.answer' as const, subject: `extra assessment ${assessmentId}`, detail: { what } }
}
