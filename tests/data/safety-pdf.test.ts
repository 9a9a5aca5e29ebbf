import { beforeAll, describe, expect, test } from 'vitest'
import { safetyPdfSource } from '@/lib/data/safety-pdf'
import { anonymiseSafety } from '@/lib/domain/anonymise/anonymise-safety'
import { previewOf } from '@/lib/domain/pdf-preview'
import { makeAssessment, makeScore } from '@/prisma/factories/safety'
import { makeShield } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, FAMILY, strangersTo, TEAM } from './dossier-ground'

const ground = onTwoDossiers()
const source = (account: AccountName) => as(ground, account, 'safety.download', safetyPdfSource)
const written = async (account: AccountName) => {
  const { document, people } = await source(account)
  return JSON.stringify(anonymiseSafety(document, people).document)
}
const NAMED = ['mother', 'father', 'carer', 'teenager', 'child', 'surname', 'friend', 'professional', 'director']

beforeAll(async () => {
  const { gips1, members, accounts } = ground.first
  const named = NAMED.map((name) => canaryIn(ground, name)).join(' en ')
  await makeScore(ground.owner, gips1.assessment, {
    memberId: members.child.id,
    scorerPersonId: accounts.director.personId,
    score: 2,
    reason: `Hier speelden ${named} een rol. Bel 06 12345678.`,
    onePointHigher: `Als ${canaryIn(ground, 'friend')} meekijkt.`,
  })
})

describe('who may download all assessments', () => {
  test('strangers may not, and learn nothing', async () => {
    for (const session of strangersTo(ground)) {
      expect(await attempt(ground, session, 'safety.download', safetyPdfSource)).toEqual({ outcome: 'refused' })
    }
  })

  test('everyone of the dossier may, with a line in the trail', async () => {
    for (const account of [...TEAM, 'noteTaker', ...FAMILY] as const) {
      expect((await source(account)).fileName).toMatch(
        new RegExp(`^${ground.first.code}-veiligheid-\\d{4}-\\d\\d-\\d\\d\\.pdf$`),
      )
    }
    const lines = await ground.owner.auditLine.count({
      where: { right: 'safety.download', personId: ground.first.accounts.mother.personId },
    })
    expect(lines).toBe(1)
  })
})

describe('what is in it', () => {
  test.each(['director', 'professional', 'mother'] as const)('no name of anybody, for the %s', async (account) => {
    const text = await written(account)
    for (const name of [...NAMED, 'motherAccount']) {
      expect(text).not.toMatch(new RegExp(`\\b${canaryIn(ground, name)}\\b`, 'i'))
    }
    expect(text).not.toContain('12345678')
    expect(text).not.toContain(ground.second.canary.word)
    expect(text).toContain('Hier speelden')
  })

  test('the scores, reasons and what makes one point more, and nothing of signals, measurements or running ones', async () => {
    const text = await written('director')
    for (const field of ['gips1ChildScoreReason', 'gips1ChildScoreHigher', 'gips1ChildScoreUnderSix']) {
      expect(text).toContain(canaryIn(ground, field))
    }
    for (const field of ['signalHappened', 'extraReason', 'gips2ChildScoreReason', 'nearOrganisation']) {
      expect(text).not.toContain(canaryIn(ground, field))
    }
  })

  test('the newest assessment first, after the trend of each member', async () => {
    const { family, members, accounts } = ground.first
    await makeAssessment(ground.owner, family, {
      closedAt: new Date(),
      assessed: [members.child],
      scores: [{ memberId: members.child.id, scorerPersonId: accounts.professional.personId, score: 6.5 }],
    })
    const { document } = await source('director')
    expect(document.sections.map(({ title }) => title.split(',')[0])).toEqual([
      'Hoe het ging per gezinslid',
      'Extra veiligheidsinschatting',
      'GIPS 1',
    ])
    const child = document.sections[0]?.items.find(({ key }) => key.endsWith(members.child.id))
    expect(child?.rows.map(({ content }) => content)).toMatchObject([
      { kind: 'point', score: '2,5', change: '' },
      { kind: 'point', score: '6,5', change: '4,0 hoger dan de vorige keer' },
    ])
  })

  test('nothing about another adult for the father, and less once more is shielded', async () => {
    const text = await written('father')
    for (const field of ['gips1MotherScoreReason', 'gips1ByMotherReason', 'gips1Conclusion', 'gips1Minimum']) {
      expect(text).not.toContain(canaryIn(ground, field))
    }
    expect(text).toContain(canaryIn(ground, 'gips1ChildScoreReason'))
    const where = { assessmentId: ground.first.gips1.assessment.id, reason: canaryIn(ground, 'gips1ChildScoreReason') }
    const { id } = await ground.owner.safetyScore.findFirstOrThrow({ where })
    const { personId } = ground.first.accounts.father
    await makeShield(ground.owner, ground.first.family, { subject: 'answer', subjectId: id, personId })
    expect(await written('father')).not.toContain(canaryIn(ground, 'gips1ChildScoreReason'))
    expect(await written('director')).toContain(canaryIn(ground, 'gips1ChildScoreReason'))
  })

  test('the preview shows every replacement once, with the text around it', async () => {
    const { document, people } = await source('director')
    const { replacements } = anonymiseSafety(document, people)
    const { title, sections, found } = previewOf(document, replacements)
    const texts = [
      title,
      ...sections.flatMap((section) => [
        section.title,
        ...section.questions.flatMap(({ question, rows }) => [question, ...rows.flatMap((row) => row.texts)]),
      ]),
    ]
    const shown = texts.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.found ? [piece.found.id] : [])))
    expect(shown.sort()).toEqual(replacements.map(({ id }) => id).sort())
    expect(found).toBeGreaterThan(10)
  })
})
