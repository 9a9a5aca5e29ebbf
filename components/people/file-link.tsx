import { Download } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { fileSize } from '@/lib/domain/document-file'
import type { DocumentLine } from '@/lib/domain/people-views'

type FileLinkProps = { code: string; document: Pick<DocumentLine, 'id' | 'file'> }

/** The way to the file of a document, if it has one: a plain link, for what it leads to is no page. */
export function FileLink({ code, document: { id, file } }: FileLinkProps) {
  return (
    file && (
      <a
        href={`/api/gezinnen/${code}/documenten/${id}`}
        className="screen-only flex min-h-11 items-center gap-2 font-normal"
      >
        <Icon of={Download} className="size-5 shrink-0" />
        <span className="min-w-0 break-words">
          <VisuallyHidden>Download </VisuallyHidden>
          {file.name} <span className="whitespace-nowrap">({fileSize(file.size)})</span>
        </span>
      </a>
    )
  )
}
