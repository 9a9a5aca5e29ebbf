// What Janna's family and its team say on the road, where more than one meeting comes back to it.

export const RISK_GOALS = [
  'Dennis loopt weg voordat hij ontploft.',
  'Sanne en Dennis nemen op tijd een pauze.',
] as const
export const FOR_JANNA = 'Janna slaapt de nacht door.'
export const FOR_SANNE = 'Sanne durft hulp te vragen.'
