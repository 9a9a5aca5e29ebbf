/** What is ticked at a point of the developmental checklist, in words. */
export function checklistWords(goesWell: boolean): string {
  return goesWell ? 'Gaat goed' : 'Vraagt aandacht'
}
