import { notApplicableField } from '../../../kernel/materials.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import { type FormSchema, propertiesOf } from '../../form/form-schema.ts'

/** One step of writing a matter: a property of its content, the materials, or the final check. */
export type WritingStep = {
  readonly name: string
  readonly type: 'field' | 'materials' | 'check'
  readonly schema?: FormSchema
  readonly isRequired: boolean
}

/**
 * The steps of a content form: each property is one, the files come before the closing declaration, the check comes last.
 * What does not apply is asked beside the materials.
 */
export function writingSteps(schema: FormSchema, hasMaterials: boolean): readonly WritingStep[] {
  const fields = propertiesOf(schema, {})
    .filter(([name]) => name !== notApplicableField)
    .map(([name, property, isRequired]) => ({ name, type: 'field' as const, schema: property, isRequired }))
  const isDeclaration = ({ schema: property }: (typeof fields)[number]) =>
    Object.values(property.properties ?? {}).length > 0 &&
    Object.values(property.properties ?? {}).every(({ widget }) => widget === 'confirm')
  return [
    ...fields.filter((step) => !isDeclaration(step)),
    { name: 'materials', type: 'materials', isRequired: hasMaterials },
    ...fields.filter(isDeclaration),
    { name: 'check', type: 'check', isRequired: true },
  ]
}

/** All faults in the order in which the steps are written; those of no step come last. */
export function inOrderOfSteps(steps: readonly WritingStep[], faults: readonly Fault[]): readonly Fault[] {
  const ordered = steps.flatMap((step) => faultsOfStep(step, faults))
  return [...ordered, ...faults.filter((fault) => !ordered.includes(fault))]
}

/** The faults that belong to a step. */
export const faultsOfStep = (step: WritingStep, faults: readonly Fault[]): readonly Fault[] =>
  faults.filter(({ path }) =>
    step.type === 'materials'
      ? path[0] === notApplicableField || path[0] === 'materials'
      : path[0] === step.name,
  )
