import { type AgreementsOnDesk, type DeskAgreement, isForSafety } from '@/lib/domain/agreement-in-force'
import type { DossierViewer } from '@/lib/gate'
import type { Plan } from '@/prisma/generated/client'
import { accountsOfDoers } from './agreement-messages'
import { type AgreementOfPlan, kindsOf, lackOf, standingAgreements } from './agreements-in-force'
import type { NameOf } from './plan-content'
import { doersOf, whenText } from './plan-goal-rows'

/** What the case director can put in force or close while the plan is provisional, and who will be told. */
export async function agreementsOnDesk(viewer: DossierViewer, plan: Plan, nameOf: NameOf): Promise<AgreementsOnDesk> {
  if (plan.state !== 'provisional') {
    return { waiting: [], inForce: [], mailed: [], toTell: [] }
  }
  const rows = await standingAgreements(viewer, plan.id)
  const waiting = rows.filter((row) => row.inForceAt === null && isForSafety(kindsOf(row)))
  const onDesk = (row: AgreementOfPlan) => deskAgreement(row, nameOf)
  const ready = waiting.filter((row) => lackOf(row) === null)
  return {
    waiting: waiting.map(onDesk),
    inForce: rows.filter(({ inForceAt }) => inForceAt !== null).map(onDesk),
    ...(await audienceOf(viewer, ready, nameOf)),
  }
}

/** Who gets a message about these, and which doers get none: without an account, a safe channel or a right to know. */
async function audienceOf(viewer: DossierViewer, rows: readonly AgreementOfPlan[], nameOf: NameOf) {
  const ids = rows.map(({ id }) => id)
  const accounts = ids.length > 0 ? await accountsOfDoers(viewer, ids) : []
  const told = accounts.filter(({ personId, isMailed }) => isMailed && personId !== viewer.personId)
  const memberOf = await membersBehind(
    viewer,
    told.map(({ personId }) => personId),
  )
  const isTold = (id: string, { personId, memberId }: AgreementOfPlan['agreementDoers'][number]) =>
    personId === viewer.personId ||
    told.some(
      (each) =>
        each.agreementId === id &&
        (each.personId === personId || (memberId !== null && memberOf.get(each.personId) === memberId)),
    )
  const toTell = rows.flatMap(({ id, agreementDoers }) => agreementDoers.filter((doer) => !isTold(id, doer)))
  return {
    mailed: namesOf(
      told.map(({ personId }) => personId),
      nameOf,
    ),
    toTell: namesOf(
      toTell.map(({ personId, memberId, networkPersonId }) => personId ?? memberId ?? networkPersonId ?? ''),
      nameOf,
    ),
  }
}

async function membersBehind({ tx, familyId }: DossierViewer, personIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.familyAccess.findMany({
    where: { familyId, until: null, personId: { in: personIds } },
    select: { personId: true, memberId: true },
  })
  return new Map(rows.map(({ personId, memberId }) => [personId, memberId]))
}

function namesOf(ids: readonly string[], nameOf: NameOf): string[] {
  return [...new Set(ids)].flatMap((id) => nameOf(id) ?? []).sort((one, other) => one.localeCompare(other, 'nl'))
}

function deskAgreement(row: AgreementOfPlan, nameOf: NameOf): DeskAgreement {
  const { id, version, text } = row
  return { id, version, text, doers: doersOf(nameOf, row).join(', '), when: whenText(row), lacks: lackOf(row) }
}
