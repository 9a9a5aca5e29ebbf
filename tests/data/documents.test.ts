import { expect, test } from 'vitest'
import {
  addDocument,
  changeDocument,
  documentFile,
  documentsInList,
  documentView,
  removeDocument,
} from '@/lib/data/documents'
import { recordConsent } from '@/lib/data/member-lines'
import { memberView } from '@/lib/data/members'
import type { DocumentFile } from '@/lib/domain/document-file'
import { smallPdf } from '@/prisma/factories/small-pdf'
import { makeShield } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const scan: DocumentFile = { name: 'scan.pdf', type: 'application/pdf', bytes: smallPdf(['Verslag van de school']) }
const other: DocumentFile = { name: 'ander.pdf', type: 'application/pdf', bytes: smallPdf(['Een ander verslag']) }
const report = { kind: 'other', title: 'Verslag', datedOn: '2026-01-12', summary: '', aboutMemberId: null } as const

const READERS: AccountName[] = ['director', 'deputy', 'gipsMaster', 'professional']
const FAMILY: AccountName[] = ['mother', 'father', 'carer', 'teenager']

const fileOf = (account: AccountName, id: string) =>
  attempt(ground, ground.first.accounts[account].tokenHash, 'documents.read', (viewer) => documentFile(viewer, id))
const add = (input: Parameters<typeof addDocument>[1], file: DocumentFile | null) =>
  as(ground, 'director', 'documents.edit', (viewer) => addDocument(viewer, input, file))

async function whoOpens(id: string): Promise<AccountName[]> {
  const accounts = Object.keys(ground.first.accounts) as AccountName[]
  const open: AccountName[] = []
  for (const account of accounts) {
    if ((await fileOf(account, id)).outcome === 'entered') open.push(account)
  }
  return open
}

test('a file opens for director, chair and professionals; in the family for whom it is about', async () => {
  const { documents } = ground.first
  expect(await whoOpens(documents.common.id)).toEqual(READERS)
  expect(await whoOpens(documents.child.id)).toEqual(READERS)
  expect(await whoOpens(documents.mother.id)).toEqual([...READERS, 'mother'])
})

test('mother and father each see the documents about themselves, and nobody else of the family does', async () => {
  const { members } = ground.first
  const id = await add({ ...report, title: 'Over de vader', aboutMemberId: members.father.id }, scan)
  expect(await whoOpens(id)).toEqual([...READERS, 'father'])
  const seen: Record<string, string[]> = {}
  for (const account of FAMILY) {
    seen[account] = (await as(ground, account, 'documents.read', documentsInList)).map(({ title }) => title)
  }
  expect(seen).toEqual({
    mother: [canaryIn(ground, 'motherDocumentTitle')],
    father: ['Over de vader'],
    carer: [],
    teenager: [],
  })
})

test('strangers get neither list nor file, and an id of another dossier is nobody’s', async () => {
  const { common } = ground.first.documents
  for (const session of strangersTo(ground)) {
    expect((await attempt(ground, session, 'documents.read', documentsInList)).outcome).toBe('refused')
    expect(
      (await attempt(ground, session, 'documents.read', (viewer) => documentFile(viewer, common.id))).outcome,
    ).toBe('refused')
  }
  for (const id of [ground.second.documents.common.id, 'nobody', '00000000-0000-4000-8000-000000000000']) {
    expect((await fileOf('director', id)).outcome).toBe('refused')
    const view = attempt(ground, ground.first.accounts.director.tokenHash, 'documents.edit', (viewer) =>
      documentView(viewer, id),
    )
    expect((await view).outcome).toBe('refused')
  }
})

test('a document that is shielded from the mother is there for her no more, nor is its file', async () => {
  const { documents, family, accounts } = ground.first
  const shield = await makeShield(ground.owner, family, {
    subject: 'document',
    subjectId: documents.mother.id,
    personId: accounts.mother.personId,
  })
  expect(await whoOpens(documents.mother.id)).toEqual(READERS)
  expect(await as(ground, 'mother', 'documents.read', documentsInList)).toEqual([])
  await ground.owner.shield.updateMany({ where: { id: shield.id }, data: { until: new Date() } })
  expect(await whoOpens(documents.mother.id)).toContain('mother')
})

test('the file comes back byte for byte, and lies sealed in the database', async () => {
  const id = await add(report, scan)
  const passage = await fileOf('professional', id)
  const file = passage.outcome === 'entered' ? passage.result : null
  expect(file).toMatchObject({ name: 'scan.pdf', type: 'application/pdf' })
  expect(Buffer.from(file?.bytes ?? []).equals(scan.bytes)).toBe(true)
  const row = await ground.owner.document.findFirstOrThrow({ where: { id } })
  expect(row.fileSize).toBe(scan.bytes.byteLength)
  expect(Buffer.from(row.sealed ?? []).includes('Verslag van de school')).toBe(false)
})

test('a file that was laid under another document does not open', async () => {
  const [from, to] = [await add(report, scan), await add(report, other)]
  const { sealed } = await ground.owner.document.findFirstOrThrow({ where: { id: from } })
  await ground.owner.document.updateMany({ where: { id: to }, data: { sealed } })
  await expect(fileOf('director', to)).rejects.toThrow()
})

test('changing keeps the file, replaces it, or takes it away', async () => {
  const documentId = await add(report, scan)
  const change = (isFileGone: boolean, file: DocumentFile | null) =>
    as(ground, 'director', 'documents.edit', async (viewer) => {
      await changeDocument(viewer, { ...report, title: 'Nieuw', documentId, isFileGone }, file)
      return documentView(viewer, documentId)
    })
  expect(await change(false, null)).toMatchObject({ title: 'Nieuw', file: { name: 'scan.pdf' } })
  expect(await change(true, other)).toMatchObject({ file: { name: 'ander.pdf', size: other.bytes.byteLength } })
  const passage = await fileOf('director', documentId)
  expect(Buffer.from(passage.outcome === 'entered' ? passage.result.bytes : []).equals(other.bytes)).toBe(true)
  expect((await change(true, null)).file).toBeNull()
  expect(await fileOf('director', documentId)).toEqual({ outcome: 'refused' })
  expect((await ground.owner.document.findFirstOrThrow({ where: { id: documentId } })).sealed).toBeNull()
})

test('a consent has its form for who may see that document, and no form of another dossier', async () => {
  const { members, documents } = ground.first
  const consent = { memberId: members.mother.id, state: 'signed', decidedOn: '2026-01-12', scope: 'Alles' } as const
  const record = (documentId: string) =>
    as(ground, 'director', 'members.edit', (viewer) => recordConsent(viewer, { ...consent, documentId }))
  await record(documents.mother.id)
  const formFor = async (account: AccountName) => {
    const { consents } = await as(ground, account, 'members.read', (viewer) => memberView(viewer, members.mother.id))
    return consents.find(({ scope }) => scope === 'Alles')?.document?.file?.name ?? null
  }
  const name = `${canaryIn(ground, 'motherDocumentFile')}.pdf`
  expect([await formFor('professional'), await formFor('mother')]).toEqual([name, name])
  expect([await formFor('caseManager'), await formFor('father')]).toEqual([null, null])
  await expect(record(ground.second.documents.mother.id)).rejects.toMatchObject({ field: 'documentId' })
})

test('a document goes once, with its file, and the consent that pointed to it stays', async () => {
  const documentId = await add({ ...report, kind: 'consent' }, scan)
  const { family } = ground.first
  const consent = await ground.owner.consent.findFirstOrThrow({ where: { familyId: family.id } })
  await ground.owner.consent.updateMany({ where: { id: consent.id }, data: { documentId } })
  const remove = () => as(ground, 'director', 'documents.edit', (viewer) => removeDocument(viewer, { documentId }))
  await remove()
  expect(await ground.owner.document.count({ where: { id: documentId } })).toBe(0)
  expect(await ground.owner.consent.findFirst({ where: { id: consent.id } })).toMatchObject({ documentId: null })
  await expect(remove()).rejects.toMatchObject({ message: 'Dit document is al weggehaald.' })
})

test.each([
  ['a date that is still to come', { datedOn: '2999-01-01' }, 'datedOn'],
  ['a member of another family', { aboutMemberId: 'second' }, 'aboutMemberId'],
])('%s is said at its field, and nothing is kept', async (_what, given, field) => {
  const input = { ...report, title: 'Niet bewaard', ...given }
  if (input.aboutMemberId) {
    Object.assign(input, { aboutMemberId: ground.second.members.mother.id })
  }
  await expect(add(input, scan)).rejects.toMatchObject({ field })
  expect(await ground.owner.document.count({ where: { title: 'Niet bewaard' } })).toBe(0)
})

test('nobody but the director changes anything, whatever the code asks', async () => {
  const { child } = ground.first.documents
  for (const account of ['gipsMaster', 'professional', 'mother'] as const) {
    const { tokenHash } = ground.first.accounts[account]
    expect((await attempt(ground, tokenHash, 'documents.edit', async () => true)).outcome).toBe('refused')
    await expect(as(ground, account, 'documents.read', (viewer) => addDocument(viewer, report, scan))).rejects.toThrow()
    await expect(
      as(ground, account, 'documents.read', (viewer) => removeDocument(viewer, { documentId: child.id })),
    ).rejects.toThrow()
  }
  expect(await ground.owner.document.count({ where: { id: child.id } })).toBe(1)
})

test('each change leaves its line, which says neither title nor name of the file', async () => {
  const documentId = await add({ ...report, title: 'Geheime titel' }, { ...scan, name: 'geheim.pdf' })
  await as(ground, 'director', 'documents.edit', (viewer) => removeDocument(viewer, { documentId }))
  const lines = await ground.owner.auditLine.findMany({
    where: { subject: `document ${documentId}` },
    orderBy: { id: 'asc' },
  })
  expect(lines.map(({ right, detail }) => ({ right, detail }))).toEqual([
    { right: 'documents.edit', detail: { what: 'added', file: 'application/pdf' } },
    { right: 'documents.edit', detail: { what: 'removed', file: null } },
  ])
  expect(JSON.stringify(lines, (_key, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toMatch(
    /geheim/i,
  )
})

test('two megabytes short of the limit go in and out well within the time of a transaction', async () => {
  const bytes = new Uint8Array(8 * 1024 * 1024).fill(7)
  const id = await add(report, { ...scan, bytes })
  const passage = await fileOf('director', id)
  expect(Buffer.from(passage.outcome === 'entered' ? passage.result.bytes : []).equals(bytes)).toBe(true)
})
