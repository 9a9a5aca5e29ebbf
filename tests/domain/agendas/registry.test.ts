import { describe, expect, test } from 'vitest'
import type { Agenda, ItemKind, PlanKind } from '@/lib/domain/agendas/agenda'
import { agendaOf, findItem, hasKind, latestAgenda, sectionOf } from '@/lib/domain/agendas/registry'
import { PLAN_KINDS, planQuestion, planTitle } from '@/lib/domain/plan-state'

const EARLY: PlanKind[] = ['gips1', 'gips2', 'gips3']
const agendas = PLAN_KINDS.map((kind): [PlanKind, Agenda] => [kind, agendaOf(kind, 1)])
const itemsOf = (agenda: Agenda) => agenda.sections.flatMap(({ items }) => items)

describe.each(agendas)('the agenda of %s', (kind, agenda) => {
  test('is the latest, and knows its own kind, title and question', () => {
    expect(latestAgenda(kind)).toBe(agenda)
    expect(agenda).toMatchObject({ kind, version: 1, title: planTitle(kind), question: planQuestion(kind) })
  })

  test('has a key of its own for each section and each item', () => {
    const sections = agenda.sections.map(({ key }) => key)
    const items = itemsOf(agenda).map(({ key }) => key)
    expect(new Set(sections).size).toBe(sections.length)
    expect(new Set(items).size).toBe(items.length)
  })

  test('plans exactly 150 minutes, all of them in the meeting', () => {
    const inMeeting = agenda.sections.filter(({ part }) => part === 'meeting' || part === 'careful')
    const atHome = agenda.sections.filter(({ part }) => part === 'family' || part === 'after')
    expect(inMeeting.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(150)
    expect(inMeeting.every(({ minutes }) => minutes > 0)).toBe(true)
    expect(atHome.every(({ minutes }) => minutes === 0)).toBe(true)
  })

  test('has no empty section, title or question, and no stray spaces', () => {
    for (const { title, items } of agenda.sections) {
      expect(items.length).toBeGreaterThan(0)
      for (const text of [title, ...items.flatMap(({ question, guide }) => [question, guide ?? 'x'])]) {
        expect(text).not.toBe('')
        expect(text).toBe(text.trim().replace(/\s+/g, ' '))
      }
    }
  })

  test('asks in plain sentences of at most 25 words', () => {
    const sentences = itemsOf(agenda)
      .flatMap(({ question, guide }) => [question, guide ?? ''])
      .flatMap((text) => text.split(/(?<=[.?!])\s+/))
    for (const sentence of sentences) expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(25)
  })

  test('goes from home to the table, to careful execution, and home again', () => {
    const order = { family: 0, meeting: 1, careful: 2, after: 3 }
    const parts = agenda.sections.map(({ part }) => order[part])
    expect(parts).toEqual([...parts].sort())
  })

  test('opens with the aim, then the children', () => {
    expect(agenda.sections.slice(0, 2).map(({ key }) => key)).toEqual(['start', 'children'])
    expect(findItem(agenda, 'start.aim')?.required).toBe(true)
  })

  test.each<[string, string]>([
    ['GIPS explained', 'start.explained'],
    ['what a child wants to tell', 'children.tell'],
    ['what matters to a child', 'children.matters'],
    ['what a child needs', 'children.needs'],
    ['who spoke to the child and when, or why not', 'children.spoken'],
    ['the scores of the family itself', 'homeSafety.scores'],
    ['who can help', 'support.people'],
    ['introductions', 'introductions.round'],
    ['the safety round', 'safety.round'],
    ['the minimum requirements', 'safety.minimum'],
    ['extra safety goals', 'safety.extraGoals'],
    ['measures for them', 'safety.extraAgreements'],
    ['what is hard for each parent', 'careful.hardForParents'],
    ['safety while the plan is carried out', 'careful.safeMeanwhile'],
    ['plan B', 'careful.planB'],
    ['contact when parent and child must be apart', 'careful.keepContact'],
    ['the working relation with each parent', 'careful.workingRelation'],
    ['practical help', 'careful.practicalHelp'],
    ['a confidant for each child', 'careful.confidants'],
    ['safe contact with a parent who lives elsewhere', 'careful.safeContact'],
    ['how the plan is put to the parents', 'careful.explainToParents'],
    ['what the children may know', 'careful.explainToChildren'],
    ['fitted to each one’s abilities', 'careful.fitting'],
    ['who reports incidents', 'careful.incidents'],
    ['the next meeting', 'careful.nextMeeting'],
    ['the responses', 'responses.all'],
    ['the rating of the meeting', 'rating.meeting'],
  ])('asks for %s', (_topic, key) => expect(findItem(agenda, key)).not.toBeNull())

  test('asks whether the family’s own proposals were taken up', () => {
    expect(itemsOf(agenda).some(({ key }) => key.endsWith('ownProposals'))).toBe(true)
  })

  test('takes each careful question as one that applies or not, then the next date', () => {
    const careful = itemsOf(agenda).filter(({ key }) => key.startsWith('careful.'))
    expect(careful.at(-1)?.kind).toBe('nextMeeting')
    expect(careful.slice(0, -1).every(({ kind: each, required }) => each === 'applies' && required)).toBe(true)
  })

  test('puts safety before concerns, TOP-3, goals and agreements', () => {
    const kinds = agenda.sections
      .filter(({ part }) => part === 'meeting')
      .flatMap(({ items }) => items.map((item) => item.kind))
    const order: ItemKind[] = [
      'introductions',
      'safetyRound',
      'minimumRequirements',
      'concerns',
      'topThreeChoices',
      'topThree',
    ]
    const places = order.map((each) => kinds.indexOf(each)).filter((place) => place >= 0)
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(kinds.lastIndexOf('agreements')).toBeGreaterThan(Math.max(...places))
  })

  test('says of every list of goals which kind belongs there', () => {
    expect(itemsOf(agenda).filter(({ kind: each, goalKind }) => each === 'goals' && !goalKind)).toEqual([])
  })
})

test.each(EARLY)('%s decides a TOP-3, from everyone’s own, with goals', (kind) => {
  const agenda = agendaOf(kind, 1)
  for (const each of ['concerns', 'topThreeChoices', 'topThree', 'goals', 'agreements'] as const) {
    expect(hasKind(agenda, each)).toBe(true)
  }
})

test.each<[PlanKind, string, string]>([
  ['gips1', 'each reported concern, agree or not', 'adults.reportedConcerns'],
  ['gips1', 'the greatest worry of each adult', 'adults.greatestWorry'],
  ['gips1', 'what should happen first', 'adults.first'],
  ['gips1', 'what is not going well, in the three houses', 'children.notGoingWell'],
  ['gips1', 'what the grown-ups should do', 'children.grownUps'],
  ['gips1', 'examples of good care', 'goodCare.examples'],
  ['gips1', 'the inventory of dangers and their harm', 'concerns.inventory'],
  ['gips1', 'whether all goals together make a 6', 'goals.together'],
  ['gips1', 'what follows if a requirement is not met', 'goals.notMet'],
  ['gips1', 'words and pictures for the children', 'careful.wordsAndPictures'],
  ['gips2', 'the wishes of the parents', 'wishes.future'],
  ['gips2', 'the dream house', 'children.dreamHouse'],
  ['gips2', 'what must change for it and who helps', 'children.change'],
  ['gips2', 'what the network wants changed', 'support.networkChange'],
  ['gips2', 'how the network helps', 'support.networkHelp'],
  ['gips2', 'what parents can do themselves', 'parents.ownPart'],
  ['gips2', 'which help worked before', 'parents.earlierHelp'],
  ['gips2', 'whether professionals may think along', 'parents.thinkAlong'],
  ['gips2', 'the risk assessment', 'riskAssessment.factors'],
  ['gips2', 'the pattern in the history of violence', 'riskAssessment.history'],
  ['gips2', 'which factors are crucial and changeable', 'risks.crucial'],
  ['gips2', 'the review of open safety goals', 'safety.review'],
  ['gips3', 'play', 'childAtHome.play'],
  ['gips3', 'seeking comfort', 'childAtHome.comfort'],
  ['gips3', 'behaviour in quarrels', 'childAtHome.quarrels'],
  ['gips3', 'the development of the child', 'childAtHome.development'],
  ['gips3', 'complaints of the parent', 'parentAtHome.complaints'],
  ['gips3', 'daily life of the parent', 'parentAtHome.dailyLife'],
  ['gips4', 'the results of all goals', 'evaluation.goals'],
  ['gips4', 'the risks afterwards', 'riskAfterwards.factors'],
  ['gips5', 'what was learned', 'future.journey'],
  ['gips5', 'signs of safety', 'future.signsOfSafety'],
  ['gips5', 'the new rules', 'future.rules'],
  ['gips5', 'the warning signals', 'future.warnings'],
  ['gips5', 'what each does then', 'future.strengths'],
  ['gips5', 'relapse plans', 'future.relapsePlans'],
  ['gips5', 'who still gets help', 'future.help'],
  ['gips5', 'the confidants', 'future.confidants'],
  ['gips5', 'what matters most for the children', 'future.mattersMost'],
  ['gips5', 'where the plan hangs', 'future.place'],
  ['gips5', 'the case manager and the two evaluations', 'people.caseManager'],
])('%s asks for %s', (kind, _topic, key) => expect(findItem(agendaOf(kind, 1), key)).not.toBeNull())

test('the risk part of GIPS 2, and nothing else, closes while it is unsafe', () => {
  const closed = agendaOf('gips2', 1).sections.filter(({ closedWhileUnsafe }) => closedWhileUnsafe)
  expect(closed.map(({ key }) => key)).toEqual(['risks', 'topThree', 'goals'])
})

test('a version that never existed is an error, an unknown item is none', () => {
  expect(() => agendaOf('gips1', 2)).toThrow('No version 2')
  expect(() => agendaOf('gips9' as PlanKind, 1)).toThrow('gips9')
  expect(findItem(agendaOf('gips1', 1), 'children.nothing')).toBeNull()
  expect(sectionOf(agendaOf('gips1', 1), 'safety.minimum')?.key).toBe('safety')
})
