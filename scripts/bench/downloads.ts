import type { Ground } from '@/scripts/bench/ground'
import type { Download } from '@/scripts/bench/pdf-time'

/** The same professional of each copied team, who has some families. */
const copiedProfessional = (team: number, professional: string) => `team${team}.${professional}`
/** The first one starts the printing thread; of the others the slowest twentieth is told. */
const DOWNLOADS = 41
const TEAMS_WITH_DOWNLOADS = 6

/** Definitive plans that nobody downloaded yet, of the families of this professional's copies. */
export async function downloadsOf(ground: Ground, origin: string, professional: string): Promise<Download[]> {
  const found: Download[] = []
  for (let team = 0; team < TEAMS_WITH_DOWNLOADS; team += 1) {
    const email = copiedProfessional(team, professional)
    const codes = await ground.codesOf(email)
    const cookie = codes.length > 0 ? await ground.cookieOf(email) : ''
    found.push(...codes.map((code) => ({ url: `${origin}/gezinnen/${code}/plannen/gips-1/pdf/download`, cookie })))
  }
  return found.slice(0, DOWNLOADS)
}
