import { TextLink } from '@/components/ui/text-link'

export type RecoveryCodesProps = { codes: readonly string[]; next: { href: string; label: string } }

/** Codes for who has lost the phone, shown once; and the way on, after they were kept. */
export function RecoveryCodes({ codes, next }: RecoveryCodesProps) {
  return (
    <>
      <h2>Herstelcodes</h2>
      <p>
        Bent u uw telefoon kwijt? Dan logt u in met een van deze codes. Elke code werkt één keer. Print ze of schrijf ze
        op.
      </p>
      <ul className="grid max-w-prose gap-2 font-mono text-lg sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>
        <TextLink href={next.href}>{next.label}</TextLink>
      </p>
    </>
  )
}
