'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { fieldAria } from '@/components/ui/field'
import { FieldError } from '@/components/ui/field-error'
import type { Someone } from '@/lib/domain/meeting-forms'
import type { PersonChoice } from '@/lib/domain/meeting-view'
import { searchNames } from '@/lib/domain/search-names'
import { focusLastPicked, PickedDoers } from './picked-doers'

type DoerPickerProps = {
  /** The id of the field, for a form whose errors lead there. */
  id?: string
  error?: string | undefined
  label: string
  people: readonly PersonChoice[]
  /** Who types, where they can do it themselves. */
  own: Someone | null
  chosen: readonly Someone[]
  byEveryone: boolean
  mayWrite: boolean
  onChange: (chosen: Someone[], byEveryone: boolean) => void
}

interface Option {
  key: string
  name: string
  detail: string | null
  /** Null: everyone. */
  who: Someone | null
}

const EVERYONE: Option = { key: 'everyone', name: 'Iedereen', detail: 'alle mensen aan tafel', who: null }
const MOST_SHOWN = 8

/**
 * Who does it: type a few letters and Enter; Enter in the empty field names who types, where nobody is named yet; Backspace
 * there takes the last one out, and the left arrow leads to who else was named.
 */
export function DoerPicker({ id, error, label, people, own, chosen, byEveryone, mayWrite, onChange }: DoerPickerProps) {
  const box = useRef<HTMLDivElement>(null)
  const picked = pickedOptions(people, chosen, byEveryone)
  const add = ({ who }: Option) => onChange(who ? [...chosen, who] : [...chosen], byEveryone || who === null)
  const ownFirst = picked.length === 0 ? own : null
  const remove = ({ who }: Option) =>
    onChange(
      chosen.filter(({ id }) => id !== who?.id),
      byEveryone && who !== null,
    )
  return (
    <div ref={box} className={classNames('space-y-1', error && 'field-invalid')}>
      <PickedDoers
        picked={picked}
        mayWrite={mayWrite}
        onRemove={remove}
        onLeave={() => box.current?.querySelector('input')?.focus()}
      />
      {mayWrite && (
        <DoerInput
          {...(id && { id })}
          error={error}
          label={label}
          onOwn={ownFirst && (() => onChange([ownFirst], false))}
          optionsFor={(typed) => matching(people, picked, typed)}
          onChoose={add}
          hasPicked={picked.length > 0}
          onRemoveLast={() => {
            const last = picked.at(-1)
            if (last) remove(last)
          }}
          onPicked={() => focusLastPicked(box.current)}
        />
      )}
    </div>
  )
}

type DoerInputProps = {
  id?: string
  error: string | undefined
  label: string
  /** Null where it is not offered. */
  onOwn: (() => void) | null
  optionsFor: (typed: string) => Option[]
  onChoose: (option: Option) => void
  hasPicked: boolean
  onRemoveLast: () => void
  /** Goes to who was named already. */
  onPicked: () => void
}

function DoerInput({ id, error, label, onOwn, optionsFor, onChoose, ...picked }: DoerInputProps) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const listId = useId()
  const fieldId = id ?? `${listId}-field`
  const options = isOpen ? optionsFor(typed) : []
  const current = options[active]

  function choose(option: Option | undefined) {
    if (option) {
      onChoose(option)
      setTyped('')
      setActive(0)
      setOpen(false)
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && typed === '' && !isOpen) onOwn?.()
    else if (event.key === 'Enter') choose(current)
    else if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'Backspace' && typed === '') picked.onRemoveLast()
    else if (event.key === 'ArrowLeft' && typed === '') picked.onPicked()
    else return
    event.preventDefault()
  }

  function step(by: number) {
    setOpen(true)
    setActive((at) => Math.max(0, Math.min(at + by, options.length - 1)))
  }

  function type(text: string) {
    setTyped(text)
    setActive(0)
    setOpen(true)
  }

  return (
    <div className="relative">
      {error && <FieldError id={`${fieldId}-error`}>{error}</FieldError>}
      <input
        {...fieldAria(fieldId, { error })}
        className="control"
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current && `${listId}-${current.key}`}
        autoComplete="off"
        placeholder={placeholderFor(onOwn !== null, picked.hasPicked)}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <Options id={listId} options={options} active={active} onChoose={choose} />
    </div>
  )
}

function placeholderFor(offersOwn: boolean, hasPicked: boolean): string {
  if (hasPicked) return 'Nog iemand? Pijl naar links: haal weg'
  return offersOwn ? 'Wie? Typ een naam, of Enter: uzelf' : 'Wie? Typ een naam'
}

type OptionsProps = { id: string; options: readonly Option[]; active: number; onChoose: (option: Option) => void }

function Options({ id, options, active, onChoose }: OptionsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Wie kan het doen"
      className="absolute z-10 w-full rounded-md border border-line-strong bg-surface shadow-raised"
      hidden={options.length === 0}
    >
      {options.map((option, index) => (
        <div
          key={option.key}
          id={`${id}-${option.key}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="cursor-pointer px-3 py-2 aria-selected:bg-brand-soft aria-selected:font-semibold"
          // The field keeps the focus: it closes the list when it loses it.
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(option)
          }}
        >
          {option.name} {option.detail && <span className="text-sm text-ink-soft">{option.detail}</span>}
        </div>
      ))}
    </div>
  )
}

function pickedOptions(people: readonly PersonChoice[], chosen: readonly Someone[], byEveryone: boolean): Option[] {
  const named = chosen.map((who) => {
    const person = people.find((each) => each.who.id === who.id)
    return { key: who.id, name: person?.name ?? 'Iemand die niet meer meedoet', detail: null, who }
  })
  return byEveryone ? [EVERYONE, ...named] : named
}

function matching(people: readonly PersonChoice[], picked: readonly Option[], typed: string): Option[] {
  const options = [...people.map(({ who, name, detail }) => ({ key: who.id, name, detail, who })), EVERYONE]
  const left = options.filter(({ key }) => !picked.some((each) => each.key === key))
  return searchNames(left, typed).slice(0, MOST_SHOWN)
}
