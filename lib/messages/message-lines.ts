import type { AnyMessageKind, MessagePayload } from '@/lib/data/outbox'

/** How one kind of message is told in the app: to its recipient a sentence with a place, to the case director what it is. */
export interface MessageLine<P> {
  /** To its recipient. The dossier's code stands beside it; it never says a name or anything of the content. */
  text: string
  /** To the case director, in the list of who got what: "plan is definitief". */
  label: string
  /** Where it leads, behind the gate of that page; null where nothing is left to open. */
  href: ((payload: P) => string) | string | null
}

const dossier = (code: string) => `/gezinnen/${code}`
const invitation = ({ code, plan }: { code: string; plan: string }) => `${dossier(code)}/plannen/${plan}/uitnodiging`

/** Every kind of message with its words. Whoever adds a kind is told by the type checker that its words are missing here. */
export const MESSAGE_LINES: { readonly [K in AnyMessageKind]: MessageLine<MessagePayload<K>> } = {
  planDefinitive: {
    text: 'Er is een definitief plan.',
    label: 'plan is definitief',
    href: ({ code, plan }) => `${dossier(code)}/plannen/${plan}`,
  },
  agreementsInForce: {
    text: 'Er gelden nu afspraken voor u.',
    label: 'afspraken gaan in',
    href: '/mijn-afspraken',
  },
  agreementClosed: {
    text: 'Een afspraak van u geldt niet meer.',
    label: 'afspraak geldt niet meer',
    href: '/mijn-afspraken',
  },
  accountInvitation: { text: 'Uw account is gemaakt.', label: 'uitnodiging voor een account', href: null },
  passwordReset: {
    text: 'Er is om een nieuw wachtwoord gevraagd. Vroeg u dit niet? Bel uw beheerder.',
    label: 'link voor een nieuw wachtwoord',
    href: '/account#inloggen',
  },
  secondFactorAsked: {
    text: 'Er is gevraagd om de app voor uw inlogcode los te koppelen. Vroeg u dit niet? Bel uw beheerder.',
    label: 'verzoek om een nieuwe inlogcode',
    href: '/account#inloggen',
  },
  secondFactorLink: {
    text: 'De app voor uw inlogcode is losgekoppeld. Vroeg u dit niet? Bel uw beheerder.',
    label: 'link voor een nieuwe app',
    href: '/account#inloggen',
  },
  accountChanged: {
    text: 'Er is iets veranderd waarmee u inlogt. Deed u dit niet zelf? Bel uw beheerder.',
    label: 'account is gewijzigd',
    href: '/account#inloggen',
  },
  involvementEnded: { text: 'Uw toegang tot een dossier is voorbij.', label: 'toegang is voorbij', href: null },
  directorAppointed: {
    text: 'U bent nu casusregisseur.',
    label: 'benoemd tot casusregisseur',
    href: ({ code }) => dossier(code),
  },
  caseManagerAppointed: {
    text: 'U bent nu casemanager.',
    label: 'benoemd tot casemanager',
    href: ({ code }) => dossier(code),
  },
  futurePlanEvaluation: {
    text: 'Het is tijd om samen terug te kijken op het toekomstplan.',
    label: 'tijd om terug te kijken',
    href: ({ code }) => `${dossier(code)}/toekomstplan`,
  },
  erasureComing: {
    text: 'Dit gesloten dossier wordt binnenkort gewist.',
    label: 'dossier wordt gewist',
    href: ({ code }) => `${dossier(code)}/afsluiten`,
  },
  signalReported: {
    text: 'Er is een nieuw signaal.',
    label: 'nieuw signaal',
    href: ({ code, signal }) => `${dossier(code)}/signalen/${signal}`,
  },
  signalUnseen: {
    text: 'Een signaal was nog door niemand gezien.',
    label: 'signaal dat niemand zag',
    href: ({ code, signal }) => `${dossier(code)}/signalen/${signal}`,
  },
  signalViewAsked: {
    text: 'Er is gevraagd wat u van een signaal vindt.',
    label: 'vraag om mening over een signaal',
    href: ({ code, signal }) => `${dossier(code)}/signalen/${signal}`,
  },
  extraAssessmentAsked: {
    text: 'Er is gevraagd om uw inschatting.',
    label: 'vraag om een inschatting',
    href: ({ code, assessment }) => `${dossier(code)}/inschatting/${assessment}`,
  },
  extraAssessmentReminder: {
    text: 'Uw inschatting is nog nodig.',
    label: 'herinnering aan een inschatting',
    href: ({ code, assessment }) => `${dossier(code)}/inschatting/${assessment}`,
  },
  agreementDone: {
    text: 'Een afspraak is afgevinkt.',
    label: 'afspraak is gedaan',
    href: ({ code }) => dossier(code),
  },
  assessmentAnswered: {
    text: 'Iemand gaf een inschatting.',
    label: 'antwoord op een inschatting',
    href: ({ code, assessment }) => `${dossier(code)}/inschatting/${assessment}`,
  },
  meetingInvitation: { text: 'U bent uitgenodigd voor een overleg.', label: 'uitnodiging', href: invitation },
  meetingMoved: { text: 'Er is iets veranderd aan een overleg.', label: 'overleg is veranderd', href: invitation },
  meetingCancelled: { text: 'Een overleg gaat voor u niet door.', label: 'overleg gaat niet door', href: null },
  meetingInAWeek: { text: 'Binnenkort is er een overleg.', label: 'herinnering aan het overleg', href: invitation },
  meetingTomorrow: { text: 'Er is bijna een overleg.', label: 'herinnering aan het overleg', href: invitation },
  reminders: { text: 'Er wacht iets op u.', label: 'herinneringen', href: '/mijn-afspraken' },
}
