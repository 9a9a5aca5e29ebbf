import { asksRiskAssessment, isForTopThree, isRiskAssessment, playsAPart } from '../risk-assessment'
import { isNotApplicable, staysAtSafety } from './answers'
import {
  bar,
  isBlank,
  type Missing,
  type MissingAnchor,
  type PlanSnapshot,
  type SnapshotRisk,
  warning,
} from './snapshot'

/** Where the risk assessment goes on during the meeting. */
const AT_TABLE: MissingAnchor = { part: 'overleg', itemKey: 'risks.crucial' }
/** So many are named one by one; of more it is said how many. */
const FEW = 3

/**
 * What the risk assessment of GIPS 2 still lacks (GIPS §5.2.1): a choice at each factor, the facts behind what plays a
 * part, and a TOP-3 of factors that are both crucial and changeable. Nothing while the meeting stays at safety. How many
 * factors play a part says nothing and is asked nowhere.
 */
export function missingRisks(snapshot: PlanSnapshot): Missing[] {
  const items = snapshot.agenda.sections.flatMap((section) => section.items)
  const form = items.find(isRiskAssessment)
  if (!form || !asksRiskAssessment(snapshot.agenda) || staysAtSafety(snapshot)) return []
  if (isNotApplicable(snapshot, form.key)) return []
  return [...missingChoices(snapshot.risks), ...missingFacts(snapshot.risks), ...misplaced(snapshot)]
}

function missingChoices(risks: readonly SnapshotRisk[]): Missing[] {
  const open = risks.filter(({ presence }) => presence === null)
  if (open.length > FEW) return [bar(`Bij ${open.length} risico’s is nog niet gekozen of het speelt.`, AT_TABLE)]
  return open.map(({ name }) => bar(`Speelt dit risico? Kies iets bij: “${name}”`, AT_TABLE))
}

/** What is clearly there is told in facts; what may be there ought to be. */
function missingFacts(risks: readonly SnapshotRisk[]): Missing[] {
  return risks
    .filter(({ presence, facts }) => playsAPart(presence) && isBlank(facts))
    .map(({ name, presence }) =>
      presence === 'present'
        ? bar(`Schrijf de feiten op bij het risico “${name}”`, AT_TABLE)
        : warning(`Wat maakt dat dit misschien speelt? “${name}”`, AT_TABLE),
    )
}

function misplaced({ risks, topThree }: PlanSnapshot): Missing[] {
  return topThree.flatMap(({ rank, concernId }) => {
    const risk = risks.find(({ key }) => key === concernId)
    if (!risk || isForTopThree(risk)) return []
    const sentence = `“${risk.name}” staat op plaats ${rank} van de TOP-3. Dat kan alleen met een risico dat het echt onveilig maakt én dat te veranderen is.`
    return [bar(sentence, { part: 'overleg', itemKey: 'topThree.decided', concernId })]
  })
}
