import type { KeyboardEvent } from 'react'

const FIELDS =
  'textarea:not([readonly]), select, input[type=text]:not([readonly]), input:not([type]), input[type=radio]'
const YES_OR_NO = ['j', 'n']

/**
 * Choosing without the mouse, in a group of radios: 1 to 9 choose by place, of two also j and n, and the cursor goes on to
 * the next field. It listens only while one of these radios has the focus (WCAG 2.1.4), and never while somebody types.
 */
export function chooseByKey(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget: group, key, ctrlKey, altKey, metaKey } = event
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio' || ctrlKey || altKey || metaKey) return
  const radios = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]:enabled')]
  const radio = radios[placeOf(key, radios.length)]
  if (radio) {
    event.preventDefault()
    radio.click()
    // The choice may bring a field for more words on the screen, which is then the next.
    requestAnimationFrame(() => nextField(radio)?.focus())
  }
}

function placeOf(key: string, count: number): number {
  return count === 2 && YES_OR_NO.includes(key.toLowerCase()) ? YES_OR_NO.indexOf(key.toLowerCase()) : Number(key) - 1
}

/** The first field after this group, within the same form or part of the page. */
function nextField(radio: HTMLInputElement): HTMLElement | undefined {
  const around = radio.closest('form, section') ?? radio.ownerDocument.body
  return [...around.querySelectorAll<HTMLInputElement>(FIELDS)].find(
    (field) =>
      (radio.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      field.name !== radio.name &&
      !field.matches(':disabled') &&
      field.checkVisibility(),
  )
}
