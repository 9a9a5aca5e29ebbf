/** What each whole safety score stands for, in plain words: the same for everyone who scores. */
export const SCORE_MEANINGS = [
  'Er is nu gevaar. Er moet direct iets gebeuren.',
  'Het is zeer onveilig. Vandaag moet er bescherming komen.',
  'Het is heel onveilig. Wat er nu is geregeld, beschermt niet.',
  'Het is vaak onveilig. Een paar dingen gaan goed, maar die houden het gevaar niet tegen.',
  'Het is onveilig. De bescherming werkt alleen als alles meezit.',
  'Het is nog niet veilig genoeg. Er gaat te vaak iets mis.',
  'Het is net veilig genoeg. Het gevaar is gestopt, en de afspraken worden nagekomen.',
  'Het is veilig, ook als het een dag tegenzit.',
  'Het is al een tijd veilig. Het gezin merkt zelf op tijd wanneer het moeilijk wordt.',
  'Het is heel veilig. Ook in een moeilijke week zoekt het gezin zelf hulp.',
  'Het is helemaal veilig. Niemand maakt zich nog zorgen.',
] as const

/** What a score (0–10, at most one decimal) stands for: the words of the whole figure under it, so that a 5,9 is no 6. */
export function meaningOfScore(score: number): string | null {
  return SCORE_MEANINGS[Math.floor(score)] ?? null
}
