import type { Tx } from '@/lib/db'
import type { DocumentFile } from '@/lib/domain/document-file'
import { makeDocument } from '@/prisma/factories/documents'
import { smallPdf } from '@/prisma/factories/small-pdf'
import { accountOf, type Cast, memberOf } from './cast'

const OUTCOME = [
  'De onveiligheid duurt al jaren, komt steeds terug en wordt ernstiger.',
  'Eén organisatie alleen kan dit niet oplossen.',
]
const PROMISE = [
  'Sanne vindt het goed dat het GIPS-team met elkaar deelt',
  'wat nodig is voor de veiligheid van Janna.',
]

/** The outcome of the triage, and the form that Sanne signed: she sees that one, Dennis neither. */
export async function makeJannaDocuments(db: Tx, cast: Cast): Promise<void> {
  const { family, days } = cast
  const authorPersonId = accountOf(cast, 'regisseur').id
  const title = 'Uitkomst van het triage-instrument'
  await makeDocument(db, family, {
    authorPersonId,
    kind: 'triage',
    title,
    datedOn: days.column(-20),
    summary: OUTCOME.join(' '),
    createdAt: days.at(-18, '10:30'),
    file: pdfFile('triage.pdf', [title, '', ...OUTCOME]),
  })
  const memberId = memberOf(cast, 'sanne').id
  const { id: documentId } = await makeDocument(db, family, {
    authorPersonId,
    kind: 'consent',
    title: 'Toestemming van Sanne',
    aboutMemberId: memberId,
    datedOn: days.column(-12),
    summary: PROMISE.join(' '),
    createdAt: days.at(-12, '12:10'),
    file: pdfFile('toestemming.pdf', ['Toestemming', '', ...PROMISE, '', 'Getekend: Sanne']),
  })
  await db.consent.updateMany({ where: { familyId: family.id, memberId }, data: { documentId } })
}

function pdfFile(name: string, lines: readonly string[]): DocumentFile {
  return { name, type: 'application/pdf', bytes: smallPdf(lines) }
}
