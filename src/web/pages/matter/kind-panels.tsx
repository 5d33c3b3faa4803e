import type { ComponentType } from 'react'
import type { MatterView } from '../../../features/matters/matter-views.ts'
import { BeginCase } from '../cases/begin-case.tsx'
import { CasePanel } from '../cases/case-panel.tsx'

/** What a kind shows on its page beside what every matter shows. */
export const kindPanels: Readonly<Record<string, ComponentType<{ readonly matter: MatterView }>>> = {
  case: CasePanel,
  'case-transfer': BeginCase,
  clue: BeginCase,
  'partner-referral': BeginCase,
}
