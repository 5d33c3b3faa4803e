import { chinaDayOf } from '../../../../kernel/day.ts'
import { defineKind } from '../../kind.ts'
import { lastTaken } from '../last-said.ts'
import { documentServiceChart } from './document-service.chart.ts'
import { documentServiceChecks } from './document-service.checks.ts'
import { documentServiceForms, type Entrustment, type Serving } from './document-service.contract.ts'
import { documentServiceFindings } from './document-service.findings.ts'
import { documentServiceLetters } from './document-service.letter.ts'
import { documentServiceMaterials } from './document-service.materials.ts'
import { documentServiceWords } from './document-service.words.ts'

type Written = Partial<Entrustment>

/** Entrusted service 委托送达: one document, one agency that serves it. */
export const documentService = defineKind({
  name: 'document-service',
  chart: documentServiceChart,
  forms: documentServiceForms,
  words: documentServiceWords,
  numberPrefix: '委送',
  mostAddressees: 1,
  titleOf: (content) => titleOf(content as Written),
  urgencyOf: (content) => (content as Written).request?.urgency ?? 'normal',
  // The same document is not served twice at once.
  subjectKeyOf: (content) => (content as Written).document?.number ?? null,
  letters: documentServiceLetters,
  materialsOf: () => documentServiceMaterials,
  checks: documentServiceChecks,
  begins: {
    // A receipt bears the day on which the document was served; there is one leg.
    returnReceipt: async (tx, matter) => {
      const served = await lastTaken<Serving>({ tx, matter, leg: { no: 1 } }, ['serve', 'amendService'])
      return served ? { receiptDate: chinaDayOf(served.form.at) } : {}
    },
  },
  finds: documentServiceFindings,
})

/** `行政处罚决定书（辽铁昌交罚〔2025〕00017号，四平某物流有限公司）`; a natural person is never named in a title. */
function titleOf({ document: it, recipient }: Written): string {
  if (!it?.title) return documentServiceWords.name.zh
  const about = [it.number, recipient?.kind === 'organisation' ? recipient.name : undefined]
  const known = about.filter((part) => part !== undefined)
  return known.length > 0 ? `${it.title}（${known.join('，')}）` : it.title
}
