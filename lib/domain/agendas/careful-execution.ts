import type { AgendaItem, AgendaSection } from './agenda'

/**
 * Careful execution (GIPS §3.5.1), the last part of every meeting: each question applies or not, and is worked out only
 * where it applies. Version 1, shared by all five agendas.
 */
export function carefulSection(minutes: number, extraItems: readonly AgendaItem[] = []): AgendaSection {
  const items = [...questions, ...extraItems, nextMeeting]
  return { key: 'careful', title: 'Hoe voeren we dit zorgvuldig uit?', part: 'careful', minutes, items }
}

/** One question of careful execution: applies or not, answered together, possibly with an execution goal. */
export function carefulItem(key: string, question: string, guide?: string): AgendaItem {
  const item: AgendaItem = {
    key,
    question,
    respondents: 'team',
    kind: 'applies',
    required: true,
    goalKind: 'execution',
  }
  return guide === undefined ? item : { ...item, guide }
}

const questions: readonly AgendaItem[] = [
  carefulItem(
    'careful.hardForParents',
    'Wat vraagt dit plan van iedere ouder dat lastig is? Wat kunnen wij doen om het haalbaar te maken?',
  ),
  carefulItem(
    'careful.safeMeanwhile',
    'Kan iemand gevaar lopen doordat we dit plan gaan doen? Wat spreken we af zodat iedereen veilig blijft?',
    'Denk ook aan de hulpverleners, en aan het moment waarop iemand het plan voor het eerst leest.',
  ),
  carefulItem('careful.planB', 'Wat is ons plan B, als een ouder niet meedoet of als het toch gevaarlijk blijft?'),
  carefulItem(
    'careful.keepContact',
    'Moeten een kind en een ouder een tijd uit elkaar? Hoe zien of horen ze elkaar dan toch?',
  ),
  carefulItem(
    'careful.workingRelation',
    'Hoe loopt het contact tussen ons en iedere ouder? Wat kunnen wij zelf anders doen om meer vertrouwen te krijgen?',
  ),
  carefulItem(
    'careful.practicalHelp',
    'Wat geeft het gezin nu lucht? Denk aan oppas, geld, vervoer, koken of een klus in huis.',
  ),
  carefulItem(
    'careful.confidants',
    'Bij wie kan ieder kind altijd terecht? Liefst is dat iemand uit de familie.',
    'Leg de vertrouwenspersoon vast bij het kind.',
  ),
  carefulItem(
    'careful.safeContact',
    'Woont een ouder ergens anders? Wat heeft het kind nodig om elkaar veilig te zien, en vinden alle belangrijke volwassenen dat goed?',
  ),
  carefulItem(
    'careful.explainToParents',
    'Hoe vertellen we de ouders over dit plan? Welke één of twee mensen die zij vertrouwen, komen mee?',
  ),
  carefulItem(
    'careful.explainToChildren',
    'Wat mogen de kinderen weten, en wie legt het hun uit? Hoe horen wij daarna wat zij belangrijk vinden?',
    'Vraag eerst aan de ouders wat de kinderen mogen weten.',
  ),
  carefulItem('careful.fitting', 'Past het plan bij wat ieder van hen kan? Denk aan taal, lezen, tempo en gezondheid.'),
  carefulItem(
    'careful.incidents',
    'Gebeurt er iets onveiligs tussen de overleggen door: wie laat dat weten aan de casusregisseur, en hoe?',
  ),
]

const nextMeeting: AgendaItem = {
  key: 'careful.nextMeeting',
  question: 'Wanneer zien we elkaar weer?',
  guide: 'Meestal na ongeveer drie maanden.',
  respondents: 'team',
  kind: 'nextMeeting',
  required: true,
}
