/** Whether an item of careful execution applies, in words. */
export function appliesWords(applies: boolean): string {
  return applies ? 'Van toepassing' : 'Niet van toepassing'
}
