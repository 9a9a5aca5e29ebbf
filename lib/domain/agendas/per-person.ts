import type { Agenda, AgendaItem, AgendaSection, Subject } from './agenda'
import { developmentItems } from './development'

/**
 * The agenda of one meeting: each section that is walked through per child or per parent stands in it once for everyone
 * whose recovery plan is made here, in the order given, under keys of its own (`childRecovery:<id>`); what is chosen for
 * nobody is left out. The minutes of those sections are shared out among the persons, and careful execution gets a list
 * for what is agreed on besides. An agenda without such sections comes back as it is.
 */
export function agendaAbout(agenda: Agenda, subjects: readonly Subject[]): Agenda {
  if (!isPerPerson(agenda)) return agenda
  const shared = minutesShared(agenda, subjects.length)
  return {
    ...agenda,
    sections: agenda.sections.flatMap((section) => {
      const { forEach } = section
      if (forEach === undefined) return [section.part === 'careful' ? withRest(section) : section]
      return subjects
        .filter(({ isChild }) => isChild === (forEach === 'child'))
        .map((about) => sectionAbout(section, about, shared))
    }),
  }
}

/** Whether this agenda makes plans per person, as GIPS 3 does. */
export function isPerPerson({ sections }: Agenda): boolean {
  return sections.some(({ forEach }) => forEach !== undefined)
}

/** The section or item in the agenda's own words: without the person it is about here. */
export function baseKey(key: string): string {
  return key.split(':', 1)[0] ?? key
}

/** The member in a key of `agendaAbout`; null for a key of everyone. */
export function memberInKey(key: string): string | null {
  return key.split(':')[1] ?? null
}

/** What a section about one person is called, with the name in the place of "dit kind", "deze ouder" or "deze verzorger". */
export function titleAbout(title: string, name: string): string {
  const named = title.replace(/dit kind|deze (ouder|verzorger)/, name)
  return named === title ? `${name}: ${title.charAt(0).toLocaleLowerCase('nl')}${title.slice(1)}` : named
}

function sectionAbout(section: AgendaSection, about: Subject, shared: number): AgendaSection {
  const { forEach: _, ...rest } = section
  return {
    ...rest,
    key: `${section.key}:${about.id}`,
    title: titleAbout(wordsFor(about, section.title), about.name),
    minutes: section.minutes > 0 ? shared : 0,
    about,
    items: section.items.flatMap(developmentItems).map((item) => ({
      ...item,
      key: `${item.key}:${about.id}`,
      question: wordsFor(about, item.question),
      about,
      ...whoAnswers(section),
    })),
  }
}

/** Who cares for a child is not asked as a parent. */
function wordsFor({ isCarer }: Subject, text: string): string {
  return isCarer ? text.replace(/(deze|als) ouder/g, '$1 verzorger') : text
}

/** What is agreed on besides, at the end of careful execution: in a list per person it would be taken for that person's. */
function withRest(section: AgendaSection): AgendaSection {
  const shared = { respondents: 'team', required: false, goalKind: 'execution' } as const
  const goals: AgendaItem = {
    ...shared,
    key: 'careful.goals',
    question: 'Is er iets dat een eigen doel vraagt, los van de herstelplannen?',
    kind: 'goals',
  }
  const agreements: AgendaItem = {
    ...shared,
    key: 'careful.agreements',
    question: 'Wie doet wat voor zo’n doel, en wat loopt er nog uit eerdere plannen?',
    kind: 'agreements',
  }
  return { ...section, items: [...section.items, goals, agreements] }
}

/** At home a parent speaks for themselves; about a child everyone does. */
function whoAnswers({ part, forEach }: AgendaSection): Partial<AgendaItem> {
  return part === 'family' && forEach === 'adult' ? { respondents: 'subject' } : {}
}

function minutesShared({ sections }: Agenda, persons: number): number {
  const minutes = sections.filter(({ forEach }) => forEach !== undefined).reduce((sum, each) => sum + each.minutes, 0)
  return persons === 0 ? 0 : Math.max(1, Math.floor(minutes / persons))
}
