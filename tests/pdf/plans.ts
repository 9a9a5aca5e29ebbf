import type { PlanDocument, PlanItemView, PlanRowContent } from '@/lib/domain/plan-document'

/** An item with rows of these contents, in this order. */
export function item(key: string, question: string, ...contents: PlanRowContent[]): PlanItemView {
  return {
    key,
    question,
    rows: contents.map((content, position) => ({
      id: `${key}-${position}`,
      subject: null,
      sectionKey: 'section',
      itemKey: key,
      position,
      content,
    })),
  }
}

/** A plan of one section, definitive, with the given items. */
export function planWith(...items: PlanItemView[]): PlanDocument {
  return {
    code: 'G-0001',
    title: 'GIPS 1 – veiligheidsplan',
    version: 2,
    state: 'definitive',
    adoptedOn: '2026-03-12',
    aim: 'Direct gevaar stoppen, zodat alle kinderen veilig opgroeien.',
    sections: [{ key: 'section', title: 'Veiligheid', items }],
  }
}

const GOAL = '0198a0c0-0000-7000-8000-000000000001'
const SECOND_GOAL = '0198a0c0-0000-7000-8000-000000000002'

/** A fictional plan with every kind of row; the names are those of the anonymiser's test family. */
export const FULL_PLAN: PlanDocument = {
  ...planWith(
    item(
      'children.needs',
      'Wat heeft ieder kind nodig?',
      {
        kind: 'answer',
        respondent: 'Janna van der Berg',
        text: 'Janna wil rust.\n\nZe slaapt slecht als er ruzie is.',
      },
      { kind: 'answer', respondent: null, text: 'Hans’ zus past op maandag op. Bel haar op 06 12345678.' },
    ),
    item(
      'safety.round',
      'Hoe veilig is het nu, van 0 tot 10?',
      {
        kind: 'score',
        scorer: 'Chloé Bakker',
        side: 'professional',
        member: 'Janna',
        score: 2,
        reason: 'Janna is vier maanden en Hans verliest snel zijn geduld. Er zijn blauwe plekken gezien.',
        onePointHigher: 'als oma elke avond meekijkt.',
        situation: null,
      },
      {
        kind: 'score',
        scorer: 'Anne-Marie Jansen-de Vries',
        side: 'family',
        member: 'Janna',
        score: 6.5,
        reason: 'Overdag gaat het goed.',
        onePointHigher: 'als er hulp komt in de nacht.',
        situation: 'als Janna bij oma logeert',
      },
      {
        kind: 'score',
        scorer: 'Omar El Amrani',
        side: 'professional',
        member: 'Anne-Marie',
        score: null,
        reason: 'Nog niet gesproken.',
        onePointHigher: '',
        situation: null,
      },
    ),
  ),
}
FULL_PLAN.sections.push({
  key: 'planning',
  title: 'Zorgen, doelen en afspraken',
  items: [
    item(
      'concerns',
      'Welke zorgen zijn er?',
      {
        kind: 'concern',
        text: 'Hans raakt overstuur als Janna lang huilt.',
        harmfulEffect: 'Janna kan opnieuw letsel oplopen.',
      },
      { kind: 'concern', text: 'De winkel heeft schulden.', harmfulEffect: null },
    ),
    item(
      'risks',
      'Wat maakt het onveilig?',
      {
        kind: 'riskFactor',
        factor: 'Wat een kind extra kwetsbaar maakt: Janna',
        member: null,
        presence: 'present',
        facts: 'Janna huilt veel, en Hans wordt dan boos.',
        isCrucial: true,
        isChangeable: false,
      },
      {
        kind: 'riskFactor',
        factor: 'Geldzorgen of geen werk',
        member: 'Hans',
        presence: 'notPresent',
        facts: '',
        isCrucial: false,
        isChangeable: false,
      },
    ),
    item(
      'choices',
      'Wat is ieders top-3?',
      {
        kind: 'topThreeChoice',
        participant: 'Chloé Bakker',
        rank: 1,
        concern: 'Letsel bij Janna',
        reason: 'Het risico op herhaling is groot.',
      },
      {
        kind: 'topThreeChoice',
        participant: 'Wil Kok',
        rank: 2,
        concern: 'De uitputting van Anne-Marie',
        reason: 'Wil wil dat zij slaapt.',
      },
    ),
    item('topThree', 'Wat is de top-3?', {
      kind: 'topThree',
      rank: 1,
      concern: 'Janna is niet veilig als Hans alleen met haar is.',
      reason: 'Alle deelnemers noemen dit.',
      harmfulEffect: 'Nieuw letsel.',
    }),
    item('minimum', 'Zijn de bodemeisen gehaald?', {
      kind: 'decision',
      outcome: 'Nog niet.',
      reason: 'Janna heeft een 2.',
    }),
    item(
      'goals',
      'Welke doelen stellen we?',
      {
        kind: 'goal',
        goalId: GOAL,
        text: 'Janna is dag en nacht bij een volwassene die haar veilig verzorgt.',
        concern: 'Veiligheid van Janna',
        expectedEffect: 4,
      },
      { kind: 'goal', goalId: SECOND_GOAL, text: 'Hans vraagt op tijd om hulp.', concern: null, expectedEffect: null },
    ),
    item(
      'agreements',
      'Wie doet wat en wanneer?',
      {
        kind: 'agreement',
        agreementId: 'a1',
        text: 'Janna logeert bij het pleeggezin; haar ouders komen elke dag.',
        doers: ['Omar El Amrani', 'Anne-Marie'],
        when: 'elke dag tot 1 juni 2026',
        goals: [GOAL],
      },
      {
        kind: 'agreement',
        agreementId: 'a2',
        text: 'Bellen met de wijkagent bij spanning.',
        doers: ['Iedereen'],
        when: 'meteen',
        goals: ['geen doel'],
      },
    ),
    item('review', 'Wat is er gelukt van de veiligheidsdoelen?', {
      kind: 'review',
      goal: 'Hans belt Bep als het hem te veel wordt.',
      meeting: 'GIPS 1',
      result: 'partly',
      remark: 'Hans belde drie keer.',
      isClosed: true,
    }),
    item(
      'evaluation',
      'Voor hoeveel procent is dit doel gelukt?',
      {
        kind: 'evaluation',
        goalId: SECOND_GOAL,
        goal: 'Anne-Marie slaapt weer door.',
        meeting: 'GIPS 2',
        isGoodEnough: false,
        reason: 'Anne-Marie is nog moe.',
        isClosed: false,
      },
      {
        kind: 'percentage',
        goalId: SECOND_GOAL,
        participant: 'Omar El Amrani',
        percent: 40,
        remark: 'Janna huilt ’s nachts.',
      },
      { kind: 'percentage', goalId: SECOND_GOAL, participant: 'Hans', percent: 75, remark: '' },
    ),
    item('carried', 'Welke afspraken lopen nog?', {
      kind: 'carried',
      text: 'Omar belt elke week met Hans.',
      meeting: 'GIPS 1',
      doers: ['Omar El Amrani'],
      when: 'elke week tot 1 juni 2026',
      decision: 'dropped',
      reason: 'Hans belt nu zelf.',
    }),
    item('responses', 'Wat vindt het gezin van het plan?', {
      kind: 'response',
      who: 'Hans',
      response: 'Eens',
      words: 'Ik doe het voor Janna.',
    }),
    item('proposals', 'Welke eigen voorstellen zijn er?', {
      kind: 'proposal',
      who: 'Bep van ’t Hof',
      text: 'Logeren in het weekend.',
      decision: 'Ja',
      reason: 'Bep is vertrouwd.',
    }),
  ],
})
