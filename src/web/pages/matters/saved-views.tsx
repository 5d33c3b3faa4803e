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
  // A new name for the view that has this one; '' for a new view.
  const [naming, setNaming] = useState<string>()
  const views = useQuery({ queryKey: key, queryFn: load, staleTime: 0 }).data ?? []
  const keep = useMutation({
    // Another window may have kept a view since this one read them: what changes is changed in what is there now.
    mutationFn: async (change: Change) => {
      const next = change(await load())
      await call('PUT', '/preferences/views.matters', { body: { value: next } })
      return next
    },
    onSuccess: (next) => queries.setQueryData(key, next),
    onError: (error) => {
      void queries.invalidateQueries({ queryKey: key })
      message.error(say(asProblem(error).words))
    },
  })
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (name === '') return
    const isTaken = views.some((view) => view.name === name)
    if (naming && name !== naming && isTaken) {
      message.error(t('lists.viewTaken', { name }))
      return
    }
    const words = t(!naming && isTaken ? 'lists.viewReplaced' : 'lists.viewSaved', { name })
    keep.mutate(naming ? renamed(naming, name) : kept({ name, filter }), {
      onSuccess: () => {
        setNaming(undefined)
        message.success(words)
      },
    })
  }
  const shown = views.find((view) => isEqual(view.filter, filter))
  return (
    <nav className="views no-print" aria-label={t('lists.views')}>
      {views.map((view) => (
        <span key={view.name} className={`view ${view === shown ? 'is-shown' : ''}`}>
          <Link to="/matters" search={view.filter} activeOptions={{ exact: true }}>
            {view.name} <Count filter={view.filter} />
          </Link>
          {view === shown ? (
            <button
              type="button"
              aria-label={t('lists.renameView', { name: view.name })}
              onClick={() => setNaming(view.name)}
            >
              {t('lists.rename')}
            </button>
          ) : null}
          <button
            type="button"
            aria-label={t('lists.removeView', { name: view.name })}
            onClick={() => keep.mutate((known) => known.filter(({ name }) => name !== view.name))}
          >
            ×
          </button>
        </span>
      ))}
      {naming !== undefined ? (
        <form key={naming} onSubmit={save} className="row">
          <Input
            name="name"
            autoFocus
            maxLength={30}
            defaultValue={naming}
            aria-label={t('lists.viewName')}
            placeholder={t('lists.viewName')}
          />
          <Button htmlType="submit" type="primary">
            {t('frame.save')}
          </Button>
          <Button onClick={() => setNaming(undefined)}>{t('frame.cancel')}</Button>
        </form>
      ) : shown || Object.keys(filter).length === 0 ? (
        views.length === 0 ? (
          <span className="soft">{t('lists.noViews')}</span>
        ) : null
      ) : (
        <Button size="small" onClick={() => setNaming('')}>
          {t('lists.saveView')}
        </Button>
      )}
    </nav>
  )
}

type Change = (views: readonly View[]) => readonly View[]

/** A view of the same name gives way to this one, in its place. */
const kept =
  (view: View): Change =>
  (views) =>
    views.some(({ name }) => name === view.name)
      ? views.map((each) => (each.name === view.name ? view : each))
      : [...views, view]

const renamed =
  (from: string, to: string): Change =>
  (views) =>
    views.map((view) => (view.name === from ? { ...view, name: to } : view))

function Count({ filter }: { readonly filter: MatterFilter }) {
  const { data } = useQuery(countQuery(filter))
  return <strong className="view-count">{data ?? '…'}</strong>
}
