import { whatFuturePlanLacks } from '../future-plan'
import { isAskedToAnswer } from '../household'
import { bar, isBlank, type Missing, type MissingAnchor, type PlanSnapshot } from './snapshot'

const RESPONSES: MissingAnchor = { part: 'plan', itemKey: 'responses.all' }

/**
 * What is missing before the plan becomes definitive: the response of each parent, and of the children and network
 * persons who were asked; a decision with a reason on each proposal; the plan seen as each family account will see it;
 * at GIPS 1 a confidant for each child, or a reason why not (GIPS §3.3.2); at GIPS 5 the case manager and the two
 * evaluation dates (GIPS §3.5.6).
 */
export function missingForAdoption(snapshot: PlanSnapshot): Missing[] {
  return [
    ...missingResponses(snapshot),
    ...missingDecisions(snapshot),
    ...missingViewings(snapshot),
    ...(snapshot.kind === 'gips1' ? missingConfidants(snapshot) : []),
    ...(snapshot.futurePlan ? whatFuturePlanLacks(snapshot.futurePlan, snapshot.meeting.heldOn) : []),
  ]
}

function missingResponses({ members, network, responses, askedForResponse }: PlanSnapshot): Missing[] {
  const parents = members.filter(({ isParent }) => isParent)
  const asked = [...members.filter(({ isParent }) => !isParent), ...network].filter(({ id }) =>
    askedForResponse.includes(id),
  )
  return [...parents, ...asked].flatMap(({ id, name }) => {
    const given = responses.find(({ responderId }) => responderId === id)
    const isNetwork = network.some((each) => each.id === id)
    const anchor: MissingAnchor = { ...RESPONSES, ...(isNetwork ? { networkPersonId: id } : { memberId: id }) }
    if (!given) return [bar(`Vul in wat ${name} van het plan vindt, of waarom dat niet gevraagd kon worden.`, anchor)]
    if (!isBlank(given.words)) return []
    const isReason = given.response === 'notReached' || given.response === 'notAsked'
    if (isReason) return [bar(`Schrijf op waarom ${name} niet is bereikt of niets is gevraagd.`, anchor)]
    return [bar(`Schrijf op wat ${name} over het plan zegt, in eigen woorden.`, anchor)]
  })
}

function missingDecisions({ proposals }: PlanSnapshot): Missing[] {
  return proposals.flatMap(({ id, who, decision, reason }) => {
    const anchor: MissingAnchor = { ...RESPONSES, proposalId: id }
    if (decision === null) return [bar(`Neem een besluit over het voorstel van ${who}.`, anchor)]
    return isBlank(reason) ? [bar(`Leg uit waarom u dit besluit nam over het voorstel van ${who}.`, anchor)] : []
  })
}

function missingViewings({ familyAccounts }: PlanSnapshot): Missing[] {
  return familyAccounts
    .filter(({ wasViewed }) => !wasViewed)
    .map(({ id, name }) =>
      bar(`Bekijk het plan zoals ${name} het gaat zien, en bevestig dat het zo goed is.`, {
        part: 'plan',
        accountId: id,
      }),
    )
}

function missingConfidants({ members }: PlanSnapshot): Missing[] {
  return members
    .filter((member) => member.isChild && isAskedToAnswer(member))
    .filter(({ hasConfidant, noConfidantReason }) => !hasConfidant && isBlank(noConfidantReason))
    .map(({ id, name }) =>
      bar(`Wie is de vertrouwenspersoon van ${name}? Is er nog niemand: schrijf op waarom.`, {
        part: 'vertrouwenspersoon',
        memberId: id,
      }),
    )
}
