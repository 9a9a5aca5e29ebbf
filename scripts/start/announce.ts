const PASSWORD = 'Demo-gips-2026'
const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const DOMAIN = 'demo.gips.test'

const ACCOUNTS: readonly [string, string][] = [
  ['regisseur', 'case director: prepares, decides, makes plans definitive'],
  ['notulist', 'note-taker'],
  ['gipsmeester', 'chair of the meetings'],
  ['jeugdverpleegkundige', 'professional'],
  ['wijkagent', 'professional'],
  ['oud-professional', 'professional whose involvement ended'],
  ['moeder', 'the mother'],
  ['vader', 'the father; contact data are shielded from him'],
  ['regisseur2', 'case director of the second family only'],
  ['regio', 'region coordinator'],
  ['instituut', 'the GIPS institute'],
  ['beheer', 'administrator'],
]

/** What stands on the terminal once everything runs. */
export function announcement(appUrl: string, mailUrl: string | null): string {
  const lines = ['', `GIPSonline runs at ${appUrl}`]
  if (mailUrl) {
    lines.push(`Its mail arrives at ${mailUrl}`, '', 'Demo accounts, all of fictional people:')
    lines.push(...ACCOUNTS.map(([name, who]) => `  ${`${name}@${DOMAIN}`.padEnd(38)}${who}`))
    lines.push(`Password ${PASSWORD}, secret of the second factor (TOTP) ${TOTP_SECRET}`)
  }
  lines.push('', 'Ctrl-C stops everything.')
  return lines.join('\n')
}
