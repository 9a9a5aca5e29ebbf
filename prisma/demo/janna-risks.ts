import type { Tx } from '@/lib/db'
import type { RiskPresence } from '@/lib/domain/risk-assessment'
import { makeRisk } from '@/prisma/factories/risks'
import type { Plan } from '@/prisma/generated/client'
import { accountOf, type Cast, memberOf } from './cast'

interface DemoRisk {
  factor: string
  presence: RiskPresence
  about?: string
  facts?: string
  isCrucial?: boolean
  isChangeable?: boolean
}

const BOTH = { isCrucial: true, isChangeable: true }

/** The risk assessment of Janna's family, filled in by the case director; the last questions are still open. */
const RISKS: DemoRisk[] = [
  {
    factor: 'parent.violence',
    presence: 'present',
    facts:
      'Zeven jaar ruzies die eindigden met duwen en slaan, over en weer. Drie keer kwam de politie. Kort voor het eerste overleg twee gebroken ribben bij Janna, toen Dennis haar ’s nachts stil wilde krijgen.',
    isCrucial: true,
  },
  {
    factor: 'parent.childhood',
    presence: 'present',
    about: 'sanne',
    facts: 'Sanne groeide op met een stiefvader die sloeg. Als iemand hard praat, bevriest zij.',
    isCrucial: true,
  },
  {
    factor: 'parent.health',
    presence: 'present',
    about: 'sanne',
    facts: 'Nachtmerries en somberheid, erger sinds de bevalling. Op slechte dagen komt zij het bed niet uit.',
    ...BOTH,
  },
  {
    factor: 'parent.temper',
    presence: 'present',
    about: 'dennis',
    facts: 'Dennis voelt zich snel afgewezen. Hij zegt zelf: het gaat van nul naar honderd, en dan weet ik niets meer.',
    ...BOTH,
  },
  { factor: 'parent.substances', presence: 'notPresent' },
  { factor: 'parent.abilities', presence: 'notPresent' },
  {
    factor: 'parent.insight',
    presence: 'possible',
    about: 'dennis',
    facts: 'Eerst noemde Dennis het een ongeluk. Sinds de gesprekken bij de behandelaar praat hij er opener over.',
    isChangeable: true,
  },
  { factor: 'parent.cooperation', presence: 'notPresent' },
  { factor: 'interaction.care', presence: 'notPresent' },
  {
    factor: 'interaction.attunement',
    presence: 'present',
    facts: 'Allebei krijgen zij Janna moeilijk rustig. Overdag lukt het met hulp erbij, ’s nachts nog niet.',
    ...BOTH,
  },
  { factor: 'interaction.image', presence: 'notPresent' },
  {
    factor: 'surroundings.stress',
    presence: 'present',
    facts: 'In één jaar een winkel begonnen, een baby gekregen en geen nacht doorgeslapen.',
    isCrucial: true,
  },
  {
    factor: 'surroundings.adults',
    presence: 'present',
    facts:
      'Praten loopt uit op ruzie, vooral over geld. De time-out helpt, maar daarna komt het gesprek niet meer op gang.',
    ...BOTH,
  },
  {
    factor: 'surroundings.money',
    presence: 'present',
    facts: 'Schulden door de winkel, twee aanmaningen. Mark helpt met de administratie.',
    isChangeable: true,
  },
  { factor: 'surroundings.housing', presence: 'notPresent' },
  {
    factor: 'surroundings.network',
    presence: 'possible',
    facts: 'Linda en Mark helpen veel. Verder zijn er weinig mensen.',
  },
  {
    factor: 'child.vulnerable',
    presence: 'present',
    about: 'janna',
    facts: 'Janna is nog geen jaar, huilt veel en kan niets zelf. Haar ribben zijn genezen.',
    isCrucial: true,
  },
]

/** What the history of the violence looks like, judged apart. */
export const VIOLENCE_PATTERN =
  'Ja. Eerst is er dagen spanning over geld of slaap. Sanne trekt zich terug, Dennis voelt zich alleen staan en gaat harder praten. Dan valt er een klap. Daarna is het stil, tot het weer begint. Sinds Janna er is, gebeurt het vaker ’s nachts.'

export async function fillInRisks(db: Tx, cast: Cast, plan: Plan): Promise<void> {
  const factsSavedAt = cast.days.at(69, '11:30')
  const authorPersonId = accountOf(cast, 'regisseur').id
  for (const { factor, about, facts = '', ...marks } of RISKS) {
    const aboutMemberId = about ? memberOf(cast, about).id : null
    const key = factor === 'child.vulnerable' ? `${factor}:${aboutMemberId}` : factor
    const saved = facts === '' ? null : factsSavedAt
    await makeRisk(db, plan, { ...marks, factor: key, aboutMemberId, facts, factsSavedAt: saved, authorPersonId })
  }
}
