import { caseLetterTemplates } from './case-letter-templates.ts'
import { criminalLetterTemplates } from './criminal-letter-templates.ts'
import { exchangeLetterTemplates } from './exchange-letter-templates.ts'
import { helpLetterTemplates } from './help-letter-templates.ts'
import type { LetterTemplate } from './letter-template.ts'
import type { LetterSort } from './letter-types.ts'

/** Version of the set; a letter names it. Raise it with every change of a text of these files. */
export const defaultTemplatesVersion = 5

/**
 * The default set of templates 默认函件模板: what an alliance uses until it adopts its own. The wording is ours; what each has to say follows
 * from the rules named beside the letter types.
 */
export const defaultTemplates: Readonly<Record<LetterSort, LetterTemplate>> = {
  ...caseLetterTemplates,
  ...helpLetterTemplates,
  ...criminalLetterTemplates,
  ...exchangeLetterTemplates,
}
