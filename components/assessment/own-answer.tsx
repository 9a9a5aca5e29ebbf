import { OwnScore } from '@/components/contribution/own-score'
import { ActionForm } from '@/components/forms/action-form'
import { SaveBar } from '@/components/meeting/save-bar'
import { ScoreMeanings } from '@/components/safety/score-meanings'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/action-state'
import type { OwnAssessment } from '@/lib/domain/extra-assessment'
import { MeasuresField } from './measures-field'

type OwnAnswerProps = { code: string; id: string; own: OwnAssessment; finish: FormAction }

/** The form of who was asked: a score for each family member and what can be done at once, saved while one types. */
export function OwnAnswer({ code, id, own, finish }: OwnAnswerProps) {
  const api = `/api/gezinnen/${code}/inschattingen/${id}`
  const scorer = { kind: 'person' as const, id: own.personId }
  return (
    <Card title="Uw inschatting" id="antwoord">
      <div className="space-y-5">
        <p className="max-w-prose">
          Hoe veilig is het nu, van 0 tot 10? De andere professionals zien uw antwoord pas als de inschatting is
          afgesloten.
        </p>
        <div className="screen-only sticky top-0 z-10 bg-surface">
          <SaveBar />
        </div>
        <ScoreMeanings />
        {own.members.map((member) => (
          <OwnScore
            key={member.id}
            url={`${api}/cijfers`}
            rowKey={`asked ${id} ${member.id}`}
            member={member}
            scorer={scorer}
            given={own.given.find(({ memberId }) => memberId === member.id)}
          />
        ))}
        <MeasuresField url={`${api}/maatregelen`} rowKey={`measures ${id}`} measures={own.measures} />
        {own.isAnswered ? (
          <Notice tone="success" title="U bent klaar">
            De casusregisseur weet dat uw antwoord compleet is. U kunt het nog veranderen tot de inschatting is
            afgesloten.
          </Notice>
        ) : (
          <ActionForm
            action={finish}
            hidden={{ dossier: code, assessmentId: id }}
            label="Antwoord compleet"
            className="space-y-4"
          >
            <p className="max-w-prose">
              Alles ingevuld? Dan hoort de casusregisseur dat u klaar bent. Veranderen kan daarna ook nog.
            </p>
            <SubmitButton>Klaar</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  )
}
