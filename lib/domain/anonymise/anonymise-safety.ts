import {
  type DocumentReplacement,
  documentRewriter,
  type Rewrite,
  rowFields,
} from '@/lib/domain/anonymise/document-rewriter'
import type { Decisions, NamedPerson } from '@/lib/domain/anonymise/person'
import type { PaperItem, PaperSection } from '@/lib/domain/paper'
import { MEMBER_ITEM, type SafetyDocument, type SafetyRowContent } from '@/lib/domain/safety-document'

/**
 * All assessments with every name and all contact data out of every text. Built field by field from an allow-list: what
 * is not named here does not come along. `people` must hold everyone who is or was in the dossier, also those who left.
 */
export function anonymiseSafety(
  safety: SafetyDocument,
  people: readonly NamedPerson[],
  decisions: Decisions = {},
): { document: SafetyDocument; replacements: DocumentReplacement[] } {
  const { rewrite, replacements } = documentRewriter(people, decisions)
  const document: SafetyDocument = {
    title: rewrite('document/title', safety.title),
    aim: null,
    madeOn: safety.madeOn,
    sections: safety.sections.map((section) => rewriteSection(section, rewrite)),
  }
  return { document, replacements }
}

function rewriteSection(
  { key, title, items }: PaperSection<SafetyRowContent>,
  rewrite: Rewrite,
): PaperSection<SafetyRowContent> {
  return {
    key,
    title: rewrite(`${key}/title`, title),
    items: items.map((item) => rewriteItem(key, item, rewrite)),
  }
}

function rewriteItem(
  section: string,
  { key, question, rows }: PaperItem<SafetyRowContent>,
  rewrite: Rewrite,
): PaperItem<SafetyRowContent> {
  const kind = key.startsWith(MEMBER_ITEM) ? 'name' : 'sentence'
  return {
    key,
    question: rewrite(`${section}/${key}/question`, question, kind),
    rows: rows.map(({ id, content }) => ({ id, content: rewriteContent(id, content, rewrite) })),
  }
}

function rewriteContent(id: string, content: SafetyRowContent, rewrite: Rewrite): SafetyRowContent {
  const { text, name } = rowFields(rewrite, id)
  const orNull = (field: string, value: string | null) => (value === null ? null : text(field, value))
  switch (content.kind) {
    case 'point':
      return { kind: 'point', moment: content.moment, score: content.score, change: content.change }
    case 'outcome':
      return {
        kind: 'outcome',
        mean: content.mean,
        lowest: name('lowest', content.lowest),
        text: text('text', content.text),
      }
    case 'score':
      return {
        kind: 'score',
        scorer: name('scorer', content.scorer),
        side: content.side,
        isAway: content.isAway,
        score: content.score,
        reason: text('reason', content.reason),
        onePointHigher: text('onePointHigher', content.onePointHigher),
        situation: orNull('situation', content.situation),
        underSixAnswer: orNull('underSixAnswer', content.underSixAnswer),
      }
  }
}
