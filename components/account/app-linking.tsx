import { FormText } from '@/components/forms/form-fields'
import type { AppToLink } from '@/lib/domain/account-views'

/** Links an app on one's phone by a picture or by typing the key over, and asks for its first code. */
export function AppLinking({ app: { secret, picture } }: { app: AppToLink }) {
  return (
    <>
      <p>
        Open een app voor inlogcodes, zoals Google Authenticator, Microsoft Authenticator of 2FAS. Kies “toevoegen” en
        richt de camera op dit vlak.
      </p>
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(picture)}`}
        alt={`QR-code. Lukt scannen niet, typ dan deze sleutel over: ${secret}`}
        width={220}
        height={220}
      />
      <p>
        Lukt scannen niet? Typ dan deze sleutel in de app:{' '}
        <code className="break-all">{secret.replace(/(.{4})/g, '$1 ')}</code>
      </p>
      <FormText
        name="code"
        label="Code die de app nu toont"
        autoComplete="one-time-code"
        inputMode="numeric"
        width="short"
        required
      />
    </>
  )
}
