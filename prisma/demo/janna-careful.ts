import { formatDate, type PlainDate } from '@/lib/domain/plain-date'
import type { DemoAnswer } from './janna-preparation'

/** Careful execution at GIPS 1. Nothing here tells where Sanne or Janna stays: Dennis reads it too. */
export function carefulAnswers(nextMeeting: PlainDate): DemoAnswer[] {
  return [
    {
      item: 'careful.hardForParents',
      applies: true,
      text: 'Elke dag naar het bezoekhuis kost tijd en geld. Sanne krijgt een buskaart. Voor Dennis begint het bezoek pas als de winkel dicht is.',
    },
    {
      item: 'careful.safeMeanwhile',
      applies: true,
      text: 'Dennis hoort het plan met Mark erbij, en Sanne apart met Yvonne erbij. De dag daarna belt de wijkagent hen allebei.',
    },
    {
      item: 'careful.planB',
      applies: true,
      text: 'Komt een ouder twee keer achter elkaar niet, dan belt de casusregisseur dezelfde dag. Is er gevaar, dan gaat het bezoek alleen door met de ouder die wel rustig is.',
    },
    {
      item: 'careful.keepContact',
      applies: true,
      text: 'Janna ziet haar ouders elke dag. Lukt dat niet, dan stuurt Ank via Saskia een filmpje, en zingen Sanne of Dennis een liedje in om ’s avonds te laten horen.',
    },
    {
      item: 'careful.workingRelation',
      applies: true,
      text: 'Dennis voelt zich snel aangevallen. We vragen hem eerst wat goed ging. Met Sanne spreken we ook alleen.',
    },
    {
      item: 'careful.practicalHelp',
      applies: true,
      text: 'Linda in de winkel, Mark bij de schulden, en het wijkteam kijkt of er een maaltijddienst kan komen.',
    },
    {
      item: 'careful.confidants',
      applies: true,
      text: 'Yvonne is de vertrouwenspersoon van Janna. Zij komt elke week bij een bezoek langs.',
    },
    {
      item: 'careful.safeContact',
      applies: true,
      text: 'Vaste tijd, vaste kamer, vaste begeleider. Wordt het te spannend, dan gaat één ouder een kwartier wandelen. Alle volwassenen vinden dit goed.',
    },
    {
      item: 'careful.explainToParents',
      applies: true,
      text: 'Marieke van der Laan legt het plan thuis uit. Bij Dennis is Mark erbij, bij Sanne Yvonne.',
    },
    {
      item: 'careful.explainToChildren',
      applies: false,
      text: 'Janna is vier maanden. Haar ouders maken wel een boekje met foto’s, voor later.',
    },
    {
      item: 'careful.fitting',
      applies: true,
      text: 'Sanne kan zich slecht concentreren als zij slecht slaapt: korte gesprekken en alles ook op papier. Dennis leest liever op zijn telefoon.',
    },
    {
      item: 'careful.incidents',
      applies: true,
      text: 'Iedereen belt de casusregisseur dezelfde dag, ook over kleine dingen. ’s Nachts en in het weekend: Veilig Thuis, 0800-2000. Bij gevaar 112.',
    },
    {
      item: 'careful.wordsAndPictures',
      applies: true,
      text: 'Fatima El Amrani maakt met Sanne en Dennis een verhaal met tekeningen, dat Janna later kan lezen.',
    },
    { item: 'careful.nextMeeting', text: `GIPS 2 is op ${formatDate(nextMeeting)}, van 13.00 tot 16.00 uur.` },
  ]
}

/** What family and network say to the provisional plan. */
export const RESPONSES = [
  { who: 'sanne', response: 'agree', words: 'Het is streng, maar het is eerlijk. Ik wil hiervoor gaan.' },
  { who: 'dennis', response: 'change', words: 'Het meeste klopt. Alleen kom ik te laat als de winkel langer open is.' },
  { who: 'ank', response: 'agree', words: 'Ik weet nu wie ik kan bellen. Fijn.' },
  { who: 'janna', response: 'notAsked', words: 'Janna is vier maanden en kan nog niets over het plan zeggen.' },
  { who: 'mark', response: 'agree', words: 'Ik doe mee. Ik houd Dennis aan de donderdagavond.' },
  { who: 'linda', response: 'agree', words: 'De winkel komt goed.' },
  { who: 'yvonne', response: 'agree', words: 'Goed dat er nu mensen echt blijven meekijken.' },
] as const

/** Own ideas of the family on the provisional plan, with the director's decision. */
export const PROPOSALS = [
  {
    by: 'sanne',
    text: 'Ik wil dat Yvonne elke week een keer bij het bezoek mag zijn.',
    decision: 'adopted',
    reason: 'Yvonne wordt de vertrouwenspersoon van Janna; het is goed als zij elkaar vaak zien.',
  },
  {
    by: 'dennis',
    text: 'Ik wil het bezoek elke dag een uur later.',
    decision: 'adapted',
    reason:
      'Op de dagen dat de winkel laat sluit, begint het bezoek een half uur later. Later is te laat voor het slapen van Janna.',
  },
] as const

/** How the meeting was. */
export const RATINGS = [
  { by: 'regisseur', score: 8, well: 'Iedereen liet elkaar uitpraten.', better: 'Meer tijd voor de afspraken.' },
  {
    by: 'gipsmeester',
    score: 8,
    well: 'De veiligheidsronde was rustig en eerlijk.',
    better: 'Ik stop de tweede keer eerder.',
  },
  {
    by: 'jeugdverpleegkundige',
    score: 9,
    well: 'Ik weet precies wat ik moet doen.',
    better: 'De stukken graag een week eerder.',
  },
  { by: 'wijkagent', score: 7.5, well: 'Alles stond meteen op het scherm.', better: 'De zaal was warm.' },
  { by: 'pleegzorg', score: 8, well: 'Janna stond voorop.', better: '' },
] as const
