export interface TopPlace {
  concernId: string | null
  reason: string
}

const RANKS = [1, 2, 3]

/** The three places in their order; what nobody chose is free. */
export function fillPlaces(chosen: readonly { rank: number; concernId: string; reason: string }[]): TopPlace[] {
  return RANKS.map((rank) => {
    const choice = chosen.find((each) => each.rank === rank)
    return { concernId: choice?.concernId || null, reason: choice?.reason ?? '' }
  })
}

/** Puts a concern in the first free place, or takes it out where it stands; with three places taken nothing happens. */
export function toggle<P extends TopPlace>(places: readonly P[], concernId: string): P[] {
  const standing = places.findIndex((place) => place.concernId === concernId)
  if (standing >= 0) {
    return places.with(standing, { ...(places[standing] as P), concernId: null })
  }
  const free = places.findIndex((place) => place.concernId === null)
  return free < 0 ? [...places] : places.with(free, { ...(places[free] as P), concernId })
}
