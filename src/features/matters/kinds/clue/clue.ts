import { defineKind } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'
import { concludedByOwnCase } from '../own-case.ts'
import { clueChart } from './clue.chart.ts'
import { clueForms, type Push } from './clue.contract.ts'
import { clueLetters } from './clue.letter.ts'
import { clueWords } from './clue.words.ts'

/** Clue 线索: pushed to up to twenty agencies at once, each of which answers on its own leg. */
export const clue = defineKind({
  name: 'clue',
  chart: clueChart,
  forms: clueForms,
  words: clueWords,
  numberPrefix: '线索',
  mostAddressees: 20,
  titleOf: (content) => (content as Partial<Push>).what?.title ?? clueWords.name.zh,
  urgencyOf: (content) => (content as Partial<Push>).assessment?.urgency ?? 'normal',
  // Two clues about one vehicle may well be two clues; a duplicate is returned with that reason.
  subjectKeyOf: () => null,
  materialsOf: () => [],
  begins: { conclude: concludedByOwnCase },
  letters: clueLetters,
  checks: {
    push: async (input) => refuseFuture(input, [['what', 'occurredAt']]),
  },
})
