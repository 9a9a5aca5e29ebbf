import { vi } from 'vitest'

/** Waits until this no longer throws, as long as a busy machine may need for what takes a moment. */
export function soon(isSo: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(isSo, { timeout: 30_000, interval: 2 })
}
