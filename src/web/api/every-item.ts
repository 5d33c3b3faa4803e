import { type CallOptions, call } from './call.ts'
import type { Page } from './shapes.ts'

/** The items of a list, page after page, until about so many are there; `hasMore` says whether the list goes on. */
export async function everyItem<T>(
  path: string,
  most: number,
  { query, ...options }: Pick<CallOptions, 'query' | 'signal'> = {},
): Promise<{ readonly items: readonly T[]; readonly hasMore: boolean }> {
  const items: T[] = []
  let cursor: string | null = ''
  while (cursor !== null && items.length < most) {
    const page: Page<T> = await call('GET', path, {
      ...options,
      query: { ...query, limit: 200, cursor },
    })
    items.push(...page.items)
    cursor = page.next
  }
  return { items, hasMore: cursor !== null }
}
