import App from 'antd/es/app'
import Button from 'antd/es/button'
import { useState } from 'react'
import { asProblem, freshKey } from '../api/call.ts'
import { move } from '../api/move.ts'
import { useWords } from '../words/language.ts'

/** Reminds the other side. How often one may is the server's to say. */
export function UrgeButton(props: {
  readonly matterId: string
  readonly leg: number
  readonly number: string
}) {
  const { t, say } = useWords()
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const urge = async () => {
    setBusy(true)
    try {
      await move({ matterId: props.matterId, leg: props.leg, action: 'urge', body: {}, key: freshKey() })
      message.success(t('workbench.urged', { number: props.number }))
    } catch (error) {
      message.error({ content: say(asProblem(error).words), duration: 8 })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      size="small"
      loading={isBusy}
      aria-label={t('workbench.urgeNamed', { number: props.number })}
      onClick={() => void urge()}
    >
      {t('workbench.urge')}
    </Button>
  )
}
