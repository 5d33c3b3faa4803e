import type { Words } from '../../kernel/words.ts'

/** Words of the page where a person says what to be told, and how. */
export const notifications = {
  title: { zh: '提醒设置', en: 'Notifications' },
  text: {
    zh: '消息始终显示在本页面的“消息”中。这里选择还要怎样提醒您；邮件、推送和日历只含编号、类型、时限和链接，不含个人信息。',
    en: 'News always stands under "News". Choose here how else to be told; mails, events and calendar carry number, kind, time and link, no personal data.',
  },
  mine: { zh: '我的提醒', en: 'What I am told' },
  noMailServer: {
    zh: '本系统尚未配置邮件服务器，邮件暂不发送。请联系系统管理员。',
    en: 'No mail server is set up here yet, so no mail is sent. Ask the system administrator.',
  },
  mail: { zh: '电子邮箱', en: 'E-mail address' },
  mailHint: {
    zh: '留空则不发邮件。新邮箱要先填写收到的验证码，此前不发任何提醒。',
    en: 'Leave empty for no mail. A new address is confirmed by a code sent to it; nothing else goes there before.',
  },
  confirmed: { zh: '已验证', en: 'Confirmed' },
  toConfirm: {
    zh: '6 位验证码发往 {{mail}}，一小时内有效，是否发出见“发送记录”。填写前不会发送提醒。',
    en: 'A code of six digits goes to {{mail}}, valid for an hour; what became of it stands under "Sent". Nothing else is sent there before you enter it.',
  },
  code: { zh: '验证码', en: 'Code' },
  confirm: { zh: '验证', en: 'Confirm' },
  isConfirmed: {
    zh: '邮箱已验证，今后的提醒会发到这里。',
    en: 'The address is confirmed and gets your mail from now on.',
  },
  codeAgain: { zh: '重新发送验证码', en: 'Send another code' },
  codeSent: {
    zh: '新的验证码已提交发送，之前的作废。',
    en: 'Another code is on its way; the one before is void.',
  },
  bySort: { zh: '哪些消息发邮件', en: 'What comes by mail' },
  atOnce: { zh: '立即', en: 'At once' },
  digest: { zh: '汇总', en: 'In the digest' },
  off: { zh: '不发', en: 'Not' },
  about: { zh: '范围', en: 'About' },
  aboutMine: { zh: '指派给我的，和还没有指派的', en: 'What is assigned to me, or to nobody' },
  aboutAgency: { zh: '本机构全部', en: 'Everything of my agency' },
  quiet: { zh: '免打扰时段', en: 'Quiet hours' },
  quietHint: {
    zh: '期间只发紧急事项，其余在结束时合并发一次',
    en: 'Only urgent matters come then; the rest comes once, afterwards',
  },
  quietFrom: { zh: '免打扰开始', en: 'Quiet from' },
  quietUntil: { zh: '免打扰结束', en: 'Quiet until' },
  digestAt: { zh: '汇总发送时间（工作日）', en: 'Digest at (working days)' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存。', en: 'Saved.' },
  savedToConfirm: {
    zh: '已保存。验证码正发往新邮箱，请查收后填在邮箱下方；此前不发提醒。',
    en: 'Saved. A code is on its way to the new address; enter it below the address. Until then nothing is sent there.',
  },
  test: { zh: '发送测试邮件', en: 'Send a test mail' },
  tested: {
    zh: '已提交，片刻后见下方“发送记录”。',
    en: 'Asked for; look at "Sent" below in a moment.',
  },
  calendar: { zh: '日历订阅', en: 'Calendar' },
  calendarText: {
    zh: '在手机或邮件程序的日历中订阅，随时看到应由您办理的时限。凭地址即可查看，请勿转发。',
    en: 'Subscribe in the calendar of your phone or mail program to see the deadlines you owe. Whoever has the address can read it: do not pass it on.',
  },
  calendarNone: { zh: '尚未生成地址。', en: 'There is no address yet.' },
  calendarMade: { zh: '{{at}} 生成', en: 'Made {{at}}' },
  calendarRead: { zh: '最近读取 {{at}}', en: 'last read {{at}}' },
  calendarNever: { zh: '尚未读取', en: 'not read yet' },
  calendarMake: { zh: '生成日历地址', en: 'Make an address' },
  calendarRenew: { zh: '更换地址', en: 'Replace the address' },
  calendarRenewText: { zh: '旧地址立即失效。', en: 'The old address stops working at once.' },
  calendarRevoke: { zh: '撤销地址', en: 'Revoke the address' },
  calendarRevoked: { zh: '地址已撤销。', en: 'The address is revoked.' },
  calendarTitle: { zh: '日历地址', en: 'Calendar address' },
  calendarShown: {
    zh: '请现在复制到日历程序。这个地址只显示这一次。',
    en: 'Copy it into your calendar program now. It is shown only this once.',
  },
  agency: { zh: '本机构推送与值班', en: 'My agency: webhook and duty desk' },
  webhook: { zh: '接收程序网址（Webhook）', en: 'Address of the program (webhook)' },
  webhookHint: {
    zh: 'https:// 开头；事件用密钥签名，失败自动重试',
    en: 'Begins with https://; events are signed and tried again when they fail',
  },
  webhookSorts: { zh: '推送哪些消息', en: 'Which news it gets' },
  webhookTest: { zh: '发送测试事件', en: 'Send a test event' },
  webhookPaused: {
    zh: '接收程序连续失败，推送已于 {{at}} 暂停；未送达的消息保留七天。',
    en: 'The program failed again and again; paused {{at}}. Events wait for up to seven days.',
  },
  webhookResume: { zh: '恢复推送', en: 'Resume' },
  webhookResumed: { zh: '已恢复推送。', en: 'Resumed.' },
  secretTitle: { zh: '签名密钥', en: 'Signing secret' },
  secretText: {
    zh: '请现在交给接收程序的维护人员。这个密钥只显示这一次；更换网址会生成新的密钥。',
    en: 'Give it to whoever keeps the program now. It is shown only this once; a new address gets a new one.',
  },
  dutyMail: { zh: '值班邮箱', en: 'Mail of the duty desk' },
  dutyMailHint: {
    zh: '紧急来件随时发到这里和值班人员的邮箱。新邮箱要先填写收到的验证码。',
    en: 'Urgent arrivals come here and to who is on duty at any hour. A new address is confirmed by a code first.',
  },
  dutyMinutes: { zh: '无人查看多久后报负责人（分钟）', en: 'Minutes unopened until leaders are told' },
  sent: { zh: '发送记录', en: 'Sent' },
  nothingSent: { zh: '还没有发送过。', en: 'Nothing was sent yet.' },
  at: { zh: '时间', en: 'When' },
  who: { zh: '发给', en: 'To' },
  channel: { zh: '方式', en: 'How' },
  mailChannel: { zh: '邮件', en: 'Mail' },
  webhookChannel: { zh: '推送', en: 'Webhook' },
  what: { zh: '内容', en: 'About' },
  testPurpose: { zh: '测试', en: 'Test' },
  codePurpose: { zh: '邮箱验证码', en: 'Code of an address' },
  pausedPurpose: { zh: '推送暂停通知', en: 'Webhook paused' },
  state: { zh: '结果', en: 'Outcome' },
  sentAt: { zh: '{{at}} 已发出', en: 'Sent {{at}}' },
  waiting: { zh: '等待发送', en: 'Waiting' },
  trying: {
    zh: '第 {{count}} 次未成，稍后再试：{{why}}',
    en: 'Try {{count}} failed, tried again later: {{why}}',
  },
  failed: { zh: '未能发出：{{why}}', en: 'Failed: {{why}}' },
  older: { zh: '更早的记录', en: 'Older' },
} as const satisfies Record<string, Words>

/** Why something was not sent, by the word that is kept; what a receiving program answered is kept with its number. */
export function deliveryFault(fault: string): Words {
  const status = /^answered-(\d+)$/.exec(fault)?.[1]
  if (status) return { zh: `接收程序答复 ${status}`, en: `the program answered ${status}` }
  return deliveryFaults[fault] ?? { zh: fault, en: fault }
}

const deliveryFaults: Readonly<Record<string, Words>> = {
  unreachable: { zh: '连不上', en: 'out of reach' },
  timeout: { zh: '没有应答', en: 'no answer' },
  'sign-in': { zh: '邮件服务器拒绝登录', en: 'the mail server refused our sign-in' },
  tls: { zh: '加密连接失败', en: 'no encrypted connection' },
  certificate: {
    zh: '邮件服务器的证书不受信任（单位自建的证书机构须由系统管理员用 XIEZHI_SMTP_CA 指定）',
    en: 'the certificate of the mail server is not trusted (the system administrator names an authority of one’s own by XIEZHI_SMTP_CA)',
  },
  'broke-off': { zh: '连接中断', en: 'the connection broke off' },
  'refused-for-now': { zh: '邮件服务器要求稍后再试', en: 'the mail server asks to come later' },
  'address-refused': { zh: '邮箱地址被拒收', en: 'the address was refused' },
  'no-address': { zh: '没有填写或没有验证地址', en: 'there is no confirmed address' },
  'address-not-allowed': {
    zh: '不允许访问这个网址（内部网络地址须由系统管理员放行）',
    en: 'this address is not allowed (the system administrator has to name inner networks)',
  },
}
