import { CONTRIBUTION } from '@/lib/domain/absent-contribution'
import type { DemoAnswer } from './janna-preparation'

/** What was said at the table of GIPS 1. */
export const MEETING_ANSWERS: DemoAnswer[] = [
  {
    item: CONTRIBUTION.key,
    who: 'gedragswetenschapper',
    text: 'Ik sta vanochtend op de rechtbank en lees later mee. Voor Janna geef ik een 2: een baby van vier maanden kan niet weglopen. Een punt meer wordt het als er bij elk bezoek iemand naast zit. Voor Sanne geef ik een 3. Vraag haar ook hoe zij slaapt.',
  },
  {
    item: 'goodCare.examples',
    who: 'oud-professional',
    text: 'Op de afdeling zat Sanne een hele middag met Janna op haar borst. Ze zong zacht en vergat haar telefoon.',
  },
  {
    item: 'goodCare.examples',
    who: 'jeugdverpleegkundige',
    text: 'Op het consultatiebureau had Dennis elke voeding opgeschreven, met de tijd erbij.',
  },
  {
    item: 'goodCare.examples',
    who: 'pleegzorg',
    text: 'Bij het eerste bezoek vroegen zij allebei eerst hoe Janna had geslapen.',
  },
  {
    item: 'goodCare.examples',
    who: 'wijkagent',
    text: 'Dennis bracht Janna zelf naar het ziekenhuis en bleef erbij tot de dokter kwam.',
  },
  {
    item: 'goals.together',
    text: 'Ja. Als deze drie doelen zijn gehaald, geven alle professionals voor Janna en voor Sanne een 6. Er ontbreekt geen doel.',
  },
  {
    item: 'goals.notMet',
    text: 'Dan blijft Janna in het pleeggezin. Bij GIPS 2 gaat het dan alleen over wat nog onveilig is en wat er anders moet. Lukt het daarna nog niet, dan vraagt de casusregisseur de rechter om een langere plaatsing.',
  },
  {
    item: 'agreements.ownProposals',
    text: 'Het plan van Mark voor de schulden en de hulp van Linda in de winkel staan erin. Ook dat Yvonne vertrouwenspersoon is. Alle ideeën van het gezin hebben een plek.',
  },
]

/** Scores by professionals. Janna comes to a mean of 2, her mother to a mean of 3. Null: cannot judge. */
export const SCORES: { by: string; for: 'janna' | 'sanne'; score: number | null; reason: string; higher: string }[] = [
  {
    by: 'regisseur',
    for: 'janna',
    score: 2,
    reason: 'Het letsel is ernstig en niemand kan nog uitleggen hoe het elke keer ging.',
    higher: 'Twee weken rustig bezoek, met begeleiding erbij.',
  },
  {
    by: 'veiligthuis',
    for: 'janna',
    score: 1,
    reason: 'Er is ook ouder letsel. Het was dus niet één keer.',
    higher: 'Beide ouders vertellen hetzelfde verhaal over wat er gebeurde.',
  },
  {
    by: 'oud-professional',
    for: 'janna',
    score: 2,
    reason: 'De ouders werden onzeker zodra Janna huilde, ook met een verpleegkundige erbij.',
    higher: 'Eén keer zelf troosten tot zij stil is.',
  },
  {
    by: 'jeugdverpleegkundige',
    for: 'janna',
    score: 3,
    reason: 'De verzorging gaat goed zolang zij niet huilt.',
    higher: 'De ouders herkennen wanneer Janna moe is.',
  },
  {
    by: 'wijkagent',
    for: 'janna',
    score: 2,
    reason: 'Bij een ruzie thuis lag de baby op de bank ertussenin.',
    higher: 'Geen melding meer bij de politie, een maand lang.',
  },
  {
    by: 'behandelaar',
    for: 'janna',
    score: 2,
    reason: 'Wij weten nog niet wat er in Dennis gebeurt als hij moe is en zij huilt.',
    higher: 'Het eerste deel van het onderzoek is klaar.',
  },
  {
    by: 'pleegzorg',
    for: 'janna',
    score: 2,
    reason: 'In het pleeggezin is zij veilig, in het bezoek is zij nog bang.',
    higher: 'Janna ontspant in de armen van een van haar ouders.',
  },
  {
    by: 'regisseur',
    for: 'sanne',
    score: 3,
    reason: 'Er is afstand, maar er is nog geen plan voor als het oploopt.',
    higher: 'Sanne heeft haar eigen plan op papier.',
  },
  {
    by: 'veiligthuis',
    for: 'sanne',
    score: 2,
    reason: 'Er zijn meldingen over jaren, en zij heeft nooit hulp durven aannemen.',
    higher: 'Zij belt zelf iemand als zij bang is.',
  },
  {
    by: 'oud-professional',
    for: 'sanne',
    score: 3,
    reason: 'Zij dekt hem nog vaak, en kijkt eerst naar hem voordat zij iets zegt.',
    higher: 'Een gesprek alleen met haar, elke week.',
  },
  {
    by: 'jeugdverpleegkundige',
    for: 'sanne',
    score: 4,
    reason: 'Zij is somber, maar vertelt eerlijk hoe het gaat.',
    higher: 'Hulp voor haar somberheid is begonnen.',
  },
  {
    by: 'wijkagent',
    for: 'sanne',
    score: 3,
    reason: 'Vier keer aan de deur, en nooit aangifte.',
    higher: 'Haar nummer staat bij de meldkamer.',
  },
  {
    by: 'behandelaar',
    for: 'sanne',
    score: 3,
    reason: 'Het geweld gaat over en weer en wordt snel erger.',
    higher: 'Zij kunnen allebei op tijd weglopen.',
  },
  {
    by: 'pleegzorg',
    for: 'sanne',
    score: null,
    reason: 'Ik zie Sanne alleen met begeleiding erbij en kan hier niets over zeggen.',
    higher: '',
  },
]

export const MINIMUM_REASON =
  'Voor Janna geven we gemiddeld een 2 en voor Sanne een 3. Dat is niet veilig genoeg. Eerst moeten de drie veiligheidsdoelen gehaald zijn.'

/** The flip-over, in the order in which it was written; the first three became the director's TOP-3. */
export const CONCERNS: Record<ConcernKey, { text: string; harm: string; about: string | null }> = {
  huilen: {
    text: 'Janna huilt en een van haar ouders weet het niet meer en pakt haar weer te hard vast.',
    harm: 'Janna kan blijvend letsel krijgen of doodgaan.',
    about: 'janna',
  },
  ruzie: {
    text: 'Een verschil van mening wordt een gevecht terwijl Janna in dezelfde kamer is.',
    harm: 'Janna kan geraakt worden, en zij leert dat thuis geen veilige plek is.',
    about: null,
  },
  alleen: {
    text: 'Sanne raakt gewond omdat zij niemand belt als de spanning oploopt.',
    harm: 'Janna verliest de ouder die haar kan troosten, en Sanne wordt steeds banger.',
    about: 'sanne',
  },
  geld: {
    text: 'De schulden van de winkel lopen op en de spanning thuis loopt mee.',
    harm: 'De ouders slapen niet en hebben geen geduld meer voor Janna.',
    about: null,
  },
  groei: {
    text: 'Janna drinkt te weinig en groeit niet genoeg.',
    harm: 'Zij blijft achter in haar ontwikkeling en huilt nog meer.',
    about: 'janna',
  },
}

export type ConcernKey = 'huilen' | 'ruzie' | 'alleen' | 'geld' | 'groei'

/** Everyone's own three, from the greatest on. */
export const CHOICES: Record<string, { concern: ConcernKey; reason: string }[]> = {
  regisseur: [
    { concern: 'huilen', reason: 'Hier gaat het om haar leven.' },
    { concern: 'ruzie', reason: 'Dit gaat al jaren door en Janna zit er middenin.' },
    { concern: 'alleen', reason: 'Zonder een sterke Sanne is er geen veilig thuis.' },
  ],
  veiligthuis: [
    { concern: 'huilen', reason: 'Het is vaker gebeurd dan één keer.' },
    { concern: 'alleen', reason: 'Zij heeft nog nooit zelf hulp gevraagd.' },
    { concern: 'ruzie', reason: 'De meldingen worden steeds ernstiger.' },
  ],
  'oud-professional': [
    { concern: 'huilen', reason: 'Ook in het ziekenhuis lukte troosten niet.' },
    { concern: 'groei', reason: 'Een baby die slecht drinkt, huilt meer.' },
    { concern: 'ruzie', reason: 'Aan het bed werd al gesnauwd.' },
  ],
  jeugdverpleegkundige: [
    { concern: 'huilen', reason: 'Een huilbaby vraagt veel van ieder mens.' },
    { concern: 'groei', reason: 'Haar lijn op de groeicurve buigt af.' },
    { concern: 'alleen', reason: 'Sanne heeft iemand nodig die naast haar staat.' },
  ],
  wijkagent: [
    { concern: 'ruzie', reason: 'Ik kom er al jaren aan de deur.' },
    { concern: 'huilen', reason: 'Zij kan zichzelf niet beschermen.' },
    { concern: 'geld', reason: 'Bijna elke ruzie begon over geld.' },
  ],
  behandelaar: [
    { concern: 'ruzie', reason: 'Zij hebben nog geen manier om te stoppen.' },
    { concern: 'huilen', reason: 'Huilen raakt iets ouds bij Dennis.' },
    { concern: 'alleen', reason: 'De angst zit bij Sanne diep.' },
  ],
  pleegzorg: [
    { concern: 'huilen', reason: 'Janna verstijft nog bij het bezoek.' },
    { concern: 'ruzie', reason: 'Zij voelt de spanning tussen haar ouders.' },
    { concern: 'groei', reason: 'Drinken gaat beter als het rustig is.' },
  ],
}

/** The case director's TOP-3. */
export const DECISIONS: { concern: ConcernKey; reason: string; harm: string }[] = [
  {
    concern: 'huilen',
    reason: 'Dit is het grootste gevaar voor Janna, en iedereen noemt het.',
    harm: 'Als iemand haar nog een keer zo vastpakt, kan zij daar nooit meer van genezen.',
  },
  {
    concern: 'ruzie',
    reason: 'Zolang ruzie op vechten uitloopt, kan Janna niet thuis wonen.',
    harm: 'Janna schrikt van elke harde stem en komt daardoor niet tot rust.',
  },
  {
    concern: 'alleen',
    reason: 'Sanne moet weten wat zij kan doen en wie zij belt, op elk moment.',
    harm: 'Een moeder die bang is, kan haar kind niet beschermen.',
  },
]
