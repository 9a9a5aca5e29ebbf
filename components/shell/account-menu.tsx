import { ChevronDown, LogOut } from 'lucide'
import { Avatar } from '../ui/avatar'
import { Icon } from '../ui/icon'
import { TextLink } from '../ui/text-link'

export type AccountMenuProps = {
  name: string
  /** Under the name: a function or role. */
  detail?: string | null
  photoSrc?: string | null
  links?: readonly { href: string; label: string }[]
  /** The address that ends the session by POST. */
  logoutAction?: string
}

/** Who is logged in, and the way out. A native disclosure: works without scripts. */
export function AccountMenu({ name, detail, photoSrc, links = [], logoutAction = '/uitloggen' }: AccountMenuProps) {
  return (
    <details className="screen-only relative" name="account">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-md [&::-webkit-details-marker]:hidden">
        <Avatar name={name} src={photoSrc} size="small" />
        <span className="hidden font-semibold sm:inline">{name}</span>
        <span className="sr-only sm:hidden">{name}</span>
        <span className="sr-only">, menu van uw account</span>
        <Icon of={ChevronDown} className="size-5" />
      </summary>
      <div className="absolute end-0 top-full z-40 mt-1 w-64 rounded-lg border border-line bg-surface p-2 text-ink shadow-raised">
        <p className="px-3 py-2">
          <span className="block font-semibold">{name}</span>
          {detail && <span className="block text-sm text-ink-soft">{detail}</span>}
        </p>
        <ul className="border-t border-line pt-2">
          {links.map((link) => (
            <li key={link.href}>
              <TextLink
                href={link.href}
                className="flex min-h-11 items-center rounded-md px-3 no-underline hover:bg-sunken"
              >
                {link.label}
              </TextLink>
            </li>
          ))}
          <li>
            <form method="post" action={logoutAction}>
              <button
                type="submit"
                className="flex min-h-11 w-full cursor-pointer items-center gap-2 rounded-md px-3 hover:bg-sunken"
              >
                <Icon of={LogOut} className="size-5" />
                Uitloggen
              </button>
            </form>
          </li>
        </ul>
      </div>
    </details>
  )
}
