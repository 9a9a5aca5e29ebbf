import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import type { AssessmentOnPage, MemberInAssessment, ScoreWithReason } from '@/lib/domain/safety-course'
import { formatScore } from '@/lib/domain/score'
import { ScoreBadge } from './score-badge'

/** One assessment: what came out, and per family member every score with why and what would make it one higher. */
export function AssessmentView({ assessment }: { assessment: AssessmentOnPage }) {
  const { mean, lowest, minimumMet, minimumReason, question, conclusion, measures, members } = assessment
  return (
    <div className="space-y-6">
      <div className="max-w-prose space-y-2">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ScoreBadge score={mean} />
          {lowest && (
            <span>
              Laagste: {lowest.name} {formatScore(lowest.score)}
            </span>
          )}
          {minimumMet !== null && (
            <Badge tone={minimumMet ? 'success' : 'danger'}>
              {minimumMet ? 'bodemeisen gehaald' : 'bodemeisen nog niet gehaald'}
            </Badge>
          )}
        </p>
        <Typed text={minimumReason} />
        <Typed text={question} before="Gevraagd: " />
        <Typed text={conclusion} before={question === null ? undefined : 'Conclusie: '} />
      </div>
      {measures.length > 0 && <Measures measures={measures} />}
      {members.map((member) => (
        <MemberScores key={member.memberId} member={member} />
      ))}
    </div>
  )
}

/** What can be done at once, in the words of each who was asked. */
function Measures({ measures }: Pick<AssessmentOnPage, 'measures'>) {
  return (
    <section aria-label="Wat er direct kan gebeuren" className="max-w-prose space-y-2 border-t border-line pt-4">
      <h3>Wat er direct kan gebeuren</h3>
      <ul className="space-y-3">
        {measures.map(({ who, text }) => (
          <li key={who}>
            <Typed text={text} before={`${who}: `} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function MemberScores({ member }: { member: MemberInAssessment }) {
  const { name, mean, professionals, beside, otherSituations, away } = member
  return (
    <section aria-label={`Cijfers voor ${name}`} className="space-y-3 border-t border-line pt-4">
      <h3 className="flex flex-wrap items-center gap-3">
        {name} {mean !== null && <ScoreBadge score={mean} wordless />}
      </h3>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <Scores title="Professionals" scores={professionals} />
        <Scores title="Gezin en netwerk" scores={beside} />
      </div>
      {otherSituations.length > 0 && (
        <Disclosure summary="Cijfers voor een andere situatie (tellen niet mee)">
          <Scores title="Andere situatie" scores={otherSituations} />
        </Disclosure>
      )}
      {away.length > 0 && (
        <Disclosure summary="Cijfers van wie er niet bij was (tellen niet mee)">
          <Scores title="Niet bij het overleg" scores={away} />
        </Disclosure>
      )}
    </section>
  )
}

function Scores({ title, scores }: { title: string; scores: readonly ScoreWithReason[] }) {
  if (scores.length === 0) {
    return null
  }
  return (
    <div className="min-w-0 space-y-2">
      <h4 className="text-ink-soft">{title}</h4>
      <ul className="space-y-4">
        {scores.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is finished, and one person may score two situations
          <li key={index} className="max-w-prose space-y-1">
            <Score {...each} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Score({ scorer, detail, score, reason, onePointHigher, situation, underSixAnswer }: ScoreWithReason) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {score === null ? <Badge>kan dit niet beoordelen</Badge> : <ScoreBadge score={score} wordless />}
        <span className="font-semibold">{scorer}</span>
        {detail && <span className="text-sm text-ink-soft">{detail}</span>}
      </p>
      {situation && <p className="text-sm">In deze situatie: {situation}</p>}
      <Typed text={reason} />
      <Typed text={onePointHigher} before="Eén punt meer als: " />
      <Typed text={underSixAnswer} before="Antwoord op dit cijfer: " />
    </>
  )
}

function Typed({ text, before }: { text: string | null; before?: string }) {
  if (!text) {
    return null
  }
  return (
    <p className="break-words whitespace-pre-line">
      {before && <span className="font-semibold">{before}</span>}
      {text}
    </p>
  )
}
