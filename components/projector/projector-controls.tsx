import { CaseUpper, ChevronLeft, ChevronRight, Eye, EyeOff, type LucideIcon, Maximize, User, X } from 'lucide-react'
import type { ProjectorMove } from '@/lib/domain/projector-walk'
import type { NameStyle } from '@/lib/domain/slide-blocks'
import { toggleFullScreen } from './use-projector-keys'

interface ProjectorControlsProps {
  isHidden: boolean
  names: NameStyle
  move: (move: ProjectorMove) => void
  leave: () => void
}

/** The same as the keys, for mouse and touch; faint until someone reaches for them. */
export function ProjectorControls({ isHidden, names, move, leave }: ProjectorControlsProps) {
  return (
    <nav
      aria-label="Beamer bedienen"
      className="flex shrink-0 gap-1 opacity-40 focus-within:opacity-100 hover:opacity-100"
    >
      <Control name="Vorige vraag (pijl links)" Icon={ChevronLeft} onPress={() => move('previous')} />
      <Control name="Volgende vraag (pijl rechts)" Icon={ChevronRight} onPress={() => move('next')} />
      {isHidden ? (
        <Control name="Scherm tonen (B)" Icon={Eye} onPress={() => move('show')} />
      ) : (
        <Control name="Scherm verbergen (B)" Icon={EyeOff} onPress={() => move('hide')} />
      )}
      {names === 'first' ? (
        <Control name="Voorletters tonen (N)" Icon={CaseUpper} onPress={() => move({ names: 'initials' })} />
      ) : (
        <Control name="Voornamen tonen (N)" Icon={User} onPress={() => move({ names: 'first' })} />
      )}
      <Control name="Volledig scherm (F)" Icon={Maximize} onPress={toggleFullScreen} />
      <Control name="Beamer sluiten (Escape)" Icon={X} onPress={leave} />
    </nav>
  )
}

function Control({ name, Icon, onPress }: { name: string; Icon: LucideIcon; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      onClick={onPress}
      className="grid size-7 cursor-pointer place-content-center rounded-md border border-line-strong bg-surface"
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  )
}
