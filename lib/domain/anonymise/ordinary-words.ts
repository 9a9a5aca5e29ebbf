/**
 * Dutch words that are also first names or surnames, without diacritics. The list is wide on purpose: a name that is
 * not on it is replaced in any case, also where a lower-case word was meant; a name that is on it is looked at more
 * closely and shown to the case director.
 */

/** Things and people one speaks of with "de" or "het": bare and with a capital at a sentence start they are a name. */
const THINGS = `
aak aal aap abt adelaar akker ambt anker appel arend aster baan baars baas baby bak bakker bakkers balk ballast bank
barbier beek beer bek bel berg berk beuk bever bij bijl bisschop blad bloem blok bode boek boer bok bol boog boom
boomgaard boon boot borg borst bos bot bout bouwer bouwman boxer braam brak brand breed brink broek broer broertje
brood brouwer brug bruid bruin buis bult burg burger burggraaf buur buurman clown dam dame das deen deken dekker
dennen dijk distel doek dokter dolfijn donker doorn dop dorp draaier draak drost druif drukker duif duiker duin
duivel duiven egel eik eiland ekster emmer engel erf erve ever ezel faas fabel fender flip fluit fokker fontein galg
gans gast geel geest geit geus gieter gilde glas god goud graaf gracht graf granaat griffioen haag haak haan haas
hak ham hamer hand harder haring hart have haven havik hazelaar heer heide heks held helm hemel hengst herder herfst
hert hertog heuvel hoed hoek hoeve hof hond honing hoofd hooiberg hoorn hop horst huis huisman ijs inkt jager jas
job jonker jood juffer juweel kaart kaas kader kaf kalf kam kamer kamerling kamp kan kandelaar kant kapel kapitein
kapper karper kast kastelein kat kater keet keizer kerk kers ketel keten keur kievit kikker kind klap klaver
kleermaker klerk klok knaap knecht knoop koe koek koekoek koers kok kolk konijn koning koningin kool koopman koper
koperslager korf korporaal koster kraai kraan kramer krans kreeft kroon kruid kruiper kruis kuip kuiper kunst kus
kwartel laan laars lam lamp land lander landman lans leeuw leeuwen leeuwerik leger lelie lente lepelaar leraar lieve
lijster linde linden link linnen lood loods loof look loper lot maan maas maat madelief magnolia makelaar man mantel
markies markt marter mast matroos mees meester meeuw merel mes meter metselaar metser middel mier mijn mink mol
molen molenaar monnik monster moor mos mosterd muis mulder mus muur nachtegaal narcis neef net neus nimf noord noot
oever olifant olijf onderwater oom oord oost oosten os otter oven paal paard pad palm pan panda pap parel pastoor
patrijs paus pauw peer pels pen peper pier pijl pijn pijper pil pimpernel pit plant plas plein pluim poel poets pol
pool poort poot pop post pot pottenbakker praat prent priester prins prinsen prinses puk put raad raaf raam rat
regen regenboog reiger rem reus ridder riet rijk rijn ring riool robijn roede roek roer roos ros rots rozemarijn
ruiter saffier schaap schaar schat scheper schepper schild schilder schip schipper schoen schoenmaker schol school
schoor schoorsteen schoot schout schouten schrijver schut schutter singel sint slager slang sleutel slijper slot
sluis smid snijder snoek soldaat spaan speelman speld spiegel spijker spin splinter spoor staal stad stal stam steen
steenbakker steenhouwer ster sterk stier stoel stok stoker storm straat strand strik stroom stuiver stuurman sultan
tak tamboer tas tegel tempel tijd tijger timmer timmerman toren touw tuin tuinman tulp turk uil vaandrager vaart
vaas valk vat veen veer veld velden ven vendel verf verver ververs vijver vin vink vis visser vlag vlam vleugel
vlieg vliet vlinder vloed voerman voet vogel vogelaar volk voogd voorn vos vriend vrouw vuur waal waard wacht wagen
wagenmaker wal wals wand water web weber weduwe weg weide wel wereld wesp west wever wiel wijk wijn wilg wind winkel
winkelier winter wolf wolk wortel woud zaaier zaal zadel zager zand zandberg zanger zee zeeman zeep zegel zeil
zevenster zilver zoet zomer zon zuid zus zwaan zwaard zwager zwaluw zwerver`

/** All others: verbs, colours, qualities, greetings, small words; bare at a sentence start they are rarely a name. */
const OTHERS = `
aan aangenaam ace achter adem al alle alleen alles als altijd amber ander anders april augustus baat bang ben
beneden bent best beter bid blank blauw blij blijf blond bo bont boos boude boven braaf breed broos bruin bruine
buiten dag dan dank dans dat de december den der deze dicht die diep dik dinsdag dit doe doen dol dom donderdag
donker dood door dorst droog droom druk dun dus duur echt edel eden eens eer eerlijk eigen eind elk elke eng erg
ernst even faam februari fee feest fel fier fijn flink fortuin fraai fris gaan gaf gauw geel geheim geld geluk
genoeg gerust gezond ging glad glans god goed goede goeden graag grijs grim groen groene groot groots grote gul
gulden haar haast had hak hard harde heb heeft heel heen heet help hem hen her herstel het heus hier hij hoe hoge
hol hoog hoop hou houd huil hulp hun iemand iets ijver ik in is ja jaar januari jazz je jij jolig jong jonge jouw
juist juli juni kaal kalm kan kap keek keer kern kick kien kies kijk klaagt klaar klein kleine knap koel kom kon
kort korte kou koud koude kracht krap krom kuis kwaad laag laat lach lang lange langer lans las last later leed leef
leeg leer lees leg lekker leven lever licht lief liefde lieve liever lijden loon loop loot los loyaal lui luid
luister lust maandag maar maart macht mag mager makkelijk mama man mat mee meer mei men mens met midden mijn mild
min minder moe moed moeder moet mogen mooi mooie morgen na naam naar naast nacht nat nee neem niet niets nieuw
nieuwe niks noch nodig nog noodzaak nooit november nu of oktober om oma omdat onder ons ooit ook oom oor op opa open
orde oud oude ouder over paars paas papa pas pech per pijn plan pret prijs proef raak raar ras recht rein rest riep
ril roep roest rond rood rook rouw rover rug ruim ruime rust rustig ruw samen schaam scheef schoon schuld schuur
september sla slaap slecht slim smal snel snelle som soms speel spel spijt spoed spraak sta staan stam stem sterk
steun stevig stijl stil stille stoer stom stop stout straks streng strijd stuur taal te teder tegen tel ten tevreden
thuis tien tijd toch toen toon tot traag trots trouw tucht tussen twee uit uw van vast vee veel veilig ver verder
vers vet vier vijf vol vond voor voort vrede vreugd vreugde vrij vrijdag vrije vrolijk vurig waar waarheid want warm
was wat week weel weer weet weinig welgemoed welkom welzijn wens werk wie wies wij wijs wijze wil wild wilde wilt
wind winst wint wit witte woensdag woon word wou zaak zacht zag zal zat zaterdag ze zeer zeg zei zelf zeven zij
zijde zijn zin zo zoet zon zondag zonder zorg zot zou zuiver zuur zwaar zwart zwarte zwijg`

/** A word that is a thing as well as something else ("pijn", "wind") counts as something else: it is kept sooner. */
const kinds = new Map<string, 'thing' | 'other'>([
  ...split(THINGS).map((word) => [word, 'thing'] as const),
  ...split(OTHERS).map((word) => [word, 'other'] as const),
])

/** Whether a folded word is an ordinary Dutch word, and which kind; null when it can only be a name. */
export function ordinaryKind(folded: string): 'thing' | 'other' | null {
  return kinds.get(folded) ?? null
}

function split(list: string): string[] {
  return list.trim().split(/\s+/)
}
