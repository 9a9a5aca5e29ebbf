import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/text-link'
import type { MemberInList } from '@/lib/domain/people-views'
import { inWords, isChild, MEMBER_KINDS } from '@/lib/domain/people-words'
import { memberPhotoPath } from '@/lib/domain/photo'
import { formatDate } from '@/lib/domain/plain-date'

type MembersScreenProps = { members: readonly MemberInList[]; code: string }

/** Everyone in the family as a card: children and adults apart, each leading to their own page. */
export function MembersScreen({ members, code }: MembersScreenProps) {
  const base = `/gezinnen/${code}/gezinsleden`
  const groups = [
    { id: 'kinderen', title: 'Kinderen', list: members.filter(({ kind }) => isChild(kind)) },
    { id: 'volwassenen', title: 'Volwassenen', list: members.filter(({ kind }) => !isChild(kind)) },
  ]
  return (
    <div className="space-y-10">
      {groups
        .filter(({ list }) => list.length > 0)
        .map(({ id, title, list }) => (
          <section key={id} aria-labelledby={id} className="space-y-4">
            <h2 id={id}>{title}</h2>
            <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {list.map((member) => (
                <li key={member.id} className="card flex gap-4 rounded-lg border border-line bg-surface p-4">
                  <Avatar name={member.name} src={memberPhotoPath(code, member.id, member.photoId)} />
                  <MemberLines member={member} base={base} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

function MemberLines({ member, base }: { member: MemberInList; base: string }) {
  const { id, name, kind, birthDate, dueDate, adults, movedOutOn, deceasedOn } = member
  return (
    <div className="min-w-0 space-y-1">
      <p className="text-lg font-semibold break-words">
        <TextLink href={`${base}/${id}`}>{name}</TextLink>
      </p>
      <p className="flex flex-wrap gap-2">
        <Badge>{MEMBER_KINDS[kind]}</Badge>
        {deceasedOn && <Badge>overleden</Badge>}
        {movedOutOn && <Badge>woont niet meer in dit gezin</Badge>}
      </p>
      {birthDate && <p className="text-ink-soft">Geboren op {formatDate(birthDate)}</p>}
      {!birthDate && dueDate && <p className="text-ink-soft">Uitgerekend op {formatDate(dueDate)}</p>}
      {adults.length > 0 && <p className="text-ink-soft">Ouders en verzorgers: {inWords(adults)}</p>}
    </div>
  )
}
