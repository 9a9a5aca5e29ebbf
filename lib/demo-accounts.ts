export const DEMO_PASSWORD = 'Demo-gips-2026'
export const DEMO_TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** The accounts of the demonstration; they exist only where the seed made them. */
export const DEMO_ACCOUNTS = [
  { email: 'regisseur@demo.gips.test', who: 'Casusregisseur van het gezin van Janna' },
  { email: 'notulist@demo.gips.test', who: 'Notulist' },
  { email: 'gipsmeester@demo.gips.test', who: 'GIPSmeester, de voorzitter' },
  { email: 'jeugdverpleegkundige@demo.gips.test', who: 'Professional: jeugdverpleegkundige' },
  { email: 'wijkagent@demo.gips.test', who: 'Professional: wijkagent' },
  { email: 'oud-professional@demo.gips.test', who: 'Professional die niet meer betrokken is' },
  { email: 'moeder@demo.gips.test', who: 'Moeder van Janna' },
  { email: 'vader@demo.gips.test', who: 'Vader van Janna' },
  { email: 'regisseur2@demo.gips.test', who: 'Casusregisseur van het tweede, het derde en het vijfde gezin' },
  { email: 'notulist2@demo.gips.test', who: 'Notulist van het tweede gezin, in overleg' },
  { email: 'wijkteam@demo.gips.test', who: 'Professional van het tweede gezin, in overleg' },
  { email: 'regio@demo.gips.test', who: 'Regiocoördinator' },
  { email: 'instituut@demo.gips.test', who: 'GIPS-instituut' },
  { email: 'beheer@demo.gips.test', who: 'Beheerder' },
  { email: 'beheer2@demo.gips.test', who: 'Tweede beheerder, voor wat twee paar ogen vraagt' },
] as const
