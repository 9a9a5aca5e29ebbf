import type { NamedPerson } from '@/lib/domain/anonymise/person'

/** A person as the tests need one; what is not told is empty. */
export function person(firstNames: string, surname: string, prefix: string | null = null, initials = ''): NamedPerson {
  return { id: `${firstNames}-${prefix ?? ''}-${surname}`, firstNames, prefix, surname, initials }
}

/** A fictional family and the people around it, with every kind of name that is hard. */
export const JANNA = person('Janna', 'Berg', 'van der')
export const HANS = person('Hans', 'Berg', 'van der')
export const ANNE_MARIE = person('Anne-Marie', 'Jansen-de Vries')
export const CHLOE = person('Chloé', 'Bakker')
export const ROOS = person('Roos', 'Wit', 'de')
export const WIL = person('Wil', 'Kok')
export const OMAR = person('Omar', 'El Amrani')
export const HOF = person('Bep', "'t Hof", 'van')
export const EVERYONE = [JANNA, HANS, ANNE_MARIE, CHLOE, ROOS, WIL, OMAR, HOF]
