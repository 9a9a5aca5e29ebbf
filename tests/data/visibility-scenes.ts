import fc from 'fast-check'
import { ROLES } from '@/tests/support/canary-roles'
import type { Ground } from '@/tests/support/two-dossiers'
import type { AccountName } from './dossier-ground'
import type { Dossier, Hiding, Opened, Table } from './visibility-model'

const TABLES: Table[] = [
  'plan',
  'frozen_row',
  'recovery_plan',
  'goal',
  'agreement',
  'goal_review',
  'goal_verdict',
  'goal_evaluation',
  'carried_agreement',
  'concern',
  'risk_factor_rating',
  'answer',
  'plan_response',
  'proposal',
  'safety_score',
  'safety_assessment',
  'measurement',
  'top_three_draft',
  'draft_text',
  'member_details',
  'member_contact',
  'member_photo',
  'residence',
  'document',
  'network_person',
]

/** Who looks into which table, with what hidden and opened. */
export interface Scene {
  name: AccountName
  table: Table
  isAdmitted: boolean
  shields: Hiding[]
  openings: Opened[]
}

/** Any of them, mostly about rows of that table. */
export function scenes({ first }: Ground, all: Dossier): fc.Arbitrary<Scene> {
  const names = Object.keys(ROLES) as AccountName[]
  return fc
    .record({ name: fc.constantFrom(...names), table: fc.constantFrom(...TABLES), isAdmitted: fc.boolean() })
    .chain((scene) => {
      const { personId } = first.accounts[scene.name]
      const near = all[scene.table].map(({ id }) => id)
      const about = subjects(all)
      const related = about.filter(
        ({ subject, subjectId }) =>
          near.includes(subjectId) || ['plan', 'memberContact', 'memberDetails'].includes(subject),
      )
      const target = fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...related) },
        { weight: 1, arbitrary: fc.constantFrom(...about) },
      )
      const who = fc.oneof({ weight: 3, arbitrary: fc.constant(personId) }, fc.constant(first.accounts.carer.personId))
      const shield = fc
        .tuple(target, fc.constantFrom('account', 'allFamily', 'professionalsElsewhere' as const), who)
        .map(
          ([what, audience, person]) =>
            ({ ...what, audience, personId: audience === 'account' ? person : null }) as Hiding,
        )
      const whole = who.map(
        (person): Hiding => ({ subject: 'dossier', subjectId: null, audience: 'account', personId: person }),
      )
      return fc.record({
        name: fc.constant(scene.name),
        table: fc.constant(scene.table),
        isAdmitted: fc.constant(scene.isAdmitted),
        shields: fc.array(fc.oneof({ weight: 12, arbitrary: shield }, { weight: 1, arbitrary: whole }), {
          maxLength: 4,
        }),
        openings: fc.array(
          fc.tuple(target, who).map(([what, person]) => ({ ...what, personId: person })),
          { maxLength: 4 },
        ),
      })
    })
}

/** What can be hidden or opened: a row of a table, by the name that shields have for it. */
function subjects(all: Dossier): { subject: string; subjectId: string }[] {
  const of = (subject: string, ids: string[]) => ids.map((subjectId) => ({ subject, subjectId }))
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return [
    ...of('plan', ids(all.plan)),
    ...of('goal', ids(all.goal)),
    ...of('agreement', ids(all.agreement)),
    ...of('concern', ids(all.concern)),
    ...of('answer', [
      ...ids(all.answer),
      ...ids(all.risk_factor_rating),
      ...ids(all.plan_response),
      ...ids(all.proposal),
      ...ids(all.safety_score),
      ...ids(all.safety_assessment),
      ...ids(all.goal_evaluation),
    ]),
    ...of('assessment', ids(all.safety_assessment)),
    ...of('measurement', ids(all.measurement)),
    ...of('document', ids(all.document)),
    ...of('memberContact', ids(all.member)),
    ...of('memberDetails', [...ids(all.member), ...ids(all.network_person)]),
  ]
}
