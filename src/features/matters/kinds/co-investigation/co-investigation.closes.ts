import type { Words } from '../../../../kernel/words.ts'
import type { Tx } from '../../../../platform/database.ts'
import type { WhereItStands } from '../../kind.ts'
import { answeredTasks } from './answered-tasks.ts'
import type { Request } from './co-investigation.contract.ts'

/** What a co-investigation leaves no room for, whatever its forms say. */
export const coInvestigationCloses = { answerTask: allAnswered, reply: tasksLeft } as const

/** Every task is answered once. */
async function allAnswered(tx: Tx, at: WhereItStands): Promise<Words | undefined> {
  if ((await openTasks(tx, at)).length > 0) return undefined
  return {
    zh: '全部任务均已答复，请作“最终答复”；需要补充的，在最终答复中说明。',
    en: 'Every task is answered; give the final answer, and in it what is to be added.',
  }
}

/** The last word comes when no task is unanswered; it names those that are. */
async function tasksLeft(tx: Tx, at: WhereItStands): Promise<Words | undefined> {
  const open = await openTasks(tx, at)
  if (open.length === 0) return undefined
  return {
    zh: `还有任务没有答复：第 ${open.join('、')} 项。请逐项答复；确实无法完成的，选择“无法完成”并说明理由。`,
    en: `Not every task is answered yet: ${open.join(', ')}. Answer each; say of what cannot be done why.`,
  }
}

async function openTasks(tx: Tx, { matter, leg }: WhereItStands): Promise<readonly number[]> {
  const answered = await answeredTasks(tx, { matterId: matter.id, leg: leg.no })
  return (matter.content as Request).tasks.flatMap((_, index) => (answered.has(index + 1) ? [] : [index + 1]))
}
