import type { KeyboardEventHandler, ReactNode } from 'react'
import { classNames } from './class-names'
import { type FieldTexts, fieldAria } from './field'
import { FieldError } from './field-error'

export type FieldsetProps = {
  id: string
  legend: ReactNode
  hint?: FieldTexts['hint']
  error?: FieldTexts['error']
  children: ReactNode
  hideLegend?: boolean
  /** Large: the legend is the question of the page or section. */
  size?: 'normal' | 'large'
  onKeyDown?: KeyboardEventHandler<HTMLElement>
}

/** Fields that answer one question together; legend, hint and error are read with the group. */
export function Fieldset(props: FieldsetProps) {
  const { id, legend, hint, error, children, hideLegend, size = 'normal', onKeyDown } = props
  const legendSize = size === 'large' ? 'text-xl pb-2' : 'pb-1'
  return (
    <fieldset
      {...fieldAria(id, { hint, error })}
      className={classNames(error && 'field-invalid')}
      onKeyDown={onKeyDown}
    >
      <legend className={hideLegend ? 'sr-only' : classNames('font-semibold', legendSize)}>{legend}</legend>
      {hint && (
        <div id={`${id}-hint`} className="max-w-prose pb-2 text-ink-soft">
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </fieldset>
  )
}
