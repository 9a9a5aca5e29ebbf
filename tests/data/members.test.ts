import { describe, expect, test } from 'vitest'
import { addMember, changeContact, changeDetails, renameMember } from '@/lib/data/member-edits'
import {
  recordAdultOfChild,
  recordConfidant,
  recordConsent,
  recordResidence,
  removeLine,
} from '@/lib/data/member-lines'
import { membersInList, memberView } from '@/lib/data/members'
import type { DossierViewer } from '@/lib/gate'
import { makeShield } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const members = () => ground.first.members
const view = (account: AccountName, id: string, asked = false) =>
  as(ground, account, 'members.read', (viewer) => memberView(viewer, id, asked))
const canary = (field: string) => canaryIn(ground, field)
function director<T>(work: (viewer: DossierViewer) => Promise<T>): Promise<T> {
  return as(ground, 'director', 'members.edit', work)
}

async function trailOf(subject: string): Promise<number> {
  return ground.owner.auditLine.count({ where: { familyId: ground.first.family.id, subject } })
}

describe('reading', () => {
  test('strangers, and who left, get neither the list nor a page', async () => {
    for (const session of strangersTo(ground)) {
      expect((await attempt(ground, session, 'members.read', membersInList)).outcome).toBe('refused')
      expect(
        (await attempt(ground, session, 'members.read', (viewer) => memberView(viewer, members().mother.id, true)))
          .outcome,
      ).toBe('refused')
    }
  })

  test.each(['nobody', '', "'; drop table family --", '00000000-0000-4000-8000-000000000000'])(
    'nobody has the id "%s"',
    async (id) => {
      expect(
        (
          await attempt(ground, ground.first.accounts.director.tokenHash, 'members.read', (viewer) =>
            memberView(viewer, id),
          )
        ).outcome,
      ).toBe('refused')
    },
  )

  test('a member of another family has no page here, and leaves nothing of itself', async () => {
    const { tokenHash } = ground.first.accounts.director
    const passage = await attempt(ground, tokenHash, 'members.read', (viewer) =>
      memberView(viewer, ground.second.members.mother.id, true),
    )
    expect(passage).toEqual({ outcome: 'refused' })
  })

  test('the professional reads all of a child, contact data only when asked for, with a line in the trail', async () => {
    const { child } = members()
    const closed = await view('professional', child.id)
    expect(closed.contact).toEqual({ state: 'closed' })
    expect(JSON.stringify(closed)).not.toContain(canary('childAddress'))
    expect(await trailOf(`member ${child.id} contact`)).toBe(0)

    const open = await view('professional', child.id, true)
    expect(open.contact).toMatchObject({ state: 'open', address: canary('childAddress') })
    expect(await trailOf(`member ${child.id} contact`)).toBe(1)
    expect(open.details?.justiceInvolvement).toBe(canary('childJustice'))
    expect(open.adults).toHaveLength(3)
    expect(open.residences[0]?.note).toBe(canary('childResidence'))
    expect(open.confidants[0]?.name).toContain(canary('friend'))
    expect(open.goals.map(({ text }) => text)).toContain(canary('gips1ChildGoal'))
  })

  test('the father finds nothing of the mother or the foster carer but the name, whatever he asks for', async () => {
    const everything: unknown[] = [await as(ground, 'father', 'members.read', membersInList)]
    for (const { id } of Object.values(members())) {
      everything.push(await view('father', id, true))
    }
    const text = JSON.stringify(everything)
    for (const whose of ['mother', 'carer']) {
      for (const what of ['Address', 'Phone', 'Email', 'Interpreter', 'Justice']) {
        expect(text).not.toContain(canary(`${whose}${what}`))
      }
    }
    expect(text).not.toContain(ground.first.accounts.mother.email)
    expect(text).not.toContain(canary('gips1MotherGoal'))
    expect(text).toContain(canary('mother'))
    expect(text).toContain(canary('fatherAddress'))
    expect(await trailOf(`member ${members().mother.id} contact`)).toBe(0)
  })

  test('without the shield, too, one adult reads nothing of another', async () => {
    const text = JSON.stringify(await view('mother', members().father.id, true))
    expect(text).not.toContain(canary('fatherAddress'))
    expect(text).not.toContain(canary('fatherJustice'))
  })

  test('a teenager reads nothing of what is arranged for the young child, nor of that child’s confidant', async () => {
    const child = await view('teenager', members().child.id, true)
    expect(child).toMatchObject({ confidants: [], adults: [], details: null, contact: { state: 'absent' } })
    const text = JSON.stringify(child)
    for (const field of ['childmotherContact', 'childResidence', 'childCourt', 'childConsent']) {
      expect(text).not.toContain(canary(field))
    }
  })

  test('consent is read by those whom the rights table names', async () => {
    const readers = []
    for (const account of [
      'director',
      'gipsMaster',
      'noteTaker',
      'professional',
      'caseManager',
      'mother',
      'teenager',
    ] as const) {
      if ((await view(account, members().teenager.id)).consents.length > 0) readers.push(account)
    }
    expect(readers).toEqual(['director', 'gipsMaster', 'professional', 'teenager'])
  })

  test('the note-taker reads no contact data and no measures', async () => {
    const child = await view('noteTaker', members().child.id, true)
    expect(child).toMatchObject({ contact: { state: 'absent' }, details: null, measures: [], residences: [] })
  })

  test('hiding where a member lives hides the contact, the residence, and where the helpers work', async () => {
    const { child } = members()
    const before = await view('mother', child.id, true)
    expect(before.colleagues.map(({ organisation }) => organisation)).toContain(canary('organisation'))
    const shield = await makeShield(ground.owner, ground.first.family, {
      subject: 'memberContact',
      subjectId: child.id,
      personId: ground.first.accounts.mother.personId,
    })
    const after = JSON.stringify(await view('mother', child.id, true))
    for (const field of ['childAddress', 'childResidence', 'organisation', 'nearOrganisation', 'professionalPhone']) {
      expect(after).not.toContain(canary(field))
    }
    await ground.owner.shield.delete({ where: { familyId_id: { familyId: shield.familyId, id: shield.id } } })
  })
})

describe('changing', () => {
  const name = { kind: 'child' as const, prefix: 'van', initials: null }

  test('a new member gets initials and the last place; the same name again is asked about first', async () => {
    const input = { ...name, firstNames: 'Noor Anna', surname: 'Oosten', isSomeoneElse: false }
    const id = await director((viewer) => addMember(viewer, input))
    const added = await view('director', id)
    expect(added).toMatchObject({ name: 'Noor Anna van Oosten', initials: 'N.A.', contact: { state: 'absent' } })
    expect((await as(ground, 'director', 'members.read', membersInList)).at(-1)?.id).toBe(id)

    const again = { ...input, firstNames: 'NÓOR  anna' }
    await expect(director((viewer) => addMember(viewer, again))).rejects.toMatchObject({ field: 'isSomeoneElse' })
    await director((viewer) => addMember(viewer, { ...again, isSomeoneElse: true }))
  })

  test('contact data are kept sealed and come back as they were typed', async () => {
    const contact = { address: 'Kade 3\n1234 AB Waterhuizen', phone: '06 12', email: null }
    await director((viewer) => changeContact(viewer, { memberId: members().teenager.id, ...contact }))
    expect((await view('director', members().teenager.id, true)).contact).toEqual({ state: 'open', ...contact })
    const { sealed } = await ground.owner.memberContact.findFirstOrThrow({ where: { memberId: members().teenager.id } })
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('Kade')
  })

  test('a date that is still to come is refused at its field', async () => {
    const memberId = members().child.id
    const details = { interpreter: null, safeChannel: null, justiceInvolvement: null, dueDate: null }
    await expect(
      director((viewer) => changeDetails(viewer, { memberId, ...details, birthDate: '2999-01-01' })),
    ).rejects.toMatchObject({ field: 'birthDate' })
    await expect(
      director((viewer) => changeDetails(viewer, { memberId, ...details, birthDate: null, dueDate: '2010-01-01' })),
    ).rejects.toMatchObject({ field: 'dueDate' })
    await expect(
      director((viewer) =>
        recordConsent(viewer, { memberId, state: 'signed', decidedOn: '2999-01-01', scope: 'Alles', documentId: null }),
      ),
    ).rejects.toMatchObject({ field: 'decidedOn' })
  })

  test('a new home ends the last one', async () => {
    const memberId = members().child.id
    await director((viewer) =>
      recordResidence(viewer, {
        memberId,
        kind: 'home',
        term: 'returned',
        fromOn: '2026-02-01',
        untilOn: null,
        note: null,
      }),
    )
    const { residences } = await view('director', memberId)
    expect(residences.map(({ fromOn, untilOn }) => [fromOn, untilOn])).toEqual([
      ['2026-02-01', null],
      ['2026-01-15', '2026-02-01'],
    ])
  })

  test('a confidant takes the place of the reason why there was nobody, and the other way round', async () => {
    const memberId = members().teenager.id
    const confidant = `network:${ground.first.friend.id}`
    await director((viewer) => recordConfidant(viewer, { memberId, confidant, reason: null }))
    expect((await view('director', memberId)).confidants).toMatchObject([{ isNetwork: true, reason: null }])
    await director((viewer) => recordConfidant(viewer, { memberId, confidant: 'none', reason: 'Wil niemand' }))
    expect((await view('director', memberId)).confidants).toMatchObject([{ name: null, reason: 'Wil niemand' }])
  })

  test('no child becomes the parent of a child, and nobody of another family', async () => {
    const tie = {
      memberId: members().child.id,
      relation: 'carer' as const,
      hasAuthority: false,
      contact: null,
      contactNote: null,
    }
    for (const adultId of [members().teenager.id, ground.second.members.mother.id]) {
      await expect(director((viewer) => recordAdultOfChild(viewer, { ...tie, adultId }))).rejects.toMatchObject({
        field: 'adultId',
      })
    }
  })

  test('a line of another member is not taken away', async () => {
    const { adults } = await view('director', members().child.id)
    const lineId = adults[0]?.id ?? ''
    const input = { memberId: members().teenager.id, lineId, what: 'childAdult' as const }
    await expect(director((viewer) => removeLine(viewer, input))).rejects.toThrow('al weggehaald')
    expect((await view('director', members().child.id)).adults).toHaveLength(adults.length)
  })

  test('only the case director changes anything; the row policies say so too', async () => {
    for (const account of ['professional', 'gipsMaster', 'noteTaker', 'mother'] as const) {
      const { tokenHash } = ground.first.accounts[account]
      expect((await attempt(ground, tokenHash, 'members.edit', async () => true)).outcome).toBe('refused')
      const input = {
        memberId: members().child.id,
        ...name,
        firstNames: 'X',
        surname: 'Y',
        movedOutOn: null,
        deceasedOn: null,
      }
      await expect(as(ground, account, 'members.read', (viewer) => renameMember(viewer, input))).rejects.toThrow()
    }
    expect((await view('director', members().child.id)).firstNames).toBe(canary('child'))
  })

  test('each change leaves its line in the trail, without content', async () => {
    const lines = await ground.owner.auditLine.findMany({
      where: {
        familyId: ground.first.family.id,
        right: 'members.edit',
        kind: 'change',
        subject: { startsWith: 'member ' },
      },
    })
    expect(lines.length).toBeGreaterThan(4)
    expect(JSON.stringify(lines.map(({ detail, subject }) => [detail, subject]))).not.toContain('Kade')
  })
})
