import { describe, expect, test } from 'vitest'
import { pdfSource } from '@/lib/data/plan-pdf'
import { anonymiseDocument } from '@/lib/domain/anonymise/anonymise-document'
import { previewOf } from '@/lib/domain/pdf-preview'
import { makeShield } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const source = (account: AccountName, slug = 'gips-1', version: number | null = null) =>
  as(ground, account, 'plan.download', (viewer) => pdfSource(viewer, slug, version))
const download = async (account: AccountName) => {
  const { document, people } = await source(account)
  return anonymiseDocument(document, people)
}

describe('who may download', () => {
  test('strangers may not, and learn nothing', async () => {
    for (const session of strangersTo(ground)) {
      const passage = await attempt(ground, session, 'plan.download', (viewer) => pdfSource(viewer, 'gips-1', null))
      expect(passage).toEqual({ outcome: 'refused' })
    }
  })

  test.each([
    ['a plan that was never adopted', 'gips-2', null],
    ['a plan that is not there', 'gips-4', null],
    ['a version that is not there', 'gips-1', 7],
    ['an address that is no plan', '../gips-1', null],
  ])('%s is refused, also to the case director', async (_what, slug, version) => {
    await expect(source('director', slug, version)).rejects.toThrow('refused')
  })

  test('everyone of the dossier may, each what they read', async () => {
    for (const account of ['director', 'noteTaker', 'gipsMaster', 'professional', 'caseManager', 'mother'] as const) {
      expect((await source(account)).fileName).toBe(`${ground.first.code}-gips-1-versie-1.pdf`)
    }
    const words = JSON.stringify((await download('father')).document)
    expect(words).not.toContain(canaryIn(ground, 'gips1MotherAnswer'))
    expect(words).toContain(canaryIn(ground, 'gips1FatherAnswer'))
  })
})

describe('what is in it', () => {
  const names = [
    'mother',
    'father',
    'carer',
    'teenager',
    'child',
    'surname',
    'friend',
    'professional',
    'director',
    'motherAccount',
  ]

  test.each(['director', 'professional', 'father'] as const)('no name of anybody, for the %s', async (account) => {
    const text = JSON.stringify((await download(account)).document)
    for (const name of names) {
      expect(text).not.toMatch(new RegExp(`\\b${canaryIn(ground, name)}\\b`, 'i'))
    }
    expect(text).toContain(canaryIn(ground, 'gips1CommonGoal'))
  })

  test('a name that is hidden from the viewer is replaced all the more, also in free text', async () => {
    const professional = ground.first.accounts.professional
    const membership = await ground.owner.teamMembership.findFirstOrThrow({
      where: { personId: professional.personId },
    })
    await makeShield(ground.owner, ground.first.family, { subject: 'teamMember', subjectId: membership.id })
    const { document, people } = await source('father')
    const [section] = document.sections
    const [item] = section?.items ?? []
    const [row] = item?.rows ?? []
    if (!row) throw new Error('the plan is empty')
    row.content = { kind: 'answer', respondent: null, text: `Vraag het aan ${canaryIn(ground, 'professional')}.` }
    const text = JSON.stringify(anonymiseDocument(document, people).document)
    expect(text).not.toMatch(new RegExp(`\\b${canaryIn(ground, 'professional')}\\b`))
  })

  test('who left is still somebody whose name goes', async () => {
    const { people } = await source('professional')
    const names = people.map(({ firstNames, surname }) => `${firstNames} ${surname}`)
    expect(names).toContain(`Noor ${canaryIn(ground, 'endedProfessional')}`)
    expect(JSON.stringify(people)).not.toContain(ground.second.canary.word)
  })

  test('the names are given to nobody who is not inside the dossier', async () => {
    expect(await ground.app.$queryRaw`select * from names_to_anonymise()`).toEqual([])
  })

  test('the preview shows every replacement once, with the text around it', async () => {
    const { document, people } = await source('director')
    const { replacements } = anonymiseDocument(document, people)
    const preview = previewOf(document, replacements)
    const texts = [
      preview.title,
      ...(preview.aim ? [preview.aim] : []),
      ...preview.sections.flatMap(({ title, questions }) => [
        title,
        ...questions.flatMap(({ question, rows }) => [question, ...rows.flatMap((row) => row.texts)]),
      ]),
    ]
    const shown = texts.flatMap(({ pieces }) => pieces.flatMap(({ found }) => (found ? [found.id] : [])))
    expect(shown.sort()).toEqual(replacements.map(({ id }) => id).sort())
    expect(preview.found).toBeGreaterThan(10)
  })
})
