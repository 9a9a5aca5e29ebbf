/** One answer in the demo. `who` is a short name of the cast; without it the answer is given together. */
export interface DemoAnswer {
  item: string
  who?: string
  applies?: boolean
  text: string
}

/** A concern of the report and what each adult says to it. */
export interface DemoReportedConcern {
  text: string
  harmfulEffect: string
  about: string | null
  reactions: { who: string; agrees: boolean; text: string }[]
}

export const AIM =
  'Dat Janna nooit meer pijn krijgt, dat wij geen ruzie maken waar zij bij is, en dat ze weer bij ons kan wonen.'

export const REPORTED: DemoReportedConcern[] = [
  {
    text: 'Janna had twee gebroken ribben. De dokter zag ook oudere breukjes. Dat komt doordat zij te stevig is vastgepakt.',
    harmfulEffect: 'Janna heeft pijn gehad en kan zwaar gewond raken als het nog eens gebeurt.',
    about: 'janna',
    reactions: [
      {
        who: 'sanne',
        agrees: true,
        text: 'Ja. Ik hoorde haar gillen en ik ben niet opgestaan. Daar denk ik elke nacht aan.',
      },
      {
        who: 'dennis',
        agrees: true,
        text: 'Ik wilde dat het huilen stopte. Ik weet niet hoe hard ik kneep. Van eerder weet ik niets.',
      },
      { who: 'ank', agrees: true, text: 'Ik was er niet bij. Ik zie wel dat Janna verstijft als je haar snel optilt.' },
    ],
  },
  {
    text: 'Ruzie tussen Sanne en Dennis loopt uit op duwen en slaan. De politie kwam daar de laatste jaren vier keer voor.',
    harmfulEffect: 'Een baby die geschreeuw en klappen meemaakt, staat steeds op scherp en komt niet tot rust.',
    about: null,
    reactions: [
      { who: 'sanne', agrees: true, text: 'Het gaat van nul naar honderd. Soms begin ik, soms hij.' },
      { who: 'dennis', agrees: false, text: 'Ieder huis heeft weleens ruzie. Slaan is twee keer gebeurd, niet meer.' },
      { who: 'ank', agrees: false, text: 'Hier kan ik niets over zeggen.' },
    ],
  },
  {
    text: 'Sanne is somber en slaapt slecht. Zij heeft vaak de kracht niet om op te staan als Janna huilt.',
    harmfulEffect: 'Janna wacht lang op troost, en Dennis staat er ’s nachts alleen voor.',
    about: 'sanne',
    reactions: [
      { who: 'sanne', agrees: true, text: 'Ik ben leeg. Ik hou van haar, maar ik voel het niet altijd.' },
      { who: 'dennis', agrees: true, text: 'Ik deed de nachten. Overdag stond ik in de winkel.' },
      { who: 'ank', agrees: false, text: 'Dat weet ik niet. Bij het badje zie ik een moeder die zachtjes zingt.' },
    ],
  },
]

export const PREPARATION: DemoAnswer[] = [
  {
    item: 'start.explained',
    text: 'Aan Sanne en Dennis samen, aan de keukentafel, met het voorbeelddossier erbij. Dennis wilde weten wie de cijfers ziet. Dat is nog een keer uitgelegd.',
  },
  {
    item: 'children.tell',
    who: 'janna',
    text: 'Janna huilt veel en hard, vooral tegen de avond. Ligt zij stil tegen iemand aan, dan kijkt ze lang in je ogen.',
  },
  {
    item: 'children.matters',
    who: 'janna',
    text: 'Dat er snel iemand komt. Dat het licht zacht is en de stemmen ook. Dat haar eigen doekje erbij ligt.',
  },
  {
    item: 'children.needs',
    who: 'janna',
    text: 'Rustige handen, vaste tijden voor fles en slaap, en steeds dezelfde mensen om haar heen.',
  },
  {
    item: 'children.notGoingWell',
    who: 'janna',
    text: 'Zij drinkt slecht en schrikt van harde geluiden. Als zij wordt opgetild, maakt zij zich stijf.',
  },
  {
    item: 'children.grownUps',
    who: 'janna',
    text: 'Mij troosten als ik huil. Weglopen van elkaar voordat het schreeuwen wordt.',
  },
  {
    item: 'children.spoken',
    who: 'janna',
    text: 'Fatima El Amrani keek twee keer een uur mee bij Janna, met het pleeggezin erbij. Janna is te jong om te praten.',
  },
  {
    item: 'adults.greatestWorry',
    who: 'sanne',
    text: 'Dat Janna niet meer bij mij terugkomt. En dat het weer misgaat als ik niet op tijd ingrijp.',
  },
  {
    item: 'adults.greatestWorry',
    who: 'dennis',
    text: 'Dat iedereen mij voor altijd een slechte vader vindt. En dat we de winkel kwijtraken.',
  },
  {
    item: 'adults.greatestWorry',
    who: 'ank',
    text: 'Dat Janna zich aan niemand durft te hechten omdat ze straks weer weg moet.',
  },
  {
    item: 'adults.first',
    who: 'sanne',
    text: 'Ik wil leren wat ik kan doen als Dennis boos wordt. En ik wil Janna elke dag zien.',
  },
  {
    item: 'adults.first',
    who: 'dennis',
    text: 'Hulp met de schulden, want daar gaan bijna al onze ruzies over. En iemand die mij leert hoe je een huilbaby troost.',
  },
  {
    item: 'adults.first',
    who: 'ank',
    text: 'Dat ik weet wie ik dag en nacht kan bellen, en dat Janna haar ouders op vaste tijden ziet.',
  },
  {
    item: 'support.people',
    who: 'sanne',
    text: 'Mijn zus Linda kan in de winkel staan. Bij Yvonne kan ik altijd terecht, zij kent Janna ook.',
  },
  {
    item: 'support.people',
    who: 'dennis',
    text: 'Mijn broer Mark. Hij is goed met geld en hij zegt eerlijk waar het op staat.',
  },
  {
    item: 'support.people',
    who: 'ank',
    text: 'Mijn dochter past op als ik naar een afspraak moet. Saskia van pleegzorg belt elke week.',
  },
  {
    item: 'support.network',
    who: 'mark',
    text: 'Dennis werkt hard en is gek op zijn dochter. Ik help hem met de papieren, elke donderdagavond.',
  },
  {
    item: 'support.network',
    who: 'linda',
    text: 'Sanne kan goed zorgen als ze uitgerust is. Ik neem op woensdag en vrijdag de winkel over.',
  },
  {
    item: 'support.network',
    who: 'yvonne',
    text: 'Sanne belt mij als het haar te veel wordt. Ik wil voor Janna een vaste tante zijn, wat er ook gebeurt.',
  },
]

/** What family and network give themselves, beside the professionals' scores. */
export const FAMILY_SCORES = [
  {
    by: 'sanne',
    for: 'janna',
    score: 5,
    reason: 'Bij Ank is ze veilig. Met ons samen durf ik het nog niet alleen.',
    higher: 'Als ik haar zelf weer stil krijg.',
  },
  {
    by: 'sanne',
    for: 'sanne',
    score: 4,
    reason: 'Hij heeft niet meer geslagen, maar ik loop nog op mijn tenen.',
    higher: 'Een plan dat ik uit mijn hoofd ken.',
  },
  {
    by: 'dennis',
    for: 'janna',
    score: 6,
    reason: 'Er is altijd iemand bij. Ik zou het niet nog eens doen.',
    higher: 'Als ik leer wat ik moet doen wanneer ze maar doorgaat.',
  },
  {
    by: 'dennis',
    for: 'sanne',
    score: 6,
    reason: 'Ik loop nu naar buiten als het oploopt.',
    higher: 'Als we over geld kunnen praten zonder ruzie.',
  },
  {
    by: 'ank',
    for: 'janna',
    score: 4,
    reason: 'Ze schrikt nog zo snel bij het bezoek.',
    higher: 'Een week waarin elk bezoek rustig verloopt.',
  },
  {
    by: 'yvonne',
    for: 'sanne',
    score: 4,
    reason: 'Sanne zegt vaak dat het wel gaat, terwijl ik hoor dat het niet gaat.',
    higher: 'Als zij mij belt vóórdat het misgaat.',
  },
]
