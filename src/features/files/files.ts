/**
 * Front door of the files 附件: bytes that belong to a matter and obey its permissions. Stored once per digest, never altered.
 */

export { defaultSizeLimits, type SizeLimits } from './accepted-file-kinds.ts'
export { holdBytes, type UploadFile } from './attach-file.ts'
export { attachmentsOf } from './attachments.ts'
export { fileHeaders } from './file-headers.ts'
export type { FileView } from './file-view.ts'
export { fileRoutes } from './files.routes.ts'
export type { MatterDoor, MatterEvent } from './matter-door.ts'
export { reportRetention, retentionJob } from './retention.ts'
export { fileSweepJob, sweepUnreferenced } from './sweep-unreferenced.ts'
export { type FileParts, uploadFile } from './upload-file.ts'
