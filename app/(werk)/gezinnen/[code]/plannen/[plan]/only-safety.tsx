import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'

/** Above a GIPS 2 whose minimum requirements were not met: why there is nothing about risks in it, and what comes next. */
export function OnlySafety({ code }: { code: string }) {
  return (
    <div className="mb-8">
      <Notice title="Dit overleg ging alleen over de veiligheid">
        <p>
          Nog niet iedereen was veilig genoeg: de bodemeisen waren niet gehaald. De risico’s, de TOP-3 en de
          risicodoelen komen in een volgend GIPS 2.
        </p>
        <p>
          <TextLink href={`/gezinnen/${code}/plannen`}>Naar de plannen</TextLink>
        </p>
      </Notice>
    </div>
  )
}
