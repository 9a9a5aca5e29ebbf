import { CarriedPart } from '@/components/carried/carried-part'
import { FollowUpGoals } from '@/components/carried/follow-up-goals'
import type { AgendaItem, Subject } from '@/lib/domain/agendas/agenda'
import { usualDueOn } from '@/lib/domain/agreement'
import type { FollowedGoal } from '@/lib/domain/carried-views'
import { goalKindPlural } from '@/lib/domain/goal'
import { agreementStandsAt, goalStandsAt, isSafetyItem } from '@/lib/domain/goal-place'
import type { AgreementView, ConcernView, GoalView, MeetingShown } from '@/lib/domain/meeting-view'
import { choiceNamed } from '@/lib/domain/risk-choices'
import { AgreementList } from './agreement-list'
import { GoalList } from './goal-list'
import { OwnTopThree } from './own-top-three'
import type { GoalOfOther } from './same-for-others'

type PartProps = { page: MeetingShown; item: AgendaItem }

/** Everyone's own TOP-3. Who does not write in the meeting gives the own one, as a draft until it is shared. */
export function ChoicesPart({ page, item, concerns }: PartProps & { concerns: readonly ConcernView[] }) {
  const about = item.about ?? null
  const { seats, choices, prepared, may, personId, plan } = page
  const people = seats.filter(
    ({ who, role, attendance }) => who.kind === 'person' && hasOwn(role) && attendance !== 'absent',
  )
  return (
    <div className="space-y-4">
      <ol className="max-w-prose list-decimal ps-6">
        {concerns.map(({ id, text }) => (
          <li key={id} className="break-words">
            {text}
          </li>
        ))}
      </ol>
      {people.map(({ who, name, detail }) => {
        const isOwnDraft = who.id === personId && !may.write && plan.state !== 'definitive'
        return (
          <OwnTopThree
            key={who.id}
            code={page.frame.code}
            slug={plan.slug}
            personId={who.id}
            about={about}
            name={name}
            detail={detail}
            choices={choices.filter(
              (choice) => choice.personId === who.id && choice.aboutMemberId === (about?.id ?? null),
            )}
            concerns={concerns}
            mayWrite={may.write || isOwnDraft}
            isOwnDraft={isOwnDraft}
            prepared={
              prepared.find((each) => each.personId === who.id && each.aboutMemberId === (about?.id ?? null)) ?? null
            }
          />
        )
      })}
    </div>
  )
}

/** Goals under the concerns of the TOP-3, or the extra safety goals, which answer no concern. */
export function GoalPart({ page, item }: PartProps) {
  const kind = item.goalKind ?? 'safety'
  const shared = { code: page.frame.code, slug: page.plan.slug, kind, members: page.members, mayWrite: page.may.write }
  const goals = page.goals.filter((goal) => goal.kind === kind && goalStandsAt(goal, item))
  if (kind === 'followUp') {
    return <FollowUpGoals {...shared} goals={goals} evaluated={toFollow(page)} />
  }
  if (isSafetyItem(item.key)) {
    return <GoalList {...shared} goals={goals} concernId={null} aboutMemberId={null} />
  }
  if (item.about) {
    return <PersonGoals page={page} about={item.about} goals={goals} shared={shared} />
  }
  if (kind === 'execution') {
    return <GoalList {...shared} goals={goals} concernId={null} aboutMemberId={null} />
  }
  if (page.decisions.length === 0) {
    return <p className="text-ink-soft">Kies eerst de TOP-3. Bij elke zorg daaruit komt een doel.</p>
  }
  return (
    <div className="space-y-6">
      {page.decisions.map(({ rank, concernId }) => {
        const concern = choiceNamed(page, concernId)
        return (
          <section key={concernId} aria-label={`Doelen bij zorg ${rank}`} className="space-y-2">
            <h4 className="max-w-prose break-words font-semibold">
              {rank}. {concern?.text}
            </h4>
            <GoalList
              {...shared}
              goals={goals.filter((goal) => goal.concernId === concernId)}
              concernId={concernId}
              aboutMemberId={concern?.aboutMemberId ?? null}
              isExpected
            />
          </section>
        )
      })}
    </div>
  )
}

/** Of the goals that came with the page what a work goal needs: what was given travels with the table alone. */
function toFollow({ carried: { evaluation } }: MeetingShown): FollowedGoal[] {
  const here = evaluation ? [...evaluation.goals, ...evaluation.lacking] : []
  return here.map(({ id, text, aboutMemberId, verdict: { isGoodEnough } }) => ({
    id,
    text,
    aboutMemberId,
    verdict: { isGoodEnough },
  }))
}

type PersonGoalsProps = {
  page: MeetingShown
  about: Subject
  goals: readonly GoalView[]
  shared: Omit<Parameters<typeof GoalList>[0], 'goals' | 'concernId' | 'aboutMemberId'>
}

/** GIPS 3: the recovery goals of one person, under the TOP-3 and besides it: also what goes well has a goal. */
function PersonGoals({ page, about, goals, shared }: PersonGoalsProps) {
  const list = { ...shared, members: [], aboutMemberId: about.id }
  const decisions = page.decisions.filter(({ aboutMemberId }) => aboutMemberId === about.id)
  const isElsewhere = ({ concernId }: GoalView) => decisions.some((decision) => decision.concernId === concernId)
  return (
    <div className="space-y-6">
      {decisions.map(({ rank, concernId }) => (
        <section key={concernId} aria-label={`Doelen voor ${about.name} bij zorg ${rank}`} className="space-y-2">
          <h4 className="max-w-prose break-words font-semibold">
            {rank}. {choiceNamed(page, concernId)?.text}
          </h4>
          <GoalList
            {...list}
            goals={goals.filter((goal) => goal.concernId === concernId)}
            concernId={concernId}
            isExpected
          />
        </section>
      ))}
      <section aria-label={`Andere doelen voor ${about.name}`} className="space-y-2">
        <h4 className="font-semibold">Wat moet zo blijven, of nog beter worden?</h4>
        <GoalList
          {...list}
          goals={goals.filter((goal) => !isElsewhere(goal))}
          concernId={null}
          isExpected={decisions.length === 0}
        />
      </section>
    </div>
  )
}

/** Goals for careful execution, at the end of that part; their agreements stand with all others. */
export function ExecutionGoals({ page }: { page: MeetingShown }) {
  return (
    <section aria-labelledby="execution-goals" className="space-y-2">
      <h3 id="execution-goals" className="text-lg">
        Is er iets dat een eigen doel vraagt?
      </h3>
      <p className="max-w-prose text-ink-soft">
        Schrijf het hier op als {goalKindPlural('execution')}. De afspraken daarbij maakt u bij de andere afspraken.
      </p>
      <GoalList
        code={page.frame.code}
        slug={page.plan.slug}
        kind="execution"
        goals={page.goals.filter(({ kind }) => kind === 'execution')}
        concernId={null}
        aboutMemberId={null}
        members={page.members}
        mayWrite={page.may.write}
      />
    </section>
  )
}

/** Agreements for the extra safety goals, or for all other goals of this plan. */
export function AgreementPart({ page, item }: PartProps) {
  const isSafety = isSafetyItem(item.key)
  const place = { code: page.frame.code, slug: page.plan.slug }
  const isMain = !isSafety && !item.about
  const earlier = page.carried.goals
  const served = ({ goalIds }: AgreementView) => page.goals.filter(({ id }) => goalIds.includes(id))
  const goals = page.goals.filter((goal) => goalStandsAt(goal, item))
  return (
    <>
      {isMain && <CarriedPart page={page} isForSafety={false} />}
      <AgreementList
        {...place}
        goals={[...goals, ...(isMain ? earlier : [])]}
        allGoals={item.about ? goals : [...page.goals, ...earlier]}
        agreements={page.agreements.filter((agreement) => agreementStandsAt(served(agreement), item))}
        people={page.doers}
        personId={page.personId}
        about={item.about ?? null}
        today={page.today}
        usualDueOn={usualDueOn(item.goalKind ?? null, page.today)}
        elsewhere={item.about ? goalsOfOthers(page, item.about.id) : []}
        mayWrite={page.may.write}
      />
    </>
  )
}

/** GIPS 3: the recovery goals of everyone else, in the order of the persons. */
function goalsOfOthers({ subjects, goals }: MeetingShown, aboutId: string): GoalOfOther[] {
  return subjects
    .filter(({ id }) => id !== aboutId)
    .flatMap(({ id, name, isChild }) =>
      goals
        .filter(({ kind, aboutMemberId }) => kind === 'recovery' && aboutMemberId === id)
        .map((goal) => ({ id: goal.id, text: goal.text, name, about: { id, name, isChild } })),
    )
}

function hasOwn(role: string): boolean {
  return role === 'professional' || role === 'caseDirector'
}
