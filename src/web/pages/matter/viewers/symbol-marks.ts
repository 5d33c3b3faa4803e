/**
 * Marks that office programs write in the private area of Symbol and Wingdings, which no other font draws: bullets, and the boxes of forms.
 * On a desk without these fonts each would be an empty box.
 */
const marks: Readonly<Record<string, string>> = {
  '\uf052': '☑',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf06f': '☐',
  '\uf076': '❖',
  '\uf0a7': '▪',
  '\uf0a8': '☐',
  '\uf0b7': '•',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0fc': '✓',
  '\uf0fd': '☒',
  '\uf0fe': '☑',
}

/** The text with such marks as every font has them; `otherwise` stands for one that is not known, which stays as it is unless said. */
export const withPlainMarks = (text: string, otherwise?: string): string =>
  text.replace(/[\uf000-\uf0ff]/g, (mark) => marks[mark] ?? otherwise ?? mark)
