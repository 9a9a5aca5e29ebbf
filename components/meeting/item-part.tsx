import { AppliesField } from '@/components/answers/applies-field'
import { ReadAnswer } from '@/components/answers/read-answer'
import { SheetFields } from '@/components/answers/sheet-fields'
import { LookingBack } from '@/components/carried/carried-part'
import { CrucialRisks } from '@/components/risks/crucial-risks'
import { TextLink } from '@/components/ui/text-link'
import type { AgendaItem, Subject } from '@/lib/domain/agendas/agenda'
import { isAboutEarlierGoals } from '@/lib/domain/answer'
import type { SheetItem } from '@/lib/domain/answer-sheet'
import type { MeetingShown, SeatView } from '@/lib/domain/meeting-view'
import { forDecidedTopThree, forOwnTopThree } from '@/lib/domain/risk-choices'
import { AssessedList } from './assessed-list'
import { ConcernList } from './concern-list'
import { DecidedTopThree } from './decided-top-three'
import { MinimumRecord } from './minimum-record'
import { apiOf } from './place'
import { SafetyRound } from './safety-round'
import { ScoreRound } from './score-round'
import { professionalScorers } from './scorers'
import { SeatList } from './seat-list'
import { AgreementPart, ChoicesPart, GoalPart } from './work-parts'

type ItemPartProps = { page: MeetingShown; entry: SheetItem }

/** What belongs under one question of the meeting: a form of its own, or the texts of who answers. */
export function ItemPart({ page, entry }: ItemPartProps) {
  const { item } = entry
  const place = { code: page.frame.code, slug: page.plan.slug }
  if (isAboutEarlierGoals(item)) {
    return <LookingBack page={page} item={item} />
  }
  switch (item.kind) {
    case 'introductions':
      return <SeatList seats={page.seats} />
    case 'safetyRound':
      return <RoundPart page={page} item={item} />
    case 'minimumRequirements':
      return (
        <MinimumRecord
          {...place}
          round={page.round}
          scorers={professionalScorers(page)}
          mayDecide={page.may.direct && !page.round.isClosed}
        />
      )
    case 'concerns':
      if (item.about) return <PersonConcerns page={page} entry={entry} about={item.about} />
      return page.risks.length > 0 ? (
        <CrucialRisks page={page} />
      ) : (
        <ConcernList
          {...place}
          concerns={page.concerns.filter(({ isReported }) => !isReported)}
          members={page.members}
          isReported={false}
          mayWrite={page.may.write}
        />
      )
    case 'topThreeChoices':
      return <ChoicesPart page={page} item={item} concerns={ofPerson(forOwnTopThree(page), item)} />
    case 'topThree':
      return (
        <DecidedTopThree
          {...place}
          about={item.about ?? null}
          decisions={ofPerson(page.decisions, item)}
          concerns={ofPerson(forDecidedTopThree(page), item)}
          numbered={ofPerson(forOwnTopThree(page), item).map(({ id }) => id)}
          isOfRisks={page.risks.length > 0}
          choices={ofPerson(page.choices, item).filter(({ isDraft }) => !isDraft)}
          mayDecide={page.may.direct}
        />
      )
    case 'goals':
      return <GoalPart page={page} item={item} />
    case 'agreements':
      return <AgreementPart page={page} item={item} />
    default:
      return <Texts page={page} entry={entry} />
  }
}

/** GIPS 3: the worries about one person, or that there are no great ones. */
function PersonConcerns({ page, entry, about }: ItemPartProps & { about: Subject }) {
  const place = { code: page.frame.code, slug: page.plan.slug }
  const concerns = page.concerns.filter(({ isReported, aboutMemberId }) => !isReported && aboutMemberId === about.id)
  return (
    <>
      {concerns.length === 0 && <Texts page={page} entry={entry} />}
      <ConcernList
        {...place}
        concerns={concerns}
        members={[]}
        isReported={false}
        aboutMemberId={about.id}
        mayWrite={page.may.write}
      />
    </>
  )
}

/** Of a plan per person only what is that person's. */
function ofPerson<R extends { aboutMemberId: string | null }>(rows: readonly R[], { about }: AgendaItem): R[] {
  return rows.filter(({ aboutMemberId }) => !about || aboutMemberId === about.id)
}

function RoundPart({ page, item }: { page: MeetingShown; item: AgendaItem }) {
  const place = { code: page.frame.code, slug: page.plan.slug }
  const { members, scores, isClosed, isUnseen } = page.round
  const { waitingFor, mayLead, state } = page.standing
  const isScoredAtTable = scores.some(({ scorer }) => scorer.kind === 'person')
  const isWaitedFor = ({ id }: SeatView) => waitingFor.includes(id)
  const gaveUnseen = isUnseen && mayLead ? page.seats.filter((seat) => !isWaitedFor(seat)).map(({ who }) => who.id) : []
  return (
    <>
      {page.may.direct && !isClosed && <AssessedList {...place} members={members} isFirst={!isScoredAtTable} />}
      {isClosed && <p>De veiligheidsronde is afgesloten. De cijfers staan vast.</p>}
      {!isClosed && (mayLead || state !== 'none') && (
        <ScoreRound
          {...place}
          standing={page.standing}
          waitingFor={page.seats.filter(isWaitedFor).map(({ name }) => name)}
        />
      )}
      <SafetyRound
        {...place}
        caption={item.question}
        scorers={professionalScorers(page)}
        members={members.filter(({ isAssessed }) => isAssessed)}
        scores={scores}
        isUnseen={isUnseen}
        gaveUnseen={gaveUnseen}
        mayWrite={page.may.write && !isClosed}
      />
    </>
  )
}

function Texts({ page, entry: { item, fields } }: ItemPartProps) {
  const address = apiOf({ code: page.frame.code, slug: page.plan.slug }, 'antwoorden')
  if (item.kind === 'applies' || item.kind === 'concerns') {
    const look = item.kind === 'applies' ? 'applies' : 'worries'
    return fields.map((field) =>
      page.may.write ? (
        <AppliesField
          key={field.id}
          id={`answer-${field.itemKey}`}
          url={`${address}/${field.id}`}
          itemKey={field.itemKey}
          respondent={field.respondent}
          legend={item.question}
          text={field.text}
          applies={field.applies}
          look={look}
          version={field.version}
          savedAt={field.savedAt}
        />
      ) : (
        <ReadAnswer
          key={field.id}
          label={item.question}
          hideLabel
          text={field.text}
          applies={field.applies}
          look={look}
        />
      ),
    )
  }
  return (
    <>
      {item.instrument === 'futurePlanEvaluations' && (
        <p>
          <TextLink href={`/gezinnen/${page.frame.code}/plannen/${page.plan.slug}#people.caseManager`}>
            De casusregisseur legt dit vast op de pagina van het plan.
          </TextLink>
        </p>
      )}
      {item.kind === 'nextMeeting' && !page.plan.isMadeAtTable && (
        <p className="text-ink-soft">Voorstel: {page.nextMeeting}.</p>
      )}
      <SheetFields
        fields={fields}
        address={address}
        mayWrite={page.may.write}
        question={item.question}
        labelled="byName"
      />
    </>
  )
}
