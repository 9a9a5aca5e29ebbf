import type { PlanKind } from '@/lib/domain/agendas/agenda'
import { planTitle } from '@/lib/domain/plan-state'
import type { SubjectKind } from '@/lib/domain/shield-forms'
import type { SubjectView } from '@/lib/domain/shield-views'
import type { DossierViewer } from '@/lib/gate'

type Source =
  | 'member'
  | 'network'
  | 'plan'
  | 'answer'
  | 'response'
  | 'proposal'
  | 'score'
  | 'minimum'
  | 'riskFactor'
  | 'concern'
  | 'goal'
  | 'agreement'
  | 'document'
  | 'teamMember'
  | 'assessment'
  | 'measurement'

interface Row {
  source: Source
  id: string
  text: string | null
  plan_kind: PlanKind | null
  plan_ordinal: number | null
  about: string | null
}

const SOURCES: Readonly<Record<Exclude<SubjectKind, 'dossier'>, readonly Source[]>> = {
  memberDetails: ['member', 'network'],
  memberContact: ['member', 'network'],
  plan: ['plan'],
  answer: ['answer', 'response', 'proposal', 'score', 'minimum', 'riskFactor'],
  concern: ['concern'],
  goal: ['goal'],
  agreement: ['agreement'],
  document: ['document'],
  teamMember: ['teamMember'],
  assessment: ['assessment'],
  measurement: ['measurement'],
}

/** What stands before the words of the thing itself; people by what is hidden of them. */
const WORDS: Readonly<Record<Exclude<Source, 'member' | 'network' | 'plan'>, string>> = {
  answer: 'Antwoord:',
  response: 'Reactie:',
  proposal: 'Voorstel:',
  score: 'Cijfer:',
  minimum: 'Besluit over de bodemeisen:',
  riskFactor: 'Risico:',
  concern: 'Zorg:',
  goal: 'Doel:',
  agreement: 'Afspraak:',
  document: 'Document:',
  teamMember: 'Naam en gegevens van',
  assessment: 'Extra inschatting:',
  measurement: 'Meting:',
}

const LABEL_LENGTH = 120
const WHOLE_DOSSIER: SubjectView = { kind: 'dossier', id: null, label: 'Het hele dossier', aboutMemberId: null }

/** What the case director shields or opens, in words and with whom it is about; null for what is not in this dossier. */
export async function subjectOf(
  viewer: DossierViewer,
  kind: SubjectKind,
  id: string | null,
): Promise<SubjectView | null> {
  const [subject = null] = await subjectsOf(viewer, [{ kind, id }])
  return subject
}

/** The same for many at once, in their order; what is not (any more) in this dossier is left out. */
export async function subjectsOf(
  { tx, familyId }: DossierViewer,
  wanted: readonly { kind: SubjectKind; id: string | null }[],
): Promise<SubjectView[]> {
  const ids = wanted.flatMap(({ id }) => id ?? [])
  const rows = await tx.$queryRaw<Row[]>`
    with everything as (
      select 'member' as source, id, first_names as text, null as plan_kind, null::int as plan_ordinal, id as about, family_id from family_member
      union all select 'network', id, name, null, null, related_member_id, family_id from network_person
      union all select 'plan', id, '', kind::text, ordinal, about_member_id, family_id from plan
      union all select 'answer', id, text, null, null, about_member_id, family_id from answer
      union all select 'response', id, words, null, null, member_id, family_id from plan_response
      union all select 'proposal', id, text, null, null, about_member_id, family_id from proposal
      union all select 'score', s.id, concat_ws(' ', trim_scale(s.score), s.reason), null, null, s.about_member_id, s.family_id
        from safety_score s
      union all select 'minimum', id, minimum_reason, null, null, null, family_id from safety_assessment
        where minimum_met is not null
      union all select 'riskFactor', id, facts, null, null, about_member_id, family_id from risk_factor_rating
      union all select 'concern', id, text, null, null, about_member_id, family_id from concern
      union all select 'goal', id, text, null, null, about_member_id, family_id from goal
      union all select 'agreement', id, text, null, null, about_member_id, family_id from agreement
      union all select 'document', id, title, null, null, about_member_id, family_id from document
      union all select 'teamMember', m.id, p.name, null, null, null, m.family_id
        from team_membership m join dossier_people() p on p.person_id = m.person_id
      union all select 'assessment', id, question, null, null, null, family_id from safety_assessment
        where kind = 'extra' and closed_at is not null
      union all select 'measurement', m.id,
          concat_ws(' ', c.first_names || ',', to_char(m.measured_on, 'FMDD-FMMM-YYYY')), null, null, m.child_id, m.family_id
        from measurement m join family_member c on c.family_id = m.family_id and c.id = m.child_id)
    select source, id, text, plan_kind, plan_ordinal, about from everything
    where family_id = ${familyId}::uuid and id = any (${ids}::uuid[])`
  return wanted.flatMap(({ kind, id }) => {
    if (kind === 'dossier') return id === null ? WHOLE_DOSSIER : []
    const row = rows.find((each) => each.id === id && SOURCES[kind].includes(each.source))
    return row ? { kind, id: row.id, label: labelOf(kind, row), aboutMemberId: row.about } : []
  })
}

function labelOf(kind: Exclude<SubjectKind, 'dossier'>, { source, text, plan_kind, plan_ordinal }: Row): string {
  if (source === 'plan') {
    return plan_kind ? planTitle(plan_kind, plan_ordinal ?? 1) : 'Plan'
  }
  const words = source === 'member' || source === 'network' ? ofPerson(kind, source) : WORDS[source]
  return `${words} ${inShort(text ?? '')}`.trim()
}

function ofPerson(kind: SubjectKind, source: 'member' | 'network'): string {
  if (kind === 'memberContact') {
    return 'Contactgegevens en woonplek van'
  }
  return source === 'member' ? 'Persoonlijke gegevens van' : 'Naam en gegevens van'
}

function inShort(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const letters = [...plain]
  return letters.length > LABEL_LENGTH ? `${letters.slice(0, LABEL_LENGTH).join('')}…` : plain
}
