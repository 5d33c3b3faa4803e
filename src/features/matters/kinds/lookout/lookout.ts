import type { Words } from '../../../../kernel/words.ts'
import { defineKind } from '../../kind.ts'
import type { LockedLeg } from '../../matter-store.ts'
import { lookoutChart } from './lookout.chart.ts'
import { lookoutChecks } from './lookout.checks.ts'
import { type Lookout, lookoutForms } from './lookout.contract.ts'
import { lookoutLetters } from './lookout.letter.ts'
import { lookoutWords } from './lookout.words.ts'

type Written = Partial<Lookout>

/** Lookout 布控协查: issued at once to up to fifty agencies along the way. */
export const lookout = defineKind({
  name: 'lookout',
  chart: lookoutChart,
  forms: lookoutForms,
  words: lookoutWords,
  numberPrefix: '布控',
  mostAddressees: 50,
  titleOf: (content) => titleOf(content as Written),
  urgencyOf: (content) => (content as Written).lookout?.urgency ?? 'normal',
  subjectKeyOf: (content) => plateKey(content as Written),
  materialsOf: () => [],
  stateDetail: ({ state, done }) => (state === 'expired' ? deployment(done) : undefined),
  letters: lookoutLetters,
  checks: lookoutChecks,
})

/** `冲卡货车（辽M12345）`. */
function titleOf({ lookout: it, vehicles = [] }: Written): string {
  if (!it?.title) return lookoutWords.name.zh
  const plates = vehicles.flatMap(({ plate }) => plate ?? [])
  return plates.length > 0 ? `${it.title}（${plates.slice(0, 3).join('，')}）` : it.title
}

/** What an agency had done about the lookout when it ended. */
function deployment(done: LockedLeg['done']): Words {
  if ('deploy' in done) return { zh: '已布控', en: 'had been deployed' }
  if ('cannotDeploy' in done) return { zh: '说明不能布控', en: 'could not be deployed' }
  return { zh: '未签收', en: 'not signed for' }
}

/** The same vehicles are not looked out for twice at once; vehicles without a known plate may be any. */
function plateKey({ vehicles = [] }: Written): string | null {
  const plates = vehicles.flatMap(({ plate, colour }) => (plate ? [`${plate} ${colour}`] : []))
  return plates.length > 0 && plates.length === vehicles.length ? plates.sort().join(', ') : null
}
