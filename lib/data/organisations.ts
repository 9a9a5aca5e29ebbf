import { v7 } from 'uuid'
import { z } from 'zod'
import type { OrganisationForm, RegionForm } from '@/lib/domain/account-forms'
import type { OrganisationInList, Paged, RegionInList } from '@/lib/domain/account-views'
import { UserError } from '@/lib/errors'
import { Refused } from '@/lib/gate'
import type { PlatformViewer } from '@/lib/platform-gate'
import { PAGE_ROWS, paged } from './account-list'

/** Organisations by name, with how many people work there, a page at a time. */
export async function organisationsInList(
  { tx }: PlatformViewer,
  { search, page }: { search: string; page: number },
): Promise<Paged<OrganisationInList>> {
  const rows = await tx.$queryRaw<(OrganisationInList & { total: number })[]>`
    select id, name, sector, place, people, total
    from organisations_in_list(${search}, ${PAGE_ROWS}, ${(page - 1) * PAGE_ROWS})`
  return paged(rows, page)
}

/** One organisation, to change it. Throws `Refused` for an id that is none's. */
export async function organisation({ tx }: PlatformViewer, id: string): Promise<Omit<OrganisationInList, 'people'>> {
  const [row] = z.uuid().safeParse(id).success
    ? await tx.$queryRaw<Omit<OrganisationInList, 'people'>[]>`
        select id, name, sector, place from organisation_in_full(${id}::uuid)`
    : []
  if (!row) {
    throw new Refused(`organisation ${id}`)
  }
  return row
}

/** Adds an organisation or changes it. Throws a UserError where another has this name. */
export async function putOrganisation(
  { tx, requestId }: PlatformViewer,
  { id, name, sector, place }: z.output<typeof OrganisationForm>,
): Promise<void> {
  const [row] = await tx.$queryRaw<{ isPut: boolean }[]>`
    select put_organisation(${id ?? v7()}::uuid, ${name}, ${sector}, ${place}, ${requestId}) as "isPut"`
  if (!row?.isPut) {
    throw new UserError('Er is al een organisatie met deze naam.', 'name')
  }
}

/** All regions by name, with their coordinators. */
export async function regionsInList({ tx }: PlatformViewer): Promise<RegionInList[]> {
  return tx.$queryRaw<RegionInList[]>`
    select id, name, retention_years as "retentionYears", coordinators from regions_in_list()`
}

/** One region, to change it. Throws `Refused` for an id that is none's. */
export async function region(viewer: PlatformViewer, id: string): Promise<RegionInList> {
  const found = (await regionsInList(viewer)).find((each) => each.id === id)
  if (!found) {
    throw new Refused(`region ${id}`)
  }
  return found
}

/** Adds a region or changes it. Throws a UserError where another has this name. */
export async function putRegion(
  { tx, requestId }: PlatformViewer,
  { id, name, retentionYears }: z.output<typeof RegionForm>,
): Promise<void> {
  const [row] = await tx.$queryRaw<{ isPut: boolean }[]>`
    select put_region(${id ?? v7()}::uuid, ${name}, ${retentionYears}::int, ${requestId}) as "isPut"`
  if (!row?.isPut) {
    throw new UserError('Er is al een regio met deze naam.', 'name')
  }
}
