import type { Words } from '../../kernel/words.ts'

/** A small file that did not arrive. */
export const brokenOff: Words = {
  zh: '上传中断。请检查网络后重试。',
  en: 'The upload broke off. Check the network and try again.',
}

/** Somebody chose another file to go on with. */
export const anotherFile: Words = {
  zh: '这不是同一个文件（大小或修改时间不同），没有继续。请选择原来的文件，或取消后重新上传。',
  en: 'This is another file (its size or date differs), so nothing was sent. Choose the original one, or give the upload up and begin anew.',
}

/** What the server said no with. */
export function wordsOf(text: string): Words {
  try {
    const { words, faults } = JSON.parse(text) as { words?: Words; faults?: readonly { message: Words }[] }
    return faults?.[0]?.message ?? words ?? brokenOff
  } catch {
    return brokenOff
  }
}
