import type { DossierRight } from '@/lib/policy'

/** Rights that leave a line in a dossier: of the dossier, one's own agreements over all families, the region's, and its terms. */
export type TrailRight = DossierRight | 'agreements.mine' | 'region.progress' | 'region.register' | 'regions.manage'

interface Phrases {
  /** What someone did who only looked: "bekeek het overzicht". */
  read: string
  /** What someone did who changed something. */
  change: string
  /** What someone wanted who was refused: "het overzicht bekijken". */
  wish: string
}

/** What each right is called in the trail. `{plan}` and `{member}` stand for what the line was about. */
export const TRAIL_PHRASES: Record<TrailRight, Phrases> = {
  'dossier.read': looked('het overzicht'),
  'members.read': looked('de gegevens van {member}'),
  'members.edit': worked('de gegevens van {member}'),
  'network.read': looked('het netwerk'),
  'network.edit': worked('het netwerk'),
  'team.read': looked('het team'),
  'team.edit': worked('het team'),
  'access.manage': worked('wie wat mag zien'),
  'direction.change': {
    read: 'bekeek wie de regie heeft',
    change: 'wijzigde wie de regie heeft',
    wish: 'wijzigen wie de regie heeft',
  },
  'dossier.end': {
    read: 'bekeek of het dossier gesloten kan worden',
    change: 'sloot het dossier',
    wish: 'het dossier sluiten',
  },
  'dossier.hold': {
    read: 'bekeek hoe lang het dossier bewaard wordt',
    change: 'bepaalde of het dossier gewist mag worden',
    wish: 'bepalen of het dossier gewist mag worden',
  },
  'access.end': {
    read: 'bekeek wie van het gezin nog meeleest',
    change: 'beëindigde de toegang van iemand uit het gezin',
    wish: 'de toegang van iemand uit het gezin beëindigen',
  },
  'team.leave': {
    read: 'bekeek de eigen plek in het team',
    change: 'vroeg om te stoppen, of trok dat in',
    wish: 'vragen om te stoppen',
  },
  'documents.read': looked('de documenten'),
  'documents.edit': worked('de documenten'),
  'intake.read': looked('de intake'),
  'intake.edit': worked('de intake'),
  'safety.read': looked('de veiligheidscijfers'),
  'safety.download': {
    read: 'downloadde de veiligheidscijfers, zonder namen',
    change: 'downloadde de veiligheidscijfers, zonder namen',
    wish: 'de veiligheidscijfers downloaden',
  },
  'signal.report': {
    read: 'opende het formulier voor een signaal',
    change: 'meldde een signaal van onveiligheid',
    wish: 'een signaal melden',
  },
  'signals.read': looked('de signalen'),
  'signal.handle': {
    read: 'bekeek een signaal, om iets te doen',
    change: 'deed iets met een signaal',
    wish: 'iets met een signaal doen',
  },
  'signal.answer': {
    read: 'bekeek een signaal, om te antwoorden',
    change: 'zei wat hij of zij van een signaal vindt',
    wish: 'zeggen wat hij of zij van een signaal vindt',
  },
  'signal.share': {
    read: 'bekeek wie van het gezin een signaal mag lezen',
    change: 'bepaalde wie van het gezin een signaal mag lezen',
    wish: 'bepalen wie van het gezin een signaal mag lezen',
  },
  'signal.takeOver': {
    read: 'bekeek een signaal, om een extra inschatting te vragen',
    change: 'vroeg een extra inschatting bij een signaal, of zette de toegang van iemand uit het gezin stil',
    wish: 'bij een signaal een extra inschatting vragen of toegang stilzetten',
  },
  'assessment.read': looked('een extra veiligheidsinschatting'),
  'assessment.lead': {
    read: 'bekeek een extra veiligheidsinschatting, om te vragen',
    change: 'vroeg een extra veiligheidsinschatting, of werkte daaraan',
    wish: 'een extra veiligheidsinschatting vragen',
  },
  'assessment.answer': {
    read: 'bekeek een extra veiligheidsinschatting, om te antwoorden',
    change: 'antwoordde op een extra veiligheidsinschatting',
    wish: 'antwoorden op een extra veiligheidsinschatting',
  },
  'measurements.read': looked('de metingen'),
  'measurements.write': wrote('de metingen'),
  'progress.read': looked('wat er tussen de overleggen gebeurde'),
  'progress.write': wrote('de uitvoerdersoverleggen'),
  'issues.read': looked('de kwesties'),
  'issues.write': wrote('de kwesties'),
  'trail.read': looked('wie er meekeek'),
  'messages.read': looked('welke berichten er uitgingen'),
  'plans.read': looked('de lijst met plannen'),
  'agenda.preview': looked('de agenda van {plan}'),
  'plan.read': { read: 'las {plan}', change: 'las {plan}', wish: '{plan} lezen' },
  'poster.make': {
    read: 'maakte het toekomstplan voor op de koelkast',
    change: 'maakte het toekomstplan voor op de koelkast',
    wish: 'het toekomstplan voor op de koelkast maken',
  },
  'plan.download': {
    read: 'downloadde {plan}, zonder namen',
    change: 'downloadde {plan}, zonder namen',
    wish: '{plan} downloaden',
  },
  'preparation.read': looked('de voorbereiding van {plan}'),
  'preparation.write': wrote('de voorbereiding van {plan}'),
  'contribution.read': looked('de eigen inbreng bij {plan}'),
  'topThree.draft': wrote('de eigen TOP-3 voor {plan}'),
  'scores.own': {
    read: 'bekeek de eigen cijfers bij {plan}',
    change: 'gaf een eigen cijfer bij {plan}',
    wish: 'een eigen cijfer geven bij {plan}',
  },
  'meeting.read': looked('het verslag van {plan}'),
  'meeting.write': wrote('het verslag van {plan}'),
  'scoreRound.lead': {
    read: 'bekeek de cijferronde van {plan}',
    change: 'opende, onthulde of stopte de cijferronde van {plan}',
    wish: 'de cijferronde van {plan} openen, onthullen of stoppen',
  },
  'meeting.chair': {
    read: 'bekeek het scherm van de voorzitter bij {plan}',
    change: 'schreef in de eigen aantekeningen bij {plan}',
    wish: 'het scherm van de voorzitter bij {plan} openen',
  },
  'chairNotes.write': wrote('de eigen aantekeningen bij {plan}'),
  'contribution.write': {
    read: 'bekeek wat is meegegeven aan het overleg van {plan}',
    change: 'gaf iets mee aan het overleg van {plan}',
    wish: 'iets meegeven aan het overleg van {plan}',
  },
  'plan.move': {
    read: 'bekeek de volgende stap van {plan}',
    change: 'werkte aan de volgende stap van {plan}',
    wish: '{plan} een stap verder zetten',
  },
  'invitations.read': looked('wie er naar het overleg van {plan} komt'),
  'invitation.answer': {
    read: 'bekeek de uitnodiging voor het overleg van {plan}',
    change: 'zei of hij of zij naar het overleg van {plan} komt',
    wish: 'de uitnodiging voor het overleg van {plan} bekijken',
  },
  'plan.adopt': {
    read: 'bekeek of {plan} definitief kan worden',
    change: 'maakte {plan} definitief',
    wish: '{plan} definitief maken',
  },
  'plan.revise': {
    read: 'bekeek of {plan} een nieuwe versie nodig heeft',
    change: 'begon aan een nieuwe versie van {plan}',
    wish: 'aan een nieuwe versie van {plan} beginnen',
  },
  'rating.read': looked('wat er van {plan} is gevonden'),
  'rating.readAll': looked('wat iedereen van {plan} vond'),
  'rating.give': {
    read: 'bekeek wat er van {plan} is gevonden',
    change: 'zei hoe het overleg van {plan} was',
    wish: 'zeggen hoe het overleg van {plan} was',
  },
  'projector.read': {
    read: 'opende het grote scherm bij {plan}',
    change: 'zette het grote scherm klaar bij {plan}',
    wish: 'het grote scherm bij {plan} openen',
  },
  'projector.move': {
    read: 'keek mee op het grote scherm bij {plan}',
    change: 'bediende het grote scherm bij {plan}',
    wish: 'het grote scherm bij {plan} bedienen',
  },
  'agreement.putInForce': {
    read: 'bekeek welke afspraken van {plan} al kunnen ingaan',
    change: 'liet afspraken van {plan} ingaan',
    wish: 'afspraken van {plan} laten ingaan',
  },
  'agreement.close': {
    read: 'bekeek of een afspraak van {plan} kan stoppen',
    change: 'sloot een afspraak van {plan} af',
    wish: 'een afspraak van {plan} afsluiten',
  },
  'agreement.tick': {
    read: 'bekeek een afspraak',
    change: 'zei hoe het met een afspraak staat',
    wish: 'een afspraak afvinken',
  },
  'agreements.mine': looked('de eigen afspraken'),
  'region.progress': looked('hoe ver het traject is'),
  'regions.manage': {
    read: 'bekeek hoe lang het dossier bewaard blijft',
    change: 'maakte de bewaartermijn van de regio langer',
    wish: 'de bewaartermijn van de regio wijzigen',
  },
  'region.register': {
    read: 'bekeek de aanmelding',
    change: 'legde iets vast over de aanmelding, het kader of wie de regie heeft',
    wish: 'iets vastleggen over de aanmelding',
  },
}

function looked(what: string): Phrases {
  return { read: `bekeek ${what}`, change: `wijzigde ${what}`, wish: `${what} bekijken` }
}

function worked(what: string): Phrases {
  return { read: `bekeek ${what}, om te wijzigen`, change: `wijzigde ${what}`, wish: `${what} wijzigen` }
}

function wrote(what: string): Phrases {
  return { read: `bekeek ${what}, om te schrijven`, change: `schreef in ${what}`, wish: `in ${what} schrijven` }
}
