import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Upload } from 'tus-js-client'

// Sends one file with the client that the page uses, in a process of its own. Says where the upload is, then that it is done.
const [file = '', server = '', cookie = '', matterId = '', uploadUrl = ''] = process.argv.slice(2)
const megabyte = 1_048_576
const upload = new Upload(createReadStream(file, { highWaterMark: megabyte }), {
  endpoint: `${server}/api/v1/uploads`,
  ...(uploadUrl === '' ? {} : { uploadUrl }),
  uploadSize: (await stat(file)).size,
  metadata: { matterId, filename: '执法记录仪.mp4', filetype: 'video/mp4' },
  headers: { cookie },
  chunkSize: 16 * megabyte,
  retryDelays: [],
  onUploadUrlAvailable: () => process.send?.({ at: upload.url }),
  onProgress: (sent) => process.send?.({ sent }),
  onSuccess: () => process.send?.({ done: true }),
  onError: () => process.exit(1),
})
upload.start()
