const KINDS: Readonly<Record<string, string>> = {
  accountInvitation: 'uitnodiging voor een account',
  passwordReset: 'link voor een nieuw wachtwoord',
  secondFactorLink: 'link om de app opnieuw te koppelen',
  secondFactorAsked: 'bericht dat er om een nieuwe code is gevraagd',
  accountChanged: 'bericht dat er iets aan het account is veranderd',
  reminders: 'e-mail met herinneringen',
}

const ANSWERS: readonly [RegExp, string][] = [
  [/answered 5\d\d at RCPT TO/, 'De mailserver kent dit adres niet of weigert het.'],
  [/answered 5\d\d at DATA/, 'De mailserver van de ontvanger weigert het bericht.'],
  [/answered 5\d\d/, 'Onze eigen mailserver weigert ons. Kijk naar de instellingen.'],
  [/answered 4\d\d/, 'De mailserver vraagt om het later nog eens te proberen.'],
  [/sent twice without an answer/, 'Twee keer verstuurd, zonder antwoord. Waarschijnlijk kwam het aan.'],
  [/cannot be made/, 'Dit bericht is beschadigd. Verstuur het opnieuw vanaf de plek waar het hoort.'],
  [/no answer/, 'De mailserver is niet bereikbaar, of de verbinding is niet veilig.'],
]

const DROPPED: Readonly<Record<string, string>> = {
  'the account is closed': 'Het account van deze persoon was intussen gesloten.',
  'the dossier is closed': 'Het dossier was intussen gesloten.',
  'the involvement has ended': 'Deze persoon deed intussen niet meer mee.',
  'no safe channel': 'Er was geen veilige weg om deze persoon te mailen.',
}

/** What a message was about, as far as an administrator may know: of a dossier not even which one, only whether it presses. */
export function messageWords(kind: string, isAlert = false): string {
  return KINDS[kind] ?? (isAlert ? 'dringend bericht over een dossier' : 'bericht over een dossier')
}

/** Why a message did not arrive, from the code that the worker wrote down; null: it was not tried yet. */
export function deliveryWords(error: string | null): string {
  if (error === null) {
    return 'Het wacht al langer dan een kwartier. Is er een mailserver ingesteld, en draait de worker?'
  }
  return ANSWERS.find(([pattern]) => pattern.test(error))?.[1] ?? 'Het versturen mislukte.'
}

/** Why a message was not sent after all, from the sentence that the worker wrote down. */
export function droppedWords(reason: string | null): string {
  return DROPPED[reason ?? ''] ?? 'Het was niet meer nodig, of mocht niet meer.'
}
