import { checklistWords } from '@/lib/domain/checklist-words'

/** `applies`: careful execution. `checklist`: a point of the developmental checklist. `worries`: GIPS 3, per person. */
export type AppliesLook = 'applies' | 'checklist' | 'worries'

/** What is chosen where something applies or does not, in words. */
export function appliesWords(applies: boolean, look: AppliesLook = 'applies'): string {
  if (look === 'checklist') {
    return checklistWords(applies)
  }
  if (look === 'worries') {
    return applies ? 'Er zijn zorgen' : 'Geen grote zorgen: we schrijven op wat zo moet blijven'
  }
  return applies ? 'Van toepassing' : 'Niet van toepassing'
}
