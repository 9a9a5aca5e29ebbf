/**
 * What a document is made of once it leaves the dossier on paper, whatever it is about: headings, and under them rows of
 * which each kind has fields of its own. A plan is one, the safety page another.
 */
export interface Paper<Content extends object = object> {
  title: string
  /** What stands above everything; null for nothing. */
  aim: string | null
  sections: PaperSection<Content>[]
}

export interface PaperSection<Content extends object = object> {
  key: string
  title: string
  items: PaperItem<Content>[]
}

export interface PaperItem<Content extends object = object> {
  key: string
  question: string
  rows: { id: string; content: Content }[]
}
