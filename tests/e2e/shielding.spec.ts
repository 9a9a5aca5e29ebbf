import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import type { TestAccount } from '@/prisma/factories/canary-people'
import { makeShield } from '@/prisma/factories/team'
import type { PrismaClient } from '@/prisma/generated/client'
import { pageTexts } from '@/tests/pdf/pdf-text'
import { heldIn, type ShieldedThing, shieldedThings } from '@/tests/support/shielded-things'
import { ask, forAll, send, TRANSPORTS } from './support/asking'
import { doorsOf, mayOpen } from './support/doors'
import { canaryDossier } from './support/ground'
import { expect, test } from './support/test'

/** Hidden together in one walk: things that do not stand within one another, so that none covers the leak of another. */
const TOGETHER = [
  ['personal data', 'an address', 'somebody of the network', 'a plan'],
  ['an answer', 'a score', 'a response', 'a goal'],
  ['a proposal', 'a concern', 'an agreement', 'a document', 'a professional'],
]

/** Every page that a family account of this dossier can try, its lists, the stream of a meeting and the files of documents. */
function pathsFor({ code, accounts, members, friend, documents }: CanaryDossier, doors: { path: string }[]): string[] {
  const home = `/gezinnen/${code}`
  return [
    ...doors.map(({ path }) => path),
    `${home}/gezinsleden/${members.child.id}?contact=toon`,
    `${home}/netwerk/${friend.id}?contact=toon`,
    `${home}/plannen/gips-1?versie=1`,
    `/api/gezinnen/${code}/live?plan=gips-2`,
    ...Object.values(documents).map(({ id }) => `/api/gezinnen/${code}/documenten/${id}`),
    ...photosIn({ code, accounts, members }),
    '/gezinnen',
    '/mijn-afspraken',
  ]
}

/** Where photos are to be had in this dossier, of whoever it is. */
function photosIn({ code, accounts, members }: Pick<CanaryDossier, 'code' | 'accounts' | 'members'>): string[] {
  return [
    ...Object.values(members).map(({ id }) => `/api/gezinnen/${code}/gezinsleden/${id}/foto`),
    ...Object.values(accounts).map(({ personId }) => `/api/gezinnen/${code}/team/${personId}/foto`),
  ]
}

/** All that this account is sent: each page as a document and as a flight, and what can be taken along as a file. */
async function everythingSentTo(account: TestAccount, dossier: CanaryDossier): Promise<string> {
  const { html = {}, flight = {} } = TRANSPORTS
  const facts = { state: 'definitive', version: 1 } as const
  const doors = doorsOf(dossier).filter((door) => mayOpen(door, ['family'], facts))
  const bodies = await Promise.all(['plannen/gips-1', 'veiligheid'].map((place) => fileSentTo(account, dossier, place)))
  const visits = pathsFor(dossier, doors).flatMap((path) =>
    (path.startsWith('/api') ? [html] : [html, flight]).map((by) => ({ path, by })),
  )
  await forAll(visits, async ({ path, by }) => {
    bodies.push((await ask(account.token, path, by)).body)
  })
  return bodies.join('\n')
}

async function fileSentTo(account: TestAccount, { code }: CanaryDossier, place: string): Promise<string> {
  const { status, bytes, body } = await ask(account.token, `/gezinnen/${code}/${place}/pdf/download`)
  return status === 200 ? pageTexts(bytes).join('\n') : body
}

interface Hidden {
  subject: ShieldedThing['subject']
  subjectId: string | null
}

/** Does this while these things are hidden from the mother, and lifts the shields again. */
async function whileHidden<T>(
  db: PrismaClient,
  { family, accounts }: CanaryDossier,
  things: readonly Hidden[],
  work: () => Promise<T>,
): Promise<T> {
  const { personId } = accounts.mother
  const shields = things.map(({ subject, subjectId }) => makeShield(db, family, { subject, subjectId, personId }))
  const ids = (await Promise.all(shields)).map(({ id }) => id)
  const result = await work()
  await db.shield.updateMany({ where: { id: { in: ids } }, data: { until: new Date() } })
  return result
}

const wordsOf = ({ words, sealed }: ShieldedThing) => [...words, ...sealed]

test('what is hidden from the mother stands on no page, in no flight, list, stream or file of hers, until it is lifted', async ({
  db,
}) => {
  const dossier = await canaryDossier(db, 'gierzwaluw')
  const { mother, professional } = dossier.accounts
  const things = await shieldedThings(db, dossier)
  expect(things.map(({ name }) => name).sort()).toEqual(TOGETHER.flat().sort())
  // Leaves a line in the trail, where she reads of which organisation somebody looked in.
  await ask(professional.token, `/gezinnen/${dossier.code}`)
  const trail = (await ask(mother.token, `/gezinnen/${dossier.code}/inzage`)).body
  expect(heldIn(trail, things[1]?.words ?? [])).toHaveLength(1)
  const expectAllOpen = async () => {
    const open = await everythingSentTo(mother, dossier)
    for (const thing of things) {
      expect(heldIn(open, wordsOf(thing)), thing.name).toEqual(wordsOf(thing))
    }
  }
  await expectAllOpen()
  for (const names of TOGETHER) {
    const hidden = things.filter(({ name }) => names.includes(name))
    const seen = await whileHidden(db, dossier, hidden, () => everythingSentTo(mother, dossier))
    expect(heldIn(seen, hidden.flatMap(wordsOf))).toEqual([])
  }
  await expectAllOpen()
})

test('while the whole dossier is hidden from her, nothing at all tells her that it is there', async ({ db }) => {
  const dossier = await canaryDossier(db, 'boerenzwaluw')
  const { mother } = dossier.accounts
  const home = `/gezinnen/${dossier.code}`
  expect((await ask(mother.token, home)).status).toBe(200)
  await whileHidden(db, dossier, [{ subject: 'dossier', subjectId: null }], async () => {
    expect((await ask(mother.token, home)).status).toBe(404)
    // Her own name is hers: it stands in the header of every page.
    const seen = (await everythingSentTo(mother, dossier)).replaceAll(mother.name, '')
    expect(seen).not.toContain(dossier.canary.word)
  })
  expect((await ask(mother.token, home)).status).toBe(200)
})

test('a family account finds neither the place of a meeting it is not asked to, nor why a rule was set aside', async ({
  db,
}) => {
  const dossier = await canaryDossier(db, 'oeverzwaluw')
  const seen = await everythingSentTo(dossier.accounts.father, dossier)
  const fields = ['gips1Place', 'gips2Place', 'gips1Exception', 'gips2Exception', 'membershipEnd', 'gips1Minimum']
  expect(
    heldIn(
      seen,
      fields.map((field) => dossier.canary.all[field] ?? field),
    ),
  ).toEqual([])
})

test('an agreement that is hidden cannot be ticked, and a tick names no hidden professional', async ({ db }) => {
  const dossier = await canaryDossier(db, 'huiszwaluw')
  const { mother } = dossier.accounts
  const { agreement } = dossier.gips1.common
  const tick = () =>
    send(mother.token, `/api/gezinnen/${dossier.code}/afspraken/${agreement.id}`, {
      method: 'PUT',
      body: JSON.stringify({ state: 'done', remark: '', forDay: null }),
      headers: { 'Content-Type': 'application/json' },
    })
  const hidden = await whileHidden(db, dossier, [{ subject: 'agreement', subjectId: agreement.id }], tick)
  expect(hidden.status).toBe(404)
  expect(hidden.body).not.toContain(dossier.canary.word)
  expect((await tick()).status).toBe(200)
})

test('with the mother at the table the projector shows nothing that is hidden from her', async ({ db }) => {
  const dossier = await canaryDossier(db, 'rotszwaluw')
  const { gips2, family, accounts, code } = dossier
  const { common } = gips2
  // The father and the friend are elsewhere: what the screen leaves out is for the mother's sake alone.
  await db.participant.updateMany({
    where: { meetingId: gips2.meeting.id, memberId: dossier.members.father.id },
    data: { attendance: 'absent', isAdmitted: false },
  })
  const slide = async (item: string) => {
    await db.meeting.updateMany({ where: { familyId: family.id, id: gips2.meeting.id }, data: { currentItem: item } })
    return (await ask(accounts.gipsMaster.token, `/api/beamer/${code}/gips-2`)).body
  }
  const shown = [
    { item: 'risks.crucial', subject: 'concern', subjectId: common.concern.id, word: 'gips2CommonConcern' },
    { item: 'goals.list', subject: 'goal', subjectId: common.goal.id, word: 'gips2CommonGoal' },
    { item: 'agreements.list', subject: 'agreement', subjectId: common.agreement.id, word: 'gips2CommonAgreement' },
    { item: 'careful.planB', subject: 'answer', subjectId: gips2.answers.careful.id, word: 'gips2CarefulAnswer' },
  ] as const
  for (const { item, word, ...thing } of shown) {
    const words = [dossier.canary.all[word] ?? word]
    expect(heldIn(await slide(item), words), item).toEqual(words)
    await whileHidden(db, dossier, [thing], async () => {
      await expect.poll(async () => heldIn(await slide(item), words), { message: item }).toEqual([])
    })
  }
})
