import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'

type SearchFormProps = { action: string; label: string; search: string; children?: ReactNode }

/** Looks for something in a list, by the address of the page: it can be kept, shared and gone back to. */
export function SearchForm({ action, label, search, children }: SearchFormProps) {
  return (
    <search className="mb-6">
      <form method="get" action={action} className="flex flex-wrap items-end gap-4">
        <div className="min-w-56 flex-1 sm:max-w-96">
          <TextInput name="zoek" label={label} defaultValue={search} autoComplete="off" />
        </div>
        {children}
        <Button variant="secondary">Zoek</Button>
      </form>
    </search>
  )
}
