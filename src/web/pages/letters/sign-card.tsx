import { useQuery } from '@tanstack/react-query'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { usePower } from '../../parts/use-session.ts'
import { useWords } from '../../words/language.ts'

type Sign = { readonly sign: string; readonly isSet: boolean; readonly issuer: string }

/** The sign in the agency's numbers; its leader sets it. */
export function SignCard() {
  const { t } = useWords()
  const { message } = App.useApp()
  const mayKeep = usePower('stamp')
  const sign = useQuery({ queryKey: ['letter-sign'], queryFn: () => call<Sign>('GET', '/letter-sign') })
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  if (!sign.data) return sign.isError ? <ProblemNotice error={sign.error} /> : <Loading rows={3} />
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(undefined)
    try {
      await call('PUT', '/letter-sign', { body: { sign: typed ?? sign.data.sign } })
      message.success(t('letters.saved'))
      await queries.invalidateQueries({ queryKey: ['letter-sign'] })
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <section className="card stack" aria-labelledby="letter-sign">
      <h2 id="letter-sign">{t('letters.sign')}</h2>
      <p className="soft">{t('letters.signText', { issuer: sign.data.issuer, sign: sign.data.sign })}</p>
      {sign.data.isSet ? null : <p className="soft">{t('letters.signFormed')}</p>}
      {mayKeep ? (
        <form className="row" onSubmit={(event) => void save(event)}>
          <Input
            value={typed ?? sign.data.sign}
            onChange={(event) => setTyped(event.target.value)}
            aria-label={t('letters.sign')}
            maxLength={12}
            style={{ maxWidth: 240 }}
          />
          <Button htmlType="submit">{t('letters.save')}</Button>
        </form>
      ) : null}
      {problem ? <ProblemNotice error={problem} /> : null}
    </section>
  )
}
