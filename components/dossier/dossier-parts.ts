import type { DossierRight } from '@/lib/policy'

export type DossierPart = 'dashboard' | 'members' | 'network' | 'team' | 'plans' | 'safety' | 'documents' | 'trail'

/** The parts of a dossier in the order of the strip, each with the right that opens it. */
export const DOSSIER_PARTS: readonly { key: DossierPart; path: string; label: string; right: DossierRight }[] = [
  { key: 'dashboard', path: '', label: 'Overzicht', right: 'dossier.read' },
  { key: 'plans', path: '/plannen', label: 'Plannen', right: 'plans.read' },
  { key: 'safety', path: '/veiligheid', label: 'Veiligheid', right: 'safety.read' },
  { key: 'members', path: '/gezinsleden', label: 'Gezinsleden', right: 'members.read' },
  { key: 'network', path: '/netwerk', label: 'Netwerk', right: 'network.read' },
  { key: 'team', path: '/team', label: 'Team', right: 'team.read' },
  { key: 'documents', path: '/documenten', label: 'Documenten', right: 'documents.read' },
  { key: 'trail', path: '/inzage', label: 'Wie keek mee', right: 'trail.read' },
]
