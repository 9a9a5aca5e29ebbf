import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'

/** Where one goes on: to all assessments, and for the case director to a new version of the safety plan. */
export function ClosedPart({ code, safetyPlan }: { code: string; safetyPlan: string | null }) {
  const base = `/gezinnen/${code}`
  return (
    <Card title="Hoe verder" id="verder">
      <ul className="space-y-2">
        {safetyPlan && (
          <li>
            <TextLink href={`${base}/plannen/${safetyPlan}`} className="inline-flex min-h-11 items-center">
              Nieuwe veiligheidsdoelen nodig? Maak een nieuwe versie van het veiligheidsplan
            </TextLink>
          </li>
        )}
        <li>
          <TextLink href={`${base}/veiligheid`} className="inline-flex min-h-11 items-center">
            Bekijk alle veiligheidscijfers
          </TextLink>
        </li>
      </ul>
    </Card>
  )
}
