// What is said in the story that the tests tell, in the words that people type.

export const WORRIES = [
  { text: 'Doeke slaat Wietske als het geld op is.', harm: 'Jildou slaapt slecht en durft niets te vragen.' },
  { text: 'Jildou is na school vaak alleen thuis.', harm: 'Ze leert zelf te zorgen in plaats van te spelen.' },
] as const
export const GOALS = [
  'Bij ruzie gaat ieder naar een andere kamer.',
  'Na school is er altijd iemand voor Jildou.',
] as const
export const AGREEMENTS = ['Baukje komt elke week langs.', 'Wietske vraagt Aukje om op te passen.'] as const
/** What only the father and the team may read. */
export const OF_THE_FATHER = 'Dit zeg ik alleen tegen jullie.'
/** Names that no message and no download may hold. */
export const FAMILY_WORDS = ['Kloosterhuis', 'Wietske', 'Doeke', 'Jildou', 'Zandstra', 'Aukje']
