import type { ReactNode } from 'react'
import { BarePage } from '@/components/shell/bare-page'

export default function AccessLayout({ children }: { children: ReactNode }) {
  return <BarePage>{children}</BarePage>
}
