import { Phone } from 'lucide'
import { DescriptionList } from '@/components/ui/description-list'
import { Icon } from '@/components/ui/icon'
import type { PhoneLine } from '@/lib/domain/signal-views'

const SAFE_AT_HOME = '0800-2000'

/** Whom to call first: what is typed here does not come by itself. */
export function EmergencyLines({ lines }: { lines: readonly PhoneLine[] }) {
  return (
    <section
      aria-label="Bij gevaar: bel eerst"
      className="max-w-prose rounded-lg border border-danger-line border-s-6 bg-danger-soft p-4"
    >
      <p className="flex flex-wrap items-center gap-x-6 gap-y-1 text-lg">
        <span>Is er nu gevaar?</span>
        <Call number="112" label="Bel 112" />
        <Call number={SAFE_AT_HOME} label={`Veilig Thuis ${SAFE_AT_HOME}`} />
      </p>
      <DescriptionList
        items={lines.map(({ name, role, phone }) => ({
          term: role.charAt(0).toUpperCase() + role.slice(1),
          description: (
            <span className="flex flex-wrap items-center gap-x-4">
              {name}
              {phone ? (
                <Call number={phone} label={phone} />
              ) : (
                <span className="text-ink-soft">geen nummer bekend</span>
              )}
            </span>
          ),
        }))}
      />
    </section>
  )
}

function Call({ number, label }: { number: string; label: string }) {
  return (
    <a href={`tel:${number.replace(/[^+\d]/g, '')}`} className="inline-flex min-h-11 items-center gap-2 font-semibold">
      <Icon of={Phone} className="size-5 shrink-0" />
      {label}
    </a>
  )
}
