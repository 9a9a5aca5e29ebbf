import { describe, expect, test } from 'vitest'
import { changeOwnMail, ownMail } from '@/lib/data/own-mail'
import { OwnMailForm } from '@/lib/domain/account-forms'
import { readForm } from '@/lib/form-data'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()

/** A professional who is logged in. */
async function someone() {
  const person = await makePerson(ground.owner)
  const { tokenHash } = await makeSession(ground.owner, person.id)
  return { ...person, tokenHash }
}

async function as<T>(tokenHash: Uint8Array, work: (viewer: PlatformViewer) => Promise<T>): Promise<T> {
  const entry = { sessionHash: tokenHash, right: 'account.own' as const, kind: 'change' as const }
  const passage = await passPlatformGate(ground.app, entry, work)
  if (passage.outcome !== 'entered') {
    throw new Error(passage.outcome)
  }
  return passage.result
}

describe('which reminders come by mail', () => {
  test('is all of them every working day, until somebody chooses otherwise; the choice is kept and is in the trail', async () => {
    const who = await someone()
    expect(await as(who.tokenHash, ownMail)).toMatchObject({
      wanted: ['agreements', 'meeting', 'steering', 'evaluation', 'profile'],
      weekday: null,
      language: 'nl',
    })
    await as(who.tokenHash, (viewer) =>
      changeOwnMail(viewer, { wanted: ['agreements', 'steering'], digest: 4, language: 'en' }),
    )
    expect(await as(who.tokenHash, ownMail)).toMatchObject({
      wanted: ['agreements', 'steering'],
      weekday: 4,
      language: 'en',
    })
    const { mailLeftOut } = await ground.owner.person.findUniqueOrThrow({ where: { id: who.id } })
    expect(mailLeftOut.sort()).toEqual(['futurePlanEvaluation', 'meetingToRate', 'profileIncomplete'])
    const lines = await ground.owner.auditLine.count({
      where: { personId: who.id, detail: { equals: { what: 'mail' } } },
    })
    expect(lines).toBe(1)
  })

  test('is for a family account about what can reach it, and is nobody else’s choice', async () => {
    const { tokenHash, personId } = ground.first.accounts.mother
    const other = await someone()
    expect((await as(tokenHash, ownMail)).offered).toEqual(['agreements', 'meeting', 'evaluation'])
    await as(tokenHash, (viewer) => changeOwnMail(viewer, { wanted: [], digest: null, language: 'nl' }))
    const { mailLeftOut } = await ground.owner.person.findUniqueOrThrow({ where: { id: personId } })
    expect(mailLeftOut.sort()).toEqual(['agreementsDue', 'futurePlanEvaluation', 'meetingToRate'])
    expect((await as(other.tokenHash, ownMail)).wanted).toHaveLength(5)
  })

  test('can be in a language of families for a family account alone, whatever is posted', async () => {
    const { mother } = ground.first.accounts
    const professional = await someone()
    expect((await as(mother.tokenHash, ownMail)).languages).toEqual(['nl', 'en', 'ar', 'tr', 'pl', 'uk'])
    expect((await as(professional.tokenHash, ownMail)).languages).toEqual(['nl', 'en'])
    const inArabic = { wanted: [], digest: null, language: 'ar' as const }
    await as(mother.tokenHash, (viewer) => changeOwnMail(viewer, inArabic))
    expect((await as(mother.tokenHash, ownMail)).language).toBe('ar')
    await expect(as(professional.tokenHash, (viewer) => changeOwnMail(viewer, inArabic))).rejects.toMatchObject({
      message: 'Kies een taal.',
      field: 'language',
    })
    const byFunction = ({ tokenHash }: { tokenHash: Uint8Array }, language: string) =>
      as(tokenHash, ({ tx }) => tx.$queryRaw`select change_own_mail('{}', null, null, ${language}) as changed`)
    expect(await byFunction(professional, 'uk')).toEqual([{ changed: false }])
    expect(await byFunction(professional, 'en')).toEqual([{ changed: true }])
    await expect(byFunction(mother, 'xx')).rejects.toThrow('person_language_is_written')
    await as(mother.tokenHash, (viewer) => changeOwnMail(viewer, { ...inArabic, language: 'nl' }))
  })

  test.each([
    [
      [
        ['digest', 'daily'],
        ['language', 'nl'],
      ],
      { wanted: [], digest: null, language: 'nl' },
    ],
    [
      [
        ['wanted[]', 'agreements'],
        ['wanted[]', 'profile'],
        ['digest', '5'],
        ['language', 'en'],
      ],
      { wanted: ['agreements', 'profile'], digest: 5, language: 'en' },
    ],
    [[['digest', '6']], { digest: 'Kies hoe vaak u de e-mail wilt.', language: 'Kies een taal.' }],
    [
      [
        ['digest', 'daily'],
        ['language', 'toString'],
      ],
      { language: 'Kies een taal.' },
    ],
    [[], { digest: 'Kies hoe vaak u de e-mail wilt.' }],
    [
      [
        ['wanted[]', 'signals'],
        ['digest', 'daily'],
      ],
      { 'wanted.0': 'Kies uit de lijst.' },
    ],
  ])('is read from the form %j', (fields, expected) => {
    const form = new FormData()
    for (const [name = '', value = ''] of fields) form.append(name, value)
    const read = readForm(OwnMailForm, form)
    expect(read.ok ? read.input : read.state).toMatchObject(read.ok ? expected : { errors: expected })
  })
})
