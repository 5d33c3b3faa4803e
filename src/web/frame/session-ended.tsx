import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import { useEffect, useState } from 'react'
import { whenSignedOut } from '../api/call.ts'
import { queries } from '../api/queries.ts'
import { SignInForm } from '../pages/sign-in/sign-in-form.tsx'
import { useSession } from '../parts/use-session.ts'
import { useWords } from '../words/language.ts'

/** A session that ended in the middle of work is renewed over the page, so that nothing typed is lost. */
export function SessionEnded() {
  const { t } = useWords()
  const before = useSession()
  const [hasEnded, setEnded] = useState(false)
  useEffect(() => {
    whenSignedOut(() => setEnded(true))
    return () => whenSignedOut(() => {})
  }, [])
  return (
    <Modal
      title={t('signIn.endedTitle')}
      open={hasEnded}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      destroyOnHidden
    >
      <p>{t('signIn.endedText')}</p>
      <SignInForm
        login={before.account.login}
        onDone={(session) => {
          // Somebody else must not go on in what the first person was writing.
          if (session.account.id !== before.account.id) return location.assign('/')
          setEnded(false)
          void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
        }}
      />
      <p>
        <Button type="link" href="/sign-in">
          {t('signIn.otherAccount')}
        </Button>
      </p>
    </Modal>
  )
}
