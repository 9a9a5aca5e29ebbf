/** The parts of a family member's page that the case director changes, by their place in the address. */
export const MEMBER_PARTS = {
  naam: 'Naam en plaats in het gezin',
  foto: 'Foto',
  gegevens: 'Gegevens',
  contact: 'Adres en telefoon',
  ouders: 'Ouders en verzorgers',
  wonen: 'Waar dit gezinslid woont',
  maatregel: 'Maatregelen',
  vertrouwenspersoon: 'Vertrouwenspersoon',
  toestemming: 'Toestemming',
} as const

export type MemberPart = keyof typeof MEMBER_PARTS

/** Whether there is such a part. */
export function isMemberPart(text: string): text is MemberPart {
  return Object.hasOwn(MEMBER_PARTS, text)
}
