import { generateSync } from 'otplib'
import { DataTable } from '@/components/ui/data-table'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_TOTP_SECRET } from '@/lib/demo-accounts'

/** Who can log in to the demonstration, and with which code at this moment. Only ever shown on the embedded demo database. */
export function DemoAccounts() {
  const code = generateSync({ secret: DEMO_TOTP_SECRET })
  return (
    <section className="mt-10 space-y-4" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">Proefaccounts</h2>
      <p>
        Alles hier is verzonnen. Het wachtwoord is <code>{DEMO_PASSWORD}</code>, de code is nu <code>{code}</code>. Een
        code werkt één keer per account; vernieuw deze pagina voor een volgende.
      </p>
      <DataTable
        id="proefaccounts"
        caption="Wie kan inloggen"
        columns={[
          { key: 'email', header: 'E-mailadres', cell: ({ email }) => email, rowHeader: true },
          { key: 'who', header: 'Wie', cell: ({ who }) => who },
        ]}
        rows={DEMO_ACCOUNTS}
        rowKey={({ email }) => email}
      />
    </section>
  )
}
