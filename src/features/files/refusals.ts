import { Refusal } from '../../kernel/refusal.ts'
import { acceptedFileKinds, type FileFamily, familyWords } from './accepted-file-kinds.ts'

/** What the files feature refuses, and what to do then. */

export const noSuchMatter = (): Refusal =>
  new Refusal('not-found', {
    zh: '没有这件协作事项，或者贵单位不是其中一方。请核对后重试。',
    en: 'There is no such matter, or your agency takes no part in it. Please check.',
  })

export const noSuchFile = (): Refusal =>
  new Refusal('not-found', {
    zh: '没有这个附件，或者您无权查看。请从协作事项的附件列表中打开。',
    en: 'There is no such file, or you may not see it. Open it from the list of files of the matter.',
  })

export const mayNotAdd = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '您的角色只能查看，不能添加或撤回附件。请由本单位办案人员操作。',
    en: 'Your role may only look. A case officer of your agency can add or withdraw files.',
  })

export const notAParty = (): Refusal =>
  new Refusal('not-your-turn', {
    zh: '贵单位可以查看这件事项，但不是其中任何一方，不能添加附件。',
    en: 'Your agency may look at this matter but is no side of it and cannot add files.',
  })

export const settled = (): Refusal =>
  new Refusal('not-now', {
    zh: '这件事项已经办结，不能再添加或撤回附件。如需补充，请新建一件关联事项。',
    en: 'This matter is settled; files can no longer be added or withdrawn. Open a linked matter for what is missing.',
  })

export const underReview = (): Refusal =>
  new Refusal('not-now', {
    zh: '材料已提交审核，附件不能再变动，以免审核前后不一致。需要变动的，请先收回修改；案件须先“重新调查”。',
    en: 'The material is with the reviewer, so its files stay as they are: what is approved is what counts. Take it back first to change it; a case is reopened.',
  })

export const sayWhichLeg = (legs: readonly number[]): Refusal =>
  new Refusal(
    'invalid-input',
    {
      zh: `这件事项有多个承办方，请用 leg 指明是本单位参与的哪一方往来：${legs.join('、')}。`,
      en: `This matter has several answering agencies; say with leg which conversation of yours you mean: ${legs.join(', ')}.`,
    },
    { facts: { legs } },
  )

export const tooManyFiles = (most: number): Refusal =>
  new Refusal('too-many', {
    zh: `一件事项最多 ${most} 个附件。请把同类文件合并成 PDF 或压缩包后再上传。`,
    en: `A matter holds at most ${most} files. Combine similar ones into a PDF or an archive.`,
  })

/** The name has an extension that is not in the list. */
export const unknownKind = (extension: string): Refusal =>
  new Refusal(
    'unsupported',
    {
      zh: `不接受${extension ? `“.${extension}”` : '没有扩展名的'}文件。可以上传：${acceptedList('zh')}。请转换格式后再上传。`,
      en: `${extension ? `".${extension}" files` : 'Files without an extension'} are not accepted. You may upload: ${acceptedList('en')}. Convert it first.`,
    },
    { facts: { extension } },
  )

function acceptedList(language: 'zh' | 'en'): string {
  const families = Object.keys(familyWords) as FileFamily[]
  return families
    .map((family) => {
      const extensions = acceptedFileKinds
        .filter((kind) => kind.family === family)
        .flatMap((k) => k.extensions)
      return `${familyWords[family][language]} ${[...new Set(extensions)].join(' ')}`
    })
    .join(language === 'zh' ? '；' : '; ')
}

/** The bytes are not what the name says. */
export const lyingFile = (extension: string, sign: string): Refusal =>
  new Refusal(
    'unsupported',
    {
      zh: `文件内容与扩展名不符：名为“.${extension}”，内容${signWords(sign).zh}。没有保存；请核对是否选错文件，或用正确的格式另存后再上传。`,
      en: `The content does not match the name: it is called ".${extension}" but ${signWords(sign).en}. It was not kept; check that it is the right file, or save it in the right format.`,
    },
    { facts: { extension, sign } },
  )

function signWords(sign: string): { zh: string; en: string } {
  if (sign === 'unknown') return { zh: '无法识别或已损坏', en: 'the bytes are unknown or damaged' }
  if (sign === 'markup') return { zh: '是网页', en: 'holds a web page' }
  if (sign === 'script') return { zh: '是脚本', en: 'holds a script' }
  if (sign === 'text') return { zh: '是文本', en: 'holds plain text' }
  return { zh: `是“${sign}”`, en: `holds "${sign}"` }
}

/** An Office file carries macros, under whatever name. */
export const macrosInside = (): Refusal =>
  new Refusal('unsupported', {
    zh: '文件带有宏，打开时可能运行程序，没有保存。请另存为不带宏的格式后再上传。',
    en: 'The file carries macros, which may run when it is opened; it was not kept. Save it without macros and upload it again.',
  })

/** The type that the sender declared is another kind's. */
export const lyingType = (extension: string, declared: string): Refusal =>
  new Refusal(
    'unsupported',
    {
      zh: `文件名“.${extension}”与声明的类型“${declared}”不符，没有保存。请核对文件，或以 application/octet-stream 提交。`,
      en: `The name ".${extension}" does not match the declared type "${declared}"; it was not kept. Check the file, or send it as application/octet-stream.`,
    },
    { facts: { extension, declared } },
  )

export const damagedArchive = (): Refusal =>
  new Refusal('unsupported', {
    zh: '文件不完整或已损坏，打不开，没有保存。请在本机确认能正常打开后重新上传。',
    en: 'The file is incomplete or damaged and was not kept. Make sure that it opens on your own machine, then upload it again.',
  })

export const climbingOut = (entry: string): Refusal =>
  new Refusal(
    'unsupported',
    {
      zh: `文件内有一个条目“${entry}”指向解压目录之外，解压时会覆盖别处的文件，没有保存。请核实来源，重新打包后上传。`,
      en: `The file has an entry, "${entry}", that leads out of the folder it is unpacked into and would overwrite files elsewhere; it was not kept. Make sure where it is from, pack it anew and upload it.`,
    },
    { facts: { entry } },
  )

export const runnableInside = (entry: string): Refusal =>
  new Refusal(
    'unsupported',
    {
      zh: `压缩包内含有可执行文件或网页“${entry}”，没有保存。请去掉后重新打包上传。`,
      en: `The archive contains a program or a web page, "${entry}"; it was not kept. Take it out, pack again and upload.`,
    },
    { facts: { entry } },
  )

export const bytesSweptMeanwhile = (): Refusal =>
  new Refusal('unavailable', {
    zh: '文件没有保存成功，请重新上传一次。',
    en: 'The file was not kept; upload it once more.',
  })

export const keyReused = (): Refusal =>
  new Refusal('conflict', {
    zh: '同一个 Idempotency-Key 已用于另一次内容不同的提交，原来的附件没有变。请换用新的值。',
    en: 'This Idempotency-Key was used before for something else; the earlier file is unchanged. Use a new one.',
  })

export const notYours = (): Refusal =>
  new Refusal('not-your-turn', {
    zh: '只有添加附件的单位可以撤回，且只能撤回一次。请联系对方单位。',
    en: 'Only the agency that added a file can withdraw it, and only once. Ask the other agency.',
  })

export const noSuchUpload = (): Refusal =>
  new Refusal('not-found', {
    zh: '没有这个未完成的上传，或者已超过七天被清除。请重新选择文件上传。',
    en: 'There is no such upload under way, or it was cleared after seven days. Choose the file and upload it again.',
  })

export const tooManyUploads = (most: number): Refusal =>
  new Refusal('too-many', {
    zh: `您有 ${most} 个文件还没有传完。请先继续或取消它们，再上传新的文件。`,
    en: `${most} of your uploads are unfinished. Continue or cancel them before you begin another.`,
  })

export const sayHowLong = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '请用 Upload-Length 说明文件的字节数，用 Upload-Metadata 说明 matterId 和 filename。',
    en: 'Say with Upload-Length how many bytes the file has, and with Upload-Metadata its matterId and filename.',
  })

/** The bytes do not go on where the earlier ones ended, or another request of the same upload is sending just now. */
export const goOnElsewhere = (): Refusal =>
  new Refusal('conflict', {
    zh: '上传位置与已收到的内容不一致，可能另一个窗口正在上传同一个文件。请重新查询进度后继续。',
    en: 'These bytes do not follow those received, or another window is sending the same file. Ask how far the upload is, then go on from there.',
  })

export const busyElsewhere = (): Refusal =>
  new Refusal('conflict', {
    zh: '另一个窗口或连接正在上传这个文件，还没有放开。请稍候再查询进度，从那里继续。',
    en: 'Another window or connection is still sending this file. Ask how far the upload is in a moment, then go on from there.',
  })

export const otherBytes = (): Refusal =>
  new Refusal('conflict', {
    zh: '收到的内容与声明的 SHA-256 不一致，没有保存。文件可能在上传途中被改动，请重新上传。',
    en: 'What arrived does not have the SHA-256 you declared and was not kept. The file may have changed on the way; upload it again.',
  })

export const notWritten = (): Refusal =>
  new Refusal('unavailable', {
    zh: '服务器暂时无法接收文件，已收到的部分保留着。请稍后继续上传。',
    en: 'The server cannot take in the file just now; what arrived is kept. Continue the upload shortly.',
  })

/** A request that does not follow the tus protocol; what is wrong is said in the protocol's own words. */
export const notTus = (why: string): Refusal =>
  new Refusal(
    'invalid-input',
    {
      zh: `请求不符合续传协议 tus 1.0：${why}。请按 https://tus.io 的说明修改客户端。`,
      en: `The request does not follow the resumable upload protocol tus 1.0: ${why}. Correct the client as https://tus.io describes.`,
    },
    { facts: { why } },
  )
