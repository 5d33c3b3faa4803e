import { useQuery } from '@tanstack/react-query'
import Tabs from 'antd/es/tabs'
import type { AttachmentView } from '../../../../features/matters/matter-views.ts'
import { Loading } from '../../../parts/loading.tsx'
import { useWords } from '../../../words/language.ts'
import { mostPackedBytes, readOffice } from './read-office.ts'
import { CannotShow, type Unshowable } from './unpack-office.ts'
import type { Sheet } from './xlsx-sheet.ts'

type Props = { readonly file: AttachmentView; readonly kind: 'docx' | 'xlsx' }

const whyWords = {
  broken: 'matter.unshowableBroken',
  locked: 'matter.unshowableLocked',
  'too-large': 'matter.unshowableTooLarge',
  'too-slow': 'matter.unshowableTooSlow',
  suspicious: 'matter.unshowableSuspicious',
} as const satisfies Record<Unshowable, string>

/** A document or table in the page: read in a worker within limits, drawn without rights. Loaded with the first of them. */
export function OfficeViewer({ file, kind }: Props) {
  const { t } = useWords()
  const { data, error } = useQuery({
    queryKey: ['office', file.id],
    queryFn: ({ signal }) => shownOf(file, kind, signal),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (error) {
    const why = error instanceof CannotShow ? error.why : 'broken'
    return (
      <p className="viewer-none" role="alert">
        {t(whyWords[why])}
      </p>
    )
  }
  if (!data) return <Loading />
  if ('html' in data) return <iframe srcDoc={data.html} title={file.name} sandbox="" />
  return <Sheets sheets={data.sheets} hasPictures={data.hasPictures} />
}

async function shownOf(file: AttachmentView, kind: Props['kind'], signal: AbortSignal) {
  if (file.size > mostPackedBytes[kind]) throw new CannotShow('too-large')
  const read = await readOffice(kind, `/api/v1/files/${file.id}`, signal)
  if ('sheets' in read) return read
  const { drawDocx } = await import('./draw-docx.ts')
  return { html: await drawDocx(read.docx) }
}

type SheetsProps = { readonly sheets: readonly Sheet[]; readonly hasPictures: boolean }

function Sheets({ sheets, hasPictures }: SheetsProps) {
  const { t } = useWords()
  return (
    <Tabs
      className="sheets"
      items={sheets.map(({ name, rows, isCut }, at) => ({
        key: String(at),
        label: name,
        children: (
          <>
            {hasPictures ? <p className="soft">{t('matter.sheetPictures')}</p> : null}
            {isCut ? <p className="soft">{t('matter.sheetCut')}</p> : null}
            <div className="sheet-scroll">
              <table className="sheet">
                <tbody>
                  {rows.map((row, number) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table that never changes.
                    <tr key={number}>
                      <th scope="row">{number + 1}</th>
                      {row.map((cell, column) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a table that never changes.
                        <td key={column}>{cell}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        ),
      }))}
    />
  )
}
