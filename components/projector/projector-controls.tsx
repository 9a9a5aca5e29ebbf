import { CaseUpper, ChevronLeft, ChevronRight, Eye, EyeOff, type IconNode, Maximize, User, X } from 'lucide'
import { Icon } from '@/components/ui/icon'
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
      <Control name="Vorige vraag (pijl links)" icon={ChevronLeft} onPress={() => move('previous')} />
      <Control name="Volgende vraag (pijl rechts)" icon={ChevronRight} onPress={() => move('next')} />
      {isHidden ? (
        <Control name="Scherm tonen (B)" icon={Eye} onPress={() => move('show')} />
      ) : (
        <Control name="Scherm verbergen (B)" icon={EyeOff} onPress={() => move('hide')} />
      )}
      {names === 'first' ? (
        <Control name="Voorletters tonen (N)" icon={CaseUpper} onPress={() => move({ names: 'initials' })} />
      ) : (
        <Control name="Voornamen tonen (N)" icon={User} onPress={() => move({ names: 'first' })} />
      )}
      <Control name="Volledig scherm (F)" icon={Maximize} onPress={toggleFullScreen} />
      <Control name="Beamer sluiten (Escape)" icon={X} onPress={leave} />
    </nav>
  )
}

function Control({ name, icon, onPress }: { name: string; icon: IconNode; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      onClick={onPress}
      className="grid size-7 cursor-pointer place-content-center rounded-md border border-line-strong bg-surface"
    >
      <Icon of={icon} className="size-4" />
    </button>
  )
}
