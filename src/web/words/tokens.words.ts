import type { Words } from '../../kernel/words.ts'

/** Words of the page of API tokens. */
export const tokens = {
  text: {
    zh: '其他系统凭令牌调用本平台接口，以本机构名义办理。审批、签发和指定管辖只能由人办理，令牌没有这些权限。',
    en: 'With a token another system calls the interface and acts for the agency. Approving, signing and designating are for people; no token can.',
  },
  name: { zh: '用途（系统名称）', en: 'For which program' },
  agency: { zh: '机构', en: 'Agency' },
  scopes: { zh: '权限', en: 'May' },
  open: { zh: '发起事项', en: 'open matters' },
  handle: { zh: '办理事项', en: 'handle matters' },
  refer: { zh: '发起部门移交（协作部门）', en: 'begin referrals (partner departments)' },
  hotline: { zh: '转办 12328 诉求', en: 'forward 12328 calls' },
  oversee: { zh: '监督查看', en: 'oversee' },
  convene: { zh: '办理联席会议办公室工作', en: 'do the work of the joint office' },
  expiresAt: { zh: '有效期至', en: 'Valid until' },
  expiresHint: { zh: '当日 24:00 失效，最长一年', en: 'Ends at midnight of that day; at most a year' },
  lastUsed: { zh: '最近使用', en: 'Last used' },
  never: { zh: '未使用', en: 'never' },
  state: { zh: '状态', en: 'State' },
  valid: { zh: '有效', en: 'Valid' },
  expired: { zh: '已过期', en: 'Expired' },
  revokedAt: { zh: '已于 {{at}} 撤销', en: 'Revoked {{at}}' },
  acts: { zh: '操作', en: 'Actions' },
  create: { zh: '签发令牌', en: 'Make a token' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeNamed: { zh: '撤销 {{name}}', en: 'Revoke {{name}}' },
  revokeText: {
    zh: '撤销后，使用这个令牌的系统立即不能再调用接口。不能恢复。',
    en: 'The program that uses it is shut out at once. This cannot be undone.',
  },
  revoked: { zh: '令牌已撤销。', en: 'The token is revoked.' },
  secretTitle: { zh: '令牌已签发', en: 'The token is made' },
  secretText: {
    zh: '请立即复制并妥善保存“{{name}}”的令牌。它只显示这一次，平台不保存原文。',
    en: 'Copy the token of "{{name}}" now and keep it safe. It is shown only this once; the platform does not keep it.',
  },
  secret: { zh: '令牌', en: 'Token' },
  copy: { zh: '复制', en: 'Copy' },
  nothing: { zh: '还没有令牌', en: 'No tokens yet' },
  nothingText: {
    zh: '需要让其他系统调用接口时，在下面签发一枚。',
    en: 'Make one below when another system is to call the interface.',
  },
  notYours: {
    zh: '接口令牌由本机构负责人或安全管理员管理。',
    en: 'API tokens are kept by the leader of the agency or the security administrator.',
  },
} as const satisfies Record<string, Words>
