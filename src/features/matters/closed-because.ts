import type { ClosedBecause, Step } from '../../kernel/chart.ts'
import { Refusal, type RefusalCode } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import type { Kind } from './kind.ts'

const sideWords: Record<Step['by'], Words> = {
  asker: { zh: '发起方', en: 'the asking agency' },
  answerer: { zh: '承办方', en: 'the answering agency' },
  superior: { zh: '共同上级', en: 'the common superior' },
}

const powerWords: Record<string, Words> = {
  handle: { zh: '办案人员', en: 'a case officer' },
  approve: { zh: '法制审核人员或负责人', en: 'a legal reviewer or leader' },
  designate: { zh: '有指定管辖权限的人员', en: 'somebody who may designate' },
  lead: { zh: '负责人', en: 'a leader' },
}

const codes: Record<ClosedBecause, RefusalCode> = {
  'no-such-action': 'invalid-input',
  'wrong-state': 'not-now',
  'already-done': 'not-now',
  'too-early': 'not-now',
  'other-side': 'not-your-turn',
  'no-power': 'not-allowed',
  'same-person': 'not-allowed',
  'by-clock': 'not-now',
}

/** The agency that reviews for the one that wrote it, if one does. */
type Reviewer = { readonly name: string; readonly nameEn: string } | null

/** Why an action is closed to the reader, and who can take it: shown beside the disabled button (P: nobody wonders why). */
export function closedWords(
  kind: Kind,
  state: string,
  action: string,
  why: ClosedBecause,
  reviewer: Reviewer = null,
): Words {
  const step = kind.chart.states[state]?.[action]
  const stateName = kind.words.states[state] ?? { zh: state, en: state }
  const actionName = (name: string | undefined): Words =>
    kind.words.actions[name ?? ''] ?? { zh: name ?? '', en: name ?? '' }
  const side = sideWords[step?.by ?? 'asker']
  const power = powerWords[step?.power ?? 'handle'] ?? { zh: '', en: '' }
  switch (why) {
    case 'no-such-action':
      return {
        zh: `这类事项没有“${action}”这个动作。`,
        en: `This kind of matter knows no action "${action}".`,
      }
    case 'wrong-state': {
      const { by, actions } = possibleInstead(kind, state, action)
      const now = actions.map(actionName)
      const names = {
        zh: now.map(({ zh }) => `“${zh}”`).join('、'),
        en: now.map(({ en }) => `"${en}"`).join(', '),
      }
      return {
        zh: `当前状态为“${stateName.zh}”，不能办理“${actionName(action).zh}”。${now.length > 0 ? `${sideWords[by].zh}现在可以办理：${names.zh}。` : ''}请刷新页面查看最新进展。`,
        en: `The state is "${stateName.en}", in which "${actionName(action).en}" is not possible${now.length > 0 ? `; ${sideWords[by].en} may take ${names.en}` : ''}. Reload to see where it stands.`,
      }
    }
    case 'by-clock':
      return {
        zh: `“${actionName(action).zh}”由系统在时限届满时自动办理，无需人工办理。`,
        en: `"${actionName(action).en}" happens by itself when the time is up; nobody has to do it.`,
      }
    case 'already-done':
      return { zh: '只能办理一次，已经办理过了。', en: 'This can be done once, and it has been.' }
    case 'too-early': {
      const first = actionName(step?.after)
      return { zh: `请先完成“${first.zh}”。`, en: `"${first.en}" comes first.` }
    }
    case 'other-side':
      if (step?.by === 'superior') return onlyTheSuperior
      return {
        zh: `等待${side.zh}办理，非本单位职责。`,
        en: `This is for ${side.en} to do, not for your agency.`,
      }
    case 'no-power':
      if (reviewer && step?.power === 'approve') return forReviewer(reviewer)
      return { zh: `须由本单位${power.zh}办理。`, en: `This is for ${power.en} of your agency.` }
    case 'same-person': {
      if (reviewer) return forReviewer(reviewer)
      const former = actionName(step?.otherThan)
      return {
        zh: `办理“${former.zh}”的人不能同时办理这一步，请由其他人员办理。`,
        en: `Whoever did "${former.en}" cannot do this too; another person must.`,
      }
    }
  }
}

const onlyTheSuperior: Words = {
  zh: '这一步只能由双方共同的上级主管部门办理。其他单位，包括联席会议办公室，可以留言调解和提出建议，不能指定管辖。',
  en: 'Only the common superior of both sides does this. Others, a joint-conference office among them, may mediate with a message but never designate.',
}

const forReviewer = ({ name, nameEn }: NonNullable<Reviewer>): Words => ({
  zh: `本单位没有其他审核人员，已送${name}的法制审核人员或负责人代为审核。如需催促，请与其联系。`,
  en: `Your agency has nobody else to review it; a legal reviewer or leader of ${nameEn} does. Ask there.`,
})

/** Whose action this is, and what that side can do in the present state instead. */
function possibleInstead(
  kind: Kind,
  state: string,
  action: string,
): { readonly by: Step['by']; readonly actions: readonly string[] } {
  const states = Object.values(kind.chart.states) as readonly Readonly<Record<string, Step>>[]
  const by = states.flatMap((steps) => steps[action] ?? [])[0]?.by ?? 'asker'
  const actions = Object.entries(kind.chart.states[state] ?? {}).flatMap(([name, step]) =>
    step.by === by && !step.atEndOf && !step.undelivered && !step.after ? [name] : [],
  )
  return { by, actions }
}

/** The refusal of an action the chart does not allow now. */
export function closedRefusal(
  kind: Kind,
  state: string,
  action: string,
  why: ClosedBecause,
  reviewer: Reviewer = null,
): Refusal {
  return new Refusal(codes[why], closedWords(kind, state, action, why, reviewer), { facts: { why, state } })
}
