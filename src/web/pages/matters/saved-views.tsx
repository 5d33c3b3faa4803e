import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import { asProblem, call } from '../../api/call.ts'
import { type MatterFilter, matterFilterOf } from '../../api/matter-filter.ts'
import { countQuery, queries } from '../../api/queries.ts'
import { isEqual } from '../../form/form-path.ts'
import { isGroup } from '../../form/form-schema.ts'
import { useWords } from '../../words/language.ts'

type View = { readonly name: string; readonly filter: MatterFilter }

const key = ['preference', 'views.matters']

const load = async (): Promise<readonly View[]> => {
  const { value } = await call<{ readonly value: unknown }>('GET', '/preferences/views.matters')
  return (Array.isArray(value) ? value : []).filter(isGroup).map(({ name, filter }) => ({
    name: String(name),
    filter: matterFilterOf(isGroup(filter) ? filter : {}),
  }))
}

/** Filters with a name and how many matters each finds just now. */
export function SavedViews({ filter }: { readonly filter: MatterFilter }) {
  const { t, say } = useWords()
  const { message } = App.useApp()
  const [isNaming, setNaming] = useState(false)
  const views = useQuery({ queryKey: key, queryFn: load, staleTime: 60_000 }).data ?? []
  const keep = useMutation({
    mutationFn: (next: readonly View[]) =>
      call('PUT', '/preferences/views.matters', { body: { value: next } }),
    onMutate: (next) => queries.setQueryData(key, next),
    onError: (error) => {
      void queries.invalidateQueries({ queryKey: key })
      message.error(say(asProblem(error).words))
    },
  })
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (name === '') return
    keep.mutate([...views.filter((view) => view.name !== name), { name, filter }])
    setNaming(false)
    message.success(t('lists.viewSaved', { name }))
  }
  const isKept = views.some((view) => isEqual(view.filter, filter))
  return (
    <nav className="views no-print" aria-label={t('lists.views')}>
      {views.map((view) => (
        <span key={view.name} className={`view ${isEqual(view.filter, filter) ? 'is-shown' : ''}`}>
          <Link to="/matters" search={view.filter} activeOptions={{ exact: true }}>
            {view.name} <Count filter={view.filter} />
          </Link>
          <button
            type="button"
            aria-label={t('lists.removeView', { name: view.name })}
            onClick={() => keep.mutate(views.filter((other) => other !== view))}
          >
            ×
          </button>
        </span>
      ))}
      {isNaming ? (
        <form onSubmit={save} className="row">
          <Input
            name="name"
            autoFocus
            maxLength={30}
            aria-label={t('lists.viewName')}
            placeholder={t('lists.viewName')}
          />
          <Button htmlType="submit" type="primary">
            {t('frame.save')}
          </Button>
          <Button onClick={() => setNaming(false)}>{t('frame.cancel')}</Button>
        </form>
      ) : isKept || Object.keys(filter).length === 0 ? (
        views.length === 0 ? (
          <span className="soft">{t('lists.noViews')}</span>
        ) : null
      ) : (
        <Button size="small" onClick={() => setNaming(true)}>
          {t('lists.saveView')}
        </Button>
      )}
    </nav>
  )
}

function Count({ filter }: { readonly filter: MatterFilter }) {
  const { data } = useQuery(countQuery(filter))
  return <strong className="view-count">{data ?? '…'}</strong>
}
