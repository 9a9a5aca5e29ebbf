import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FileField } from '@/components/forms/file-field'
import { Avatar } from '@/components/ui/avatar'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/action-state'
import { ACCEPTED_PHOTOS } from '@/lib/domain/photo'

type PhotoFieldsProps = {
  name: string
  /** Where the photo is to be had that stands there now; null: none. */
  src: string | null
  place: FormAction
  remove: FormAction
  hidden?: Record<string, string>
  /** Who sees the photo. */
  children: ReactNode
}

/** A photo of somebody, with the forms that put another in its place or take it away. */
export function PhotoFields({ name, src, place, remove, hidden = {}, children }: PhotoFieldsProps) {
  return (
    <div className="max-w-prose space-y-8">
      <p>{children}</p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Avatar name={name} src={src} size="large" />
        {src && (
          <ActionForm action={remove} hidden={hidden} label="Foto weghalen" className="space-y-4">
            <SubmitButton variant="secondary">Haal de foto weg</SubmitButton>
          </ActionForm>
        )}
      </div>
      <ActionForm action={place} hidden={hidden} label="Foto bewaren">
        <FileField
          name="file"
          label={src ? 'Andere foto' : 'Foto'}
          accept={ACCEPTED_PHOTOS}
          hint="Een foto (.jpg of .png) van hooguit 10 MB. We maken er een klein vierkant van, en bewaren niet waar en wanneer de foto gemaakt is."
        />
        {src && <p className="text-ink-soft">De foto die er nu staat, is daarna voorgoed weg.</p>}
        <SubmitButton>Bewaar de foto</SubmitButton>
      </ActionForm>
    </div>
  )
}
