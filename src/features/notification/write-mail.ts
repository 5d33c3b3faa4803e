import { chinaClock } from '../../kernel/day.ts'
import { numberWithKind } from '../../kernel/kind-before.ts'
import { codeMinutes } from './confirm-mail.ts'
import { noticeSortNames, noticeSorts } from './notice-sorts.ts'
import type { TellableNews } from './read-news.ts'

/** What a mail says. */
export type Letter = { readonly subject: string; readonly text: string }

/** A mail of news: Chinese first, English below; numbers, times and links, no names of people. Pure. */
export function writeMail(news: readonly TellableNews[], address: string): Letter {
  const [only] = news
  const subject =
    only && news.length === 1
      ? `【${labelOf(only).zh}】${numberWithKind(only.number, only.kindName).zh}`
      : `【协执】${news.length} 条消息：${countsOf(news)}`
  return { subject, text: [...news.map((piece) => lineOf(piece, address)), footer(address)].join('\n\n') }
}

/** A mail that shows that mails arrive. */
export const testMail = (address: string): Letter => ({
  subject: '【协执】测试邮件 Test message',
  text: [
    '收到这封邮件，说明提醒可以送达这个邮箱。',
    'This message shows that reminders reach this address.',
    footer(address),
  ].join('\n\n'),
})

/** Carries the code that shows that who gave an address reads its mail. It names nobody: the address may be a stranger's. */
export const codeMail = (code: string, address: string): Letter => ({
  subject: '【协执】邮箱验证码 Confirm this address',
  text: [
    `验证码：${code}`,
    `有人在协执系统中填写了这个邮箱，用于接收办案提醒。如是您本人，请在 ${codeMinutes} 分钟内登录系统，在“提醒设置”中填写验证码：${address}/notifications`,
    '如不是您本人，请忽略本邮件：未经验证，这个邮箱不会收到任何提醒。请勿将验证码告诉他人。',
    `Code: ${code}`,
    `Somebody gave this address in Xiezhi to be told of matters. If it was you, enter the code under "Notifications" within ${codeMinutes} minutes. If not, do nothing: without it nothing else is sent here. Pass the code on to nobody.`,
  ].join('\n\n'),
})

/** Tells those who lead an agency that its program does not answer. */
export const pausedMail = (address: string): Letter => ({
  subject: '【协执】消息推送（Webhook）已暂停 Webhook paused',
  text: [
    '本机构登记的接收程序连续多次没有正常应答，推送已暂停；未送达的消息保留七天。请检查接收程序后，在“提醒设置”中恢复推送。',
    'The program of your agency failed to answer many times in a row. Events wait, for up to seven days; check it and resume under "Notifications".',
    footer(address),
  ].join('\n\n'),
})

const labelOf = ({ sort, isUnanswered }: TellableNews) =>
  isUnanswered ? { zh: '紧急来件无人查看', en: 'Urgent and unopened' } : noticeSorts[sort]

function lineOf(news: TellableNews, address: string): string {
  const label = labelOf(news)
  const due = news.dueAt ? chinaClock(news.dueAt) : null
  const matter = numberWithKind(news.number, news.kindName)
  // A label that says so itself does not say it twice.
  const urgent =
    news.isUrgent && news.sort !== 'urgent' && !news.isUnanswered
      ? { zh: '紧急 · ', en: 'urgent · ' }
      : { zh: '', en: '' }
  const { clockName } = news
  const until = {
    zh: due ? ` · ${clockName ? `${clockName.zh} ` : ''}${due} 到期` : clockName ? `（${clockName.zh}）` : '',
    en: due ? ` · ${clockName ? `${clockName.en}, ` : ''}due ${due}` : clockName ? ` (${clockName.en})` : '',
  }
  return [
    `${label.zh}：${urgent.zh}${matter.zh} · ${news.happened.zh}${until.zh}`,
    `${label.en}: ${urgent.en}${matter.en} · ${news.happened.en}${until.en}`,
    `${address}/matters/${news.matterId}`,
  ].join('\n')
}

function countsOf(news: readonly TellableNews[]): string {
  return noticeSortNames
    .map((sort) => ({ sort, count: news.filter((piece) => piece.sort === sort).length }))
    .filter(({ count }) => count > 0)
    .map(({ sort, count }) => `${noticeSorts[sort].zh} ${count}`)
    .join('、')
}

const footer = (address: string): string =>
  `—\n请登录系统查看内容。提醒方式可在“提醒设置”中修改：${address}/notifications\nSign in to read more. Change what you are told under "Notifications".`
