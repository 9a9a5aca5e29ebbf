/** Whether mail may be sent to a family member: only once e-mail was recorded as a channel that is safe for them. */
export function mayMail(safeChannel: string | null): boolean {
  return safeChannel !== null && /\be-?mail\b/i.test(safeChannel)
}
