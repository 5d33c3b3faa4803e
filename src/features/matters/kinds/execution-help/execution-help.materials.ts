import type { Material } from '../../../../kernel/materials.ts'
import { coerciveHelps } from './execution-help.contract.ts'

/** What goes along, depending on what is asked, and what comes back. */
export function executionHelpMaterials(content: Readonly<Record<string, unknown>>): readonly Material[] {
  return [
    {
      item: 'decision',
      words: { zh: '据以执行的决定书', en: 'The decision' },
      required: true,
      indispensable: true,
    },
    ...(effectOf(content) === 'measure'
      ? []
      : [
          {
            item: 'service-proof',
            words: { zh: '决定书送达回证', en: 'Receipt of the decision' },
            required: true,
            indispensable: true,
          } as const,
        ]),
    ...(asksForCoercion(content)
      ? [
          {
            item: 'measure-approval',
            words: { zh: '提请采取强制措施的审批材料', en: 'Approval of asking for a measure' },
            required: true,
            indispensable: true,
          } as const,
        ]
      : []),
    {
      item: 'execution-record',
      words: { zh: '协助执行记录', en: 'Record of what was done' },
      required: false,
      later: 'answerer',
    },
    {
      item: 'measure-decision',
      words: { zh: '强制措施决定书及清单', en: 'Decision on the measure, with its list' },
      required: false,
      later: 'answerer',
    },
  ]
}

/** Whether something that coerces is asked for, also in a content that is half written. */
export function asksForCoercion(content: Readonly<Record<string, unknown>>): boolean {
  const helps = Array.isArray(content.helps) ? content.helps : []
  return helps.some((help) => (coerciveHelps as readonly unknown[]).includes(help?.kind))
}

const effectOf = (content: Readonly<Record<string, unknown>>): unknown =>
  (content.decision as { readonly effect?: unknown } | undefined)?.effect
