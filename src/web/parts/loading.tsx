import { useWords } from '../words/language.ts'

/** What stands in a place until its content is there: as tall as the content will be, so that nothing jumps. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useWords()
  return (
    <div className="loading" role="status">
      <span className="loading-words">{t('frame.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never move.
        <div className="loading-bar" key={row} style={{ width: `${92 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
