export interface Browser {
  canShowAlerts: boolean
  userAgent: string
  /** How many fingers its screen can tell apart. */
  touchPoints: number
  /** It was opened from the home screen, in a window of its own. */
  isOnHomeScreen: boolean
}

/**
 * Whether a browser can show alerts here. On an iPhone or iPad it can only from the home screen: `home-screen` says that putting it
 * there helps. An iPad calls itself a Mac, which has no screen for fingers.
 */
export function alertsSupport({
  canShowAlerts,
  userAgent,
  touchPoints,
  isOnHomeScreen,
}: Browser): 'possible' | 'home-screen' | 'none' {
  if (canShowAlerts) {
    return 'possible'
  }
  const isOfApple = /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1)
  return isOfApple && !isOnHomeScreen ? 'home-screen' : 'none'
}
