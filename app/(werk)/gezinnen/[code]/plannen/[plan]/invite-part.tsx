import type { InvitationReach } from '@/lib/domain/meeting-invitation'

/** Whom inviting writes to, and who has to hear it in another way; said before it happens, of who was saved. */
export function InvitePart({ reach: { byMail, otherwise } }: { reach: InvitationReach }) {
  return (
    <div className="max-w-prose space-y-3">
      {byMail.length === 0 && <p>Wie aan tafel zit en per mail te bereiken is, krijgt meteen een uitnodiging.</p>}
      {byMail.length > 0 && (
        <p>Deze mensen krijgen meteen een uitnodiging per mail, met een bestand voor hun agenda: {listed(byMail)}.</p>
      )}
      {otherwise.length > 0 && (
        <p>Vertel het zelf aan {listed(otherwise)}: geen account, of mail is geen veilige weg.</p>
      )}
    </div>
  )
}

const listed = (names: readonly string[]) => new Intl.ListFormat('nl').format(names)
