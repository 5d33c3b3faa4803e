import { Refusal } from '../../kernel/refusal.ts'

/** Somebody else moved the matter on. What was typed is spoken of only where something was. */
export const changedMeanwhile = (current: number, body: unknown): Refusal => {
  const isTyped = typeof body === 'object' && body !== null && Object.keys(body).length > 0
  return new Refusal(
    'already-changed',
    {
      zh: `这件事项刚刚被他人办理过，状态已变化。请查看最新进展后再决定${isTyped ? '；已填写的内容仍保留' : ''}。`,
      en: `Somebody has acted on this matter in the meantime. Look at where it stands and decide again${isTyped ? '; what you typed is kept' : ''}.`,
    },
    { facts: { current } },
  )
}

export const keyReused = (): Refusal =>
  new Refusal('conflict', {
    zh: '同一个 Idempotency-Key 已用于另一次内容不同的提交。请换用新的值。',
    en: 'This Idempotency-Key was used before for something else. Use a new one.',
  })

export const alreadyPending = (number: string | undefined): Refusal =>
  new Refusal(
    'already-pending',
    {
      zh: `同一案件、文书或者记录已有一件在办事项${number ? `（${number}）` : ''}。请在该事项中继续办理，或待其办结后再发起。`,
      en: `The same case, document or record is already under way${number ? ` (${number})` : ''}. Go on there, or wait until it is settled.`,
    },
    { facts: { number: number ?? null } },
  )

export const notAParty = (): Refusal =>
  new Refusal('not-your-turn', {
    zh: '贵单位可以查看这件事项，但不是其中任何一方，不能办理。',
    en: 'Your agency may look at this matter but is no side of it and cannot act on it.',
  })

export const sayWhichLeg = (legs: readonly number[]): Refusal =>
  new Refusal(
    'invalid-input',
    {
      zh: `这件事项有多个承办方，请用 leg 指明是哪一方的往来：${legs.join('、')}。`,
      en: `This matter has several answering agencies; say with leg which one you mean: ${legs.join(', ')}.`,
    },
    { facts: { legs } },
  )
