import App from 'antd/es/app'
import { useState } from 'react'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'

type Asked = { readonly path: string; readonly body?: unknown; readonly done: string }

/** Asks the server for something of this page, says that it is done and reads the page anew; what is wrong is kept to be shown. */
export function useAct() {
  const { message } = App.useApp()
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  const act = async <T>(
    method: 'POST' | 'PUT' | 'DELETE',
    { path, body, done }: Asked,
  ): Promise<T | undefined> => {
    setBusy(true)
    setProblem(undefined)
    try {
      const answer = await call<T>(method, path, body === undefined ? {} : { body })
      if (done !== '') message.success(done)
      void queries.invalidateQueries({ queryKey: ['notification'] })
      void queries.invalidateQueries({ queryKey: ['deliveries'] })
      return answer
    } catch (error) {
      setProblem(asProblem(error))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { act, problem, isBusy }
}
