import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names'
import { TextLink, type TextLinkProps } from './text-link'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant
  /** Decorative: the words beside it say what the button does. */
  icon?: ReactNode
  /** Over the full width of a phone, its natural width on larger screens. */
  wide?: boolean
}

/** A button; at least 44 px high. Without a `type` it submits its form, as HTML does. */
export function Button({
  variant = 'primary',
  icon,
  wide,
  type = 'submit',
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={buttonClass(variant, wide, className)} {...rest}>
      {icon}
      {children}
    </button>
  )
}

export type LinkButtonProps = TextLinkProps & Pick<ButtonProps, 'variant' | 'icon' | 'wide'>

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ variant = 'secondary', icon, wide, className, children, ...rest }: LinkButtonProps) {
  return (
    <TextLink className={buttonClass(variant, wide, className)} {...rest}>
      {icon}
      {children}
    </TextLink>
  )
}

function buttonClass(variant: ButtonVariant, wide: boolean | undefined, className: string | undefined): string {
  return classNames('button', `button-${variant}`, wide && 'w-full sm:w-auto', className)
}
