import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import type { PlanChoice } from '@/lib/data/plan-comparison'

type PlanPickerProps = { action: string; choices: readonly PlanChoice[]; asked: readonly string[] }

/** Which two plans: by the address of the page, so that it can be kept and gone back to. */
export function PlanPicker({ action, choices, asked }: PlanPickerProps) {
  if (choices.length < 2) {
    return (
      <EmptyState title="Er zijn nog geen twee plannen">
        Vergelijken kan zodra er twee plannen zijn die u mag lezen.
      </EmptyState>
    )
  }
  const options = choices.map(({ slug, title }) => ({ value: slug, label: title }))
  const [first = choices.at(-2)?.slug, second = choices.at(-1)?.slug] = asked
  return (
    <div className="mb-8 space-y-4 print:hidden">
      <form method="get" action={action} className="flex flex-wrap items-end gap-4">
        <Select name="eerste" label="Het ene plan" options={options} defaultValue={first} />
        <Select name="tweede" label="Het andere plan" options={options} defaultValue={second} />
        <Button variant="secondary">Zet naast elkaar</Button>
      </form>
      {asked.length < 2 && <p className="text-ink-soft">Kies twee plannen en klik op “Zet naast elkaar”.</p>}
      {asked.length === 2 && first === second && <Notice title="Kies twee verschillende plannen." />}
    </div>
  )
}
