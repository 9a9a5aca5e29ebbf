import type { AgendaItem } from './agenda'

/** What the developmental checklist asks of each child (domain: GIPS 3), as questions of its own. */
const POINTS: readonly { key: string; question: string; guide: string }[] = [
  {
    key: 'calm',
    question: 'Is het op een gewone dag rustig en veilig om dit kind heen?',
    guide: 'Vaste tijden om te eten en te slapen, weten wat er komt, geen harde stemmen.',
  },
  {
    key: 'comfort',
    question: 'Wordt dit kind rustig bij een volwassene die het vertrouwt?',
    guide: 'Bij wie zoekt het troost? Hoe lang duurt het voor het weer kan spelen?',
  },
  {
    key: 'emotions',
    question: 'Kan dit kind omgaan met boosheid, verdriet en angst?',
    guide: 'Kijk naar wat bij de leeftijd past. Wat helpt als het te veel wordt?',
  },
  {
    key: 'selfImage',
    question: 'Denkt dit kind goed over zichzelf?',
    guide: 'Is het trots op iets? Durft het iets nieuws? Hoe praat het over zichzelf?',
  },
  {
    key: 'school',
    question: 'Gaat het goed op school, op de opvang of met leren?',
    guide: 'Is het er meestal? Leert het op zijn eigen manier? Wat ziet de leerkracht?',
  },
  {
    key: 'peers',
    question: 'Heeft dit kind vrienden om mee te spelen of op te trekken?',
    guide: 'Wordt het gevraagd en vraagt het zelf? Wordt het gepest, of pest het?',
  },
  {
    key: 'health',
    question: 'Is dit kind gezond?',
    guide: 'Groeien, slapen, eten, bewegen, pijn, en wat de huisarts of de jeugdarts weet.',
  },
]

/** The item itself; in the place of the developmental checklist the points that it consists of. */
export function developmentItems(item: AgendaItem): AgendaItem[] {
  if (item.instrument !== 'developmentChecklist') return [item]
  return POINTS.map(({ key, ...words }) => ({ ...item, ...words, key: `${item.key}.${key}`, kind: 'checklist' }))
}
