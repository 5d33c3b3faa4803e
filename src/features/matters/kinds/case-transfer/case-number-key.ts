/**
 * What two spellings of one case number 案号 have in common: brackets 〔〕 [] （） 【】, widths, blanks and letter case differ
 * from system to system. For comparing only; printed is what was typed.
 */
export function caseNumberKey(caseNumber: string): string {
  return caseNumber
    .normalize('NFKC')
    .replaceAll(/[〔【[]/g, '(')
    .replaceAll(/[〕】\]]/g, ')')
    .replaceAll(/\s/g, '')
    .toUpperCase()
}
