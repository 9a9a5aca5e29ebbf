import { TextLink } from '@/components/ui/text-link'
import type { SafetyOnDashboard } from '@/lib/domain/dashboard-safety'

export type SafetyInShortProps = { dossier: string; safety: SafetyOnDashboard }

/** How it went for each family member and whether it is stably safe, in words; every figure stands on the safety page. */
export function SafetyInShort({ dossier, safety: { courses, stability } }: SafetyInShortProps) {
  if (courses.length === 0) {
    return null
  }
  return (
    <>
      <ul aria-label="Per gezinslid" className="mt-5 list-disc space-y-1 ps-5">
        {courses.map(({ memberId, text }) => (
          <li key={memberId}>{text}</li>
        ))}
      </ul>
      <p className="mt-3 max-w-prose">
        {stability} <TextLink href={`/gezinnen/${dossier}/veiligheid`}>Alle cijfers</TextLink>
      </p>
    </>
  )
}
