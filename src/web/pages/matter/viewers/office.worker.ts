import readSheets from 'read-excel-file/web-worker'
import {
  CannotShow,
  docxLimits,
  hasPictures,
  type Unshowable,
  unpackOffice,
  xlsxLimits,
} from './unpack-office.ts'
import { type Sheet, sheetOf } from './xlsx-sheet.ts'

/** What the page asks for, and what it is answered. */
export type OfficeQuestion = { readonly kind: 'docx' | 'xlsx'; readonly bytes: ArrayBuffer }
export type OfficeAnswer =
  | { readonly docx: Uint8Array<ArrayBuffer> }
  | { readonly sheets: readonly Sheet[]; readonly hasPictures: boolean }
  | { readonly why: Unshowable }

// Reads Office files beside the page, which goes on answering, and can end this at any time.
self.onmessage = async ({ data: { kind, bytes } }: MessageEvent<OfficeQuestion>) => {
  try {
    const clean = unpackOffice(new Uint8Array(bytes), kind === 'docx' ? docxLimits : xlsxLimits)
    const answer: OfficeAnswer =
      kind === 'docx'
        ? { docx: clean }
        : {
            hasPictures: hasPictures(clean),
            sheets: (await readSheets(clean.buffer)).map(({ sheet, data }) => sheetOf(sheet, data)),
          }
    self.postMessage(answer)
  } catch (error) {
    self.postMessage({ why: error instanceof CannotShow ? error.why : 'broken' } satisfies OfficeAnswer)
  }
}
