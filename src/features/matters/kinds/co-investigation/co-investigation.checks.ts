import { invalidInput, refuseFaults, refuseTogether } from '../../../../kernel/faults.ts'
import type { Words } from '../../../../kernel/words.ts'
import { attachmentsOf } from '../../../files/files.ts'
import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'
import { outOfOrder, requestArrived } from '../out-of-order.ts'
import { answeredTasks } from './answered-tasks.ts'
import type { Request, TaskAnswer } from './co-investigation.contract.ts'

type Tasks = Request['tasks']

/** What the forms of a co-investigation cannot see. */
export const coInvestigationChecks = {
  answerTask: async (input: EffectInput) => {
    const answer = input.body as TaskAnswer
    const answered = await answeredTasks(input.tx, { matterId: input.matter.id, leg: input.leg.no })
    await refuseTogether(
      () => refuseFuture(input, [['doneAt'], ['endedAt']]),
      () => refuseDoneBefore(input, answer),
      () => refuseUnfitAnswer(tasksOf(input), answer, answered),
    )
    if (answer.result === 'remote') await refuseUnrecorded(input)
  },
} as const

/** Refuses what is said to have been done before anybody asked for it. */
function refuseDoneBefore({ leg }: EffectInput, answer: TaskAnswer): void {
  if ('doneAt' in answer) refuseFaults(outOfOrder(['doneAt'], answer.doneAt, [requestArrived(leg)]))
}

const tasksOf = ({ matter }: EffectInput): Tasks => (matter.content as Request).tasks

/** Refuses an answer to a task that is none, is answered already, or asks for something else. */
export function refuseUnfitAnswer(tasks: Tasks, answer: TaskAnswer, answered: ReadonlySet<number>): void {
  const task = tasks[answer.task - 1]
  const fault = (path: string, zh: string, en: string) =>
    invalidInput([{ path: [path], message: { zh, en } }])
  if (!task)
    throw fault(
      'task',
      `本次协查只有 ${tasks.length} 项任务，请重新选择。`,
      `There are ${tasks.length} tasks; choose one.`,
    )
  if (answered.has(answer.task))
    throw fault(
      'task',
      `第 ${answer.task} 项已经答复。如需补充，请在最终答复中说明。`,
      `Task ${answer.task} has been answered; add what is new to the final answer.`,
    )
  const isRemote = task.kind === 'remote-statement'
  if (isRemote && answer.result === 'done')
    throw fault(
      'result',
      '远程询问须登记双方执法人员、身份核验、录音录像和签名，请选择“远程询问已完成”。',
      'A statement by video is answered with the officers of both sides, the identity check, recording and signature.',
    )
  if (!isRemote && answer.result === 'remote')
    throw fault(
      'result',
      '该项任务不是远程询问，请选择“已完成”或“无法完成”。',
      'This task is no statement by video; answer that it is done, or why it cannot be.',
    )
}

/** Refuses a statement by video whose recording or signed record has not been attached. */
async function refuseUnrecorded({ tx, matter, actorAgencyId }: EffectInput): Promise<void> {
  const files = await attachmentsOf(tx, matter.id)
  const attached = new Set(
    files.flatMap(({ agency, internal, item }) =>
      agency.id === actorAgencyId && !internal && item ? [item] : [],
    ),
  )
  const needed: Readonly<Record<string, Words>> = {
    'remote-recording': {
      zh: '请先添加附件“远程询问录音录像”，再登记完成。',
      en: 'Attach the recording of the statement first.',
    },
    'remote-record': {
      zh: '请先添加附件“远程询问笔录（签名件）”，再登记完成。',
      en: 'Attach the signed record of the statement first.',
    },
  }
  const faults = Object.entries(needed).flatMap(([item, message]) =>
    attached.has(item) ? [] : [{ path: ['recorded'], message }],
  )
  if (faults.length > 0) throw invalidInput(faults)
}
