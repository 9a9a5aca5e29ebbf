import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_TOTP_SECRET } from '@/lib/demo-accounts'

/** What stands on the terminal once everything runs; the accounts only with a mail catcher, so in demo. */
export function announcement(appUrl: string, mailUrl: string | null): string {
  const lines = ['', `GIPSonline runs at ${appUrl}`]
  if (mailUrl) {
    lines.push(`Its mail arrives at ${mailUrl}`, '', 'Demo accounts, all of fictional people:')
    lines.push(...DEMO_ACCOUNTS.map(({ email, who }) => `  ${email.padEnd(40)}${who}`))
    lines.push(`Password ${DEMO_PASSWORD}, secret of the second factor (TOTP) ${DEMO_TOTP_SECRET}`)
  }
  lines.push('', 'Ctrl-C stops everything.')
  return lines.join('\n')
}
