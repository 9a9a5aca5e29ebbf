import type { KeyboardEvent } from 'react'

/**
 * Moving through the safety round by keyboard. Fields carry data-cell="row,column,part" (part 0 is the figure). Enter
 * goes to the next field, Shift and Enter makes a new line; up and down from a figure go to the same figure of the next
 * person, left and right at the edge of a figure to the next family member.
 */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target as HTMLInputElement | HTMLTextAreaElement
  const at = field.dataset.cell?.split(',').map(Number)
  if (!at || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
  const [row = 0, column = 0, part = 0] = at
  const target = targetOf(event, field, { row, column, part })
  if (target) {
    event.preventDefault()
    target.focus()
    if (target instanceof HTMLInputElement && target.type === 'text') target.select()
  }
}

type Cell = { row: number; column: number; part: number }

function targetOf(event: KeyboardEvent<HTMLElement>, field: HTMLInputElement | HTMLTextAreaElement, at: Cell) {
  const grid = event.currentTarget
  const { row, column, part } = at
  const figure = (r: number, c: number) => grid.querySelector<HTMLElement>(`[data-cell="${r},${c},0"]`)
  if (event.key === 'Enter') return event.shiftKey ? null : following(grid, field)
  if (part !== 0) return null
  if (event.key === 'ArrowDown') return figure(row + 1, column)
  if (event.key === 'ArrowUp') return figure(row - 1, column)
  if (event.key === 'ArrowRight' && field.selectionEnd === field.value.length) return figure(row, column + 1)
  if (event.key === 'ArrowLeft' && field.selectionStart === 0) return figure(row, column - 1)
  return null
}

function following(grid: HTMLElement, field: HTMLElement): HTMLElement | null {
  const fields = [...grid.querySelectorAll<HTMLElement>('[data-cell]')]
  return fields[fields.indexOf(field) + 1] ?? null
}
