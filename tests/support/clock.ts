/** A connection that may change the schema: the owner's. */
interface OwnerSql {
  query(text: string): Promise<unknown>
}

/** From now on the product's clock runs ahead by so much ('2 hours'), on every connection to this database. */
export async function moveClock(sql: OwnerSql, ahead: string): Promise<void> {
  await sql.query(`create or replace function gips_now() returns timestamptz language sql stable parallel safe
    as $$ select now() + interval '${ahead}' $$`)
}

/** The product's clock tells the time again. */
export async function restoreClock(sql: OwnerSql): Promise<void> {
  await moveClock(sql, '0')
}

/** From this moment on the product's clock goes from that instant, on every connection to this database. */
export async function setClock(sql: OwnerSql, instant: string): Promise<void> {
  await moveClock(sql, `${Date.parse(instant) - Date.now()} milliseconds`)
}
