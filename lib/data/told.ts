/** What a function of the database says that it did: the column `told` of its one row. */
export async function told(asking: PromiseLike<unknown>): Promise<unknown> {
  const [row] = (await asking) as { told: unknown }[]
  return row?.told
}
