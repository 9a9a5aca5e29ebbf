/** Small closed lists of Dutch words that tell, beside a word, whether it is somebody's name. All folded. */

/** Said before a name: "mevrouw Bakker", "oma Roos", "juf Kok". */
export const TITLES = list(`
  mevrouw mevr mvr mw meneer mijnheer mr dhr heer de-heer dr dokter drs ir prof professor oma opa tante oom juf juffrouw meester
  zuster broeder zus zusje broer broertje mama mam papa pap baby peuter dochter zoon kleine pleegmoeder pleegvader
  stiefmoeder stiefvader pleegouder vriendin buurvrouw buurman familie fam gezin agent wijkagent voogd huisarts
  collega oud-collega ex partner regisseur`)

/** Third person forms that often follow a name. Regular forms in -t, -de and -te are known by their ending. */
const VERBS = list(`
  is was heeft had gaat ging komt kwam zegt zei vindt vond wil wilde wilt kan kon mag mocht moet moest zal zou wordt werd
  krijgt kreeg doet deed ziet zag geeft gaf houdt hield blijft bleef ligt lag zit zat staat stond eet at drinkt dronk
  slaapt sliep loopt liep leest las helpt hielp spreekt sprak begrijpt begreep schrijft schreef vraagt vroeg draagt
  droeg zoekt zocht brengt bracht denkt dacht weet wist roept riep valt viel slaat sloeg treft trof kiest koos belooft
  begint begon schrikt schrok vertrekt vertrok neemt nam laat liet hoort voelt en`)

/** Words in -t, -de or -te that are no verb. */
const NO_VERBS = list(`
  het niet met dit dat wat tot uit want echt goed goede beste eerste laatste grote juiste vaste korte rechte licht nacht kracht
  altijd bent best dicht direct eerst ergst haast hart hand iets juist kant kort krant laatst lucht maart markt met naast
  nooit vast veelt voort wit zacht zwarte witte ste te de mede beide midde zijde vrede liefde aarde orde einde vorige
  tante woede koude harde oude rode blinde gezonde wilde halte ruimte hoogte lengte diepte warmte ziekte beurt post
  feest fruit groot groet plant punt rust soort tijdt tocht`)

/** Before a word these show that it is an ordinary one: "de bakker", "mijn hoop", "in storm". */
export const DETERMINERS = list(`
  de het een t n die dat deze dit geen mijn m je jouw zijn z haar ons onze jullie hun uw elke elk iedere ieder welke
  welk wat sommige veel weinig meer alle twee drie vier vijf te zo heel erg`)

/** Fixed phrases in which a word is never somebody's name. */
export const FIXED_PHRASES: readonly (readonly string[])[] = [
  ['veilig', 'thuis'],
  ['raad', 'voor', 'de', 'kinderbescherming'],
  ['rode', 'kruis'],
  ['leger', 'des', 'heils'],
  ['openbaar', 'ministerie'],
]

/** Whether a folded word can be a finite verb after a name. */
export function isThirdPersonVerb(folded: string): boolean {
  if (VERBS.has(folded)) return true
  return /^[a-z]{2,}(?:t|de|te)$/.test(folded) && !NO_VERBS.has(folded)
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}
