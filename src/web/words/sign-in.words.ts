import type { Words } from '../../kernel/words.ts'

/** Words of signing in, of passwords, and of a session that ended. */
export const signIn = {
  title: { zh: '登录', en: 'Sign in' },
  login: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  submit: { zh: '登录', en: 'Sign in' },
  missing: { zh: '请填写账号和密码。', en: 'Enter your account and password.' },
  failed: { zh: '未能登录', en: 'You are not signed in' },
  help: {
    zh: '忘记密码或账号被锁定，请联系本单位的安全管理员。',
    en: "Forgotten password or locked account? Ask your agency's security administrator.",
  },
  demoTitle: { zh: '演示账号', en: 'Demonstration accounts' },
  demoText: {
    zh: '这是演示系统，人员和企业均为虚构。选择一个身份即可填入账号，密码均为 {{password}}。',
    en: 'This is a demonstration; people and companies are invented. Choose an identity to fill in its account; the password is always {{password}}.',
  },
  demoFind: { zh: '查找演示账号', en: 'Find a demonstration account' },
  use: { zh: '以 {{name}} 的身份填写', en: 'Fill in as {{name}}' },
  endedTitle: { zh: '登录已过期', en: 'Your session has ended' },
  endedText: {
    zh: '请重新登录。页面上已填写的内容都还在，登录后可以接着办理。',
    en: 'Sign in again. Everything typed on this page is still there, and you go on where you were.',
  },
  otherAccount: { zh: '换用其他账号', en: 'Use another account' },
  mustChangeTitle: { zh: '请先修改密码', en: 'Change your password first' },
  mustChangeText: {
    zh: '初始密码或到期的密码只能用于设置新密码。设置后即可继续办理。',
    en: 'A first or expired password only serves to set a new one. After that you can go on.',
  },
  currentPassword: { zh: '当前密码', en: 'Current password' },
  nextPassword: { zh: '新密码', en: 'New password' },
  repeatPassword: { zh: '再次输入新密码', en: 'Repeat the new password' },
  passwordHint: {
    zh: '至少 10 位，含大写字母、小写字母、数字、符号中的三类，不含账号名。',
    en: 'At least 10 characters of three kinds (capitals, small letters, digits, signs), without the account name.',
  },
  notSame: { zh: '两次输入的新密码不一致，请重新输入。', en: 'The two do not match; enter them again.' },
  changePassword: { zh: '修改密码', en: 'Change password' },
  passwordChanged: {
    zh: '密码已修改，其他设备上的登录已全部退出。',
    en: 'Your password is changed; other devices are signed out.',
  },
} as const satisfies Record<string, Words>
