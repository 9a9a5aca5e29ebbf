import { v7 } from 'uuid'
import { plainDateIn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { makeMeeting, makeParticipants, makePlan } from '@/prisma/factories/plan'
import { makeFamilyAccess, makeMembership, makeOpening, makeShield } from '@/prisma/factories/team'
import type { Plan } from '@/prisma/generated/client'
import type { DemoAccounts } from './accounts'
import { accountOf, type Cast, memberOf } from './cast'
import { storyFrom, tuesdayTenWeeksBefore } from './days'
import { assessJanna } from './extra-assessments'
import { makeJannaDocuments } from './janna-documents'
import { makeJannaGips1 } from './janna-gips1'
import { GIPS_2_AIM, GIPS_2_ANSWERS, MEASUREMENTS } from './janna-next'
import { makeJannaFamily, makeJannaMembers, makeJannaNetwork, recordJannaTies } from './janna-people'
import { fillInRisks, VIOLENCE_PATTERN } from './janna-risks'
import { hangPortraits } from './portraits'
import { writeAnswers } from './write-plan'

/** Of the family the father sees his own alone: where the others live is hidden from him, and so is what shows it. */
const PORTRAITS = ['sanne', 'dennis', 'janna', 'ank']

/** The family of baby Janna, G-0001 in the demo: GIPS 1 definitive for ten weeks, GIPS 2 in preparation. */
export async function makeJanna(
  db: Tx,
  masterKey: Buffer,
  demo: DemoAccounts,
  now: Date,
  code = 'G-0001',
): Promise<void> {
  const today = plainDateIn(now)
  const days = storyFrom(tuesdayTenWeeksBefore(today))
  const family = await makeJannaFamily(db, masterKey, demo, { days, code })
  const members = await makeJannaMembers(db, family, days)
  const network = await makeJannaNetwork(db, family, members)
  const cast: Cast = { family, accounts: demo.accounts, members, network, days, today }
  await recordJannaTies(db, members, days)
  await formTeam(db, cast)
  const gips1 = await makeJannaGips1(db, cast)
  const gips2 = await prepareGips2(db, cast)
  await appointNoteTaker(db, cast, gips1, gips2)
  await shieldFromFather(db, cast)
  await openToParents(db, cast, gips1)
  await recordBetweenMeetings(db, cast)
  await assessJanna(db, cast)
  await makeJannaDocuments(db, cast)
  await hangPortraits(db, cast, PORTRAITS)
}

async function formTeam(db: Tx, cast: Cast): Promise<void> {
  const { family, days } = cast
  const recordedById = accountOf(cast, 'regisseur').id
  const join = (name: string, given: Parameters<typeof makeMembership>[3]) =>
    makeMembership(db, family, accountOf(cast, name).id, { since: days.at(-15, '11:00'), recordedById, ...given })
  const janna = memberOf(cast, 'janna')
  const sanne = memberOf(cast, 'sanne')
  const dennis = memberOf(cast, 'dennis')
  const ank = memberOf(cast, 'ank')
  await join('regisseur', { role: 'caseDirector', worksWithAll: true })
  await join('plaatsvervanger', { role: 'deputy', worksWithAll: true })
  await join('gipsmeester', { role: 'gipsMaster' })
  await join('gedragswetenschapper', {})
  await join('jeugdverpleegkundige', { members: [janna, sanne, dennis] })
  await join('wijkagent', { members: [sanne, dennis] })
  await join('behandelaar', { members: [sanne, dennis], leadProvider: true })
  await join('pleegzorg', { members: [janna, ank] })
  const ended = 'Overgedragen aan de jeugdbescherming.'
  await join('veiligthuis', { worksWithAll: true, until: days.at(14, '17:00'), endReason: ended })
  const home = 'Janna is niet meer onder behandeling in het ziekenhuis.'
  await join('oud-professional', { members: [janna, sanne, dennis], until: days.at(28, '17:00'), endReason: home })
  await makeFamilyAccess(db, sanne, accountOf(cast, 'moeder').id, { since: days.at(-12, '12:00') })
  await makeFamilyAccess(db, dennis, accountOf(cast, 'vader').id, { since: days.at(-12, '12:00') })
  const gipsmeester = accountOf(cast, 'gipsmeester').id
  await db.chairCertification.create({ data: { id: v7(), personId: gipsmeester, certifiedOn: days.column(-400) } })
}

async function prepareGips2(db: Tx, cast: Cast): Promise<Plan> {
  const { family, days } = cast
  const plan = await makePlan(db, family, {
    kind: 'gips2',
    createdAt: days.at(56, '10:00'),
    stateChangedAt: days.at(56, '10:00'),
  })
  const meeting = await makeMeeting(db, plan, {
    heldOn: days.column(91),
    part: 'afternoon',
    place: 'Buurthuis De Schakel, Waterhuizen',
  })
  const professionals = ['jeugdverpleegkundige', 'wijkagent', 'behandelaar', 'pleegzorg', 'gedragswetenschapper']
  await makeParticipants(db, meeting, [
    { role: 'caseDirector', personId: accountOf(cast, 'regisseur').id },
    { role: 'gipsMaster', personId: accountOf(cast, 'gipsmeester').id },
    { role: 'noteTaker', personId: accountOf(cast, 'notulist').id },
    ...professionals.map((name) => ({ personId: accountOf(cast, name).id })),
  ])
  const answers = [
    { item: 'start.aim', text: GIPS_2_AIM },
    ...GIPS_2_ANSWERS,
    { item: 'riskAssessment.history', text: VIOLENCE_PATTERN },
  ]
  await writeAnswers(db, cast, plan, answers, { by: 'regisseur', at: days.at(68, '16:15') })
  await fillInRisks(db, cast, plan)
  return plan
}

/** A note-taker is appointed for one plan at a time. */
async function appointNoteTaker(db: Tx, cast: Cast, gips1: Plan, gips2: Plan): Promise<void> {
  const { family, days } = cast
  const notulist = accountOf(cast, 'notulist').id
  const terms = { role: 'noteTaker' as const, recordedById: accountOf(cast, 'regisseur').id }
  await makeMembership(db, family, notulist, {
    ...terms,
    planId: gips1.id,
    since: days.at(-15, '11:00'),
    until: days.at(2, '16:10'),
    endReason: 'GIPS 1 is definitief.',
  })
  await makeMembership(db, family, notulist, { ...terms, planId: gips2.id, since: days.at(56, '10:00') })
}

/** Where Sanne, the foster family and so Janna live is hidden from the father. */
async function shieldFromFather(db: Tx, cast: Cast): Promise<void> {
  const reasons = {
    sanne: 'Sanne wil voorlopig niet dat Dennis weet waar zij slaapt.',
    ank: 'Het adres van het pleeggezin is geheim zolang de bezoeken begeleid zijn.',
    janna: 'Janna woont in het pleeggezin. Haar adres zou dat van het pleeggezin verraden.',
  }
  for (const [name, reason] of Object.entries(reasons)) {
    await makeShield(db, cast.family, {
      subject: 'memberContact',
      subjectId: memberOf(cast, name).id,
      personId: accountOf(cast, 'vader').id,
      reason,
      setById: accountOf(cast, 'regisseur').id,
      since: cast.days.at(-12, '12:00'),
    })
  }
}

/** What Janna lets see stands at the start of the plan; her parents may read it. */
async function openToParents(db: Tx, cast: Cast, plan: Plan): Promise<void> {
  const { familyId, id: planId } = plan
  const words = await db.answer.findMany({ where: { familyId, planId, isOwnWords: true, respondentPersonId: null } })
  for (const { id: subjectId } of words) {
    for (const name of ['moeder', 'vader']) {
      await makeOpening(db, cast.family, {
        subject: 'answer',
        subjectId,
        personId: accountOf(cast, name).id,
        setById: accountOf(cast, 'regisseur').id,
        since: cast.days.at(2, '15:30'),
      })
    }
  }
}

async function recordBetweenMeetings(db: Tx, cast: Cast): Promise<void> {
  const { family, days } = cast
  const inFamily = { familyId: family.id, authorPersonId: accountOf(cast, 'regisseur').id }
  for (const { on, contact, now, lasting, text } of MEASUREMENTS) {
    const scores = { currentSafety: now, lastingSafety: lasting, explanation: text }
    const childId = memberOf(cast, 'janna').id
    await db.measurement.create({
      data: {
        ...inFamily,
        ...scores,
        id: v7(),
        childId,
        measuredOn: days.column(on),
        contact,
        createdAt: days.at(on, '17:00'),
      },
    })
  }
}
