import type { Words } from '../../kernel/words.ts'

/** Why somebody needs to read personal data in full: a closed list, so that the purposes can be counted and checked. */
export const revealPurposes = {
  handling: { zh: '办理本案', en: 'Handling this case' },
  verification: { zh: '核实身份', en: 'Verifying an identity' },
  service: { zh: '联系或送达', en: 'Contact or service of documents' },
  supervision: { zh: '执法监督', en: 'Supervision' },
} as const satisfies Record<string, Words>

export type RevealPurpose = keyof typeof revealPurposes

/** All of them, for the schemas of requests. */
export const revealPurposeNames = Object.keys(revealPurposes) as [RevealPurpose, ...RevealPurpose[]]
