import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { ColleagueLine } from '@/lib/domain/people-views'

type ColleaguesCardProps = { colleagues: readonly ColleagueLine[]; code: string }

/** The professionals who work with this member, and how to reach them. */
export function ColleaguesCard({ colleagues, code }: ColleaguesCardProps) {
  if (colleagues.length === 0) {
    return null
  }
  return (
    <Card title="Wie werken met dit gezinslid?" id="professionals">
      <ul className="space-y-4">
        {colleagues.map(({ personId, name, profession, organisation, phone, email }) => (
          <li key={personId}>
            <TextLink href={`/gezinnen/${code}/team/${personId}`} className="font-semibold">
              {name}
            </TextLink>
            <p className="text-ink-soft break-words">{[profession, organisation].filter(Boolean).join(', ')}</p>
            <p className="flex flex-wrap gap-x-4 break-words">
              {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
              {email && <a href={`mailto:${email}`}>{email}</a>}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
