import { defineChart } from '../../../../kernel/chart.ts'
import { lightDraft, lightEnds, lightReceipt } from '../light-exchange.ts'
import { givingUp, takingBack } from '../taking-back.ts'

/**
 * Recognition of evidence 证据互认: evidence that another region collected enters a file only after the agency that wants to use it
 * has reviewed it, piece by piece, against the check-lists of both regions. The review is the receiver's alone: what it does not
 * recognise stays with the provider, who may offer it anew with what was missing.
 */
export const evidenceRecognitionChart = defineChart({
  name: 'evidence-recognition',
  initial: 'drafted',
  states: {
    drafted: lightDraft,
    sent: {
      acknowledge: { to: 'received', by: 'answerer', signs: true },
      ...takingBack('sent'),
      ...givingUp,
    },
    received: {
      recognise: { to: 'recognised', by: 'answerer' },
      requestSupplement: { to: 'supplementing', by: 'answerer', once: true },
      refuse: { to: 'refused', by: 'answerer' },
      ...takingBack('received'),
    },
    supplementing: {
      supply: { to: 'received', by: 'asker' },
      recognise: { to: 'recognised', by: 'answerer' },
      refuse: { to: 'refused', by: 'answerer' },
      ...takingBack('supplementing'),
    },
    recognised: {},
    refused: {},
    ...lightEnds,
  },
  clocks: {
    receipt: lightReceipt,
    // Runs from delivery, not from the acknowledgement: not signing for it gains nobody time.
    review: {
      rule: 'EVIDENCE_REVIEW',
      owes: 'answerer',
      runsIn: ['sent', 'received'],
      pausedIn: ['supplementing'],
      metBy: ['recognise', 'refuse'],
    },
    supplement: {
      rule: 'EVIDENCE_SUPPLEMENT',
      owes: 'asker',
      runsIn: ['supplementing'],
      metBy: ['supply'],
    },
  },
})
