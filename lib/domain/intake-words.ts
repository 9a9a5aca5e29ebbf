import { formatDate, type PlainDate } from './plain-date'

/** The forms of structural unsafety (GIPS §3.1.2). */
export const FORMS_OF_UNSAFETY = {
  physical: 'lichamelijk geweld, met of zonder letsel',
  emotional: 'emotioneel geweld: dreigen, vernederen, opsluiten, ernstige strijd',
  witnessing: 'getuige zijn van geweld',
  sexual: 'seksueel misbruik, of herhaalde vermoedens daarvan',
  withheldCare: 'nodige zorg wordt onthouden',
  neglect: 'langdurige verwaarlozing',
  fabricatedIllness: 'ziekte die wordt verzonnen of veroorzaakt',
  other: 'anders, zoals eergerelateerd geweld of een gedwongen huwelijk',
} as const

/** From whom to whom the violence goes. */
export const DIRECTIONS = {
  betweenPartners: 'tussen (ex-)partners',
  parentToChild: 'van ouder naar kind',
  childToParent: 'van kind naar ouder',
  betweenChildren: 'tussen kinderen',
  relatives: 'van of naar familie of vrienden van het gezin',
} as const

export const FRAMEWORKS = { pressure: 'drang', compulsion: 'dwang' } as const

export type FrameworkKind = keyof typeof FRAMEWORKS

/** What became of the offer to make a plan of one's own, with family and friends. */
export const FAMILY_PLAN_ANSWERS = {
  declined: 'aangeboden; het gezin kiest voor GIPS',
  chosen: 'aangeboden; het gezin maakt zelf een familiegroepsplan',
} as const

export type FamilyPlanAnswer = keyof typeof FAMILY_PLAN_ANSWERS

export const YES_OR_NO = { yes: 'ja', no: 'nee' } as const

/** How a chair stands; null: no certificate and no training are recorded. */
export type ChairStanding = 'certified' | 'inTraining' | null

/** Whether somebody may chair, as a warning; null where all is well. */
export function chairWarning(standing: ChairStanding): string | null {
  if (standing === 'certified') return null
  return standing === 'inTraining'
    ? 'Deze GIPSmeester is nog in opleiding en werkt onder begeleiding.'
    : 'Van deze persoon is geen certificaat als GIPSmeester vastgelegd.'
}

/** Since when, and until when: "dwang, 3 maart 2026 tot en met 2 maart 2027". */
export function frameworkText({ kind, from, until }: { kind: string; from: PlainDate; until: PlainDate }): string {
  return `${wordFor(FRAMEWORKS, kind)}, ${formatDate(from)} tot en met ${formatDate(until)}`
}

/** How a recorded key is called; one that these words do not know is shown as it was recorded. */
export function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key
}
