import { v5 } from 'uuid'

/**
 * The id of what a form makes, from the id that came with the form and what was typed: sent again, also at the same moment,
 * it is the same row, which `skipDuplicates` makes once. Other words in the same form are something else, so that nobody who
 * goes back to it loses them.
 */
export function sentId(formId: string, content: object): string {
  return v5(JSON.stringify(content), formId)
}
