import { queryOptions } from '@tanstack/react-query'
import type { CheckedLetter } from '../../features/letters/check-letter.ts'
import type { LetterGroupView, LetterView } from '../../features/letters/letters.routes.ts'
import type { Words } from '../../kernel/words.ts'
import { address, call, Problem } from './call.ts'

/** The letters of a matter; asked again when the matter has moved on. */
export const lettersQuery = (matterId: string, version: number) =>
  queryOptions({
    queryKey: ['matter', matterId, 'letters', version],
    queryFn: async ({ signal }) =>
      (
        await call<{ readonly items: readonly LetterView[] }>('GET', `/matters/${matterId}/letters`, {
          signal,
        })
      ).items,
    placeholderData: (before) => before,
  })

/** What the public page says of a code. */
export const checkQuery = (code: string) =>
  queryOptions({
    queryKey: ['letter-check', code],
    queryFn: ({ signal }) =>
      call<CheckedLetter>('GET', `/letters/check/${encodeURIComponent(code)}`, { signal }),
    enabled: code !== '',
  })

/** Where a letter lies, as PDF or as an editable document. */
export const letterAddress = (id: string, form: 'pdf' | 'docx'): string => address(`/letters/${id}/${form}`)

/** What an action would write, as a PDF. Throws a `Problem`. */
export async function previewLetter(
  matterId: string,
  wanted: { readonly action: string; readonly body: unknown; readonly leg: number | undefined },
): Promise<Blob> {
  const response = await fetch(address(`/matters/${matterId}/letters/preview`), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  }).catch(() => {
    throw new Problem('offline', {
      zh: '无法连接服务器，暂时不能预览。请检查网络后重试。',
      en: 'The server cannot be reached, so there is no preview. Check the network and try again.',
    })
  })
  if (response.ok) return response.blob()
  const said = (await response.json()) as Problem
  throw new Problem(said.code, said.words, said.faults ?? [])
}

/** A type of letter, with the fields that templates may name. */
export type LetterTypeView = {
  readonly type: string
  readonly words: Words
  readonly fields: Readonly<Record<string, { readonly words: Words }>>
}

/** The types of letters one's own agency writes, in groups. */
export const ownLetterTypesQuery = queryOptions({
  queryKey: ['stamp', 'letter-types'],
  queryFn: async () =>
    (await call<{ readonly items: readonly LetterGroupView[] }>('GET', '/stamp/letter-types')).items,
})

/** The types of letters: fixed while the server runs. */
export const letterTypesQuery = queryOptions({
  queryKey: ['letter-types'],
  queryFn: async () =>
    (await call<{ readonly items: readonly LetterTypeView[] }>('GET', '/letter-types')).items,
  staleTime: Number.POSITIVE_INFINITY,
})
