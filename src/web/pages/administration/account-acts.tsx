import App from 'antd/es/app'
import Button from 'antd/es/button'
import type { Account } from '../../../features/people/accounts.ts'
import { isAdministrative } from '../../../features/people/roles.ts'
import { asProblem, call } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly account: Account
  readonly onEdit: (account: Account) => void
  readonly onSecret: (secret: { readonly name: string; readonly password: string }) => void
}

/** What the security administrator may do with an account; what ends somebody's sessions is asked about first. */
export function AccountActs({ account, onEdit, onSecret }: Props) {
  const { t, say } = useWords()
  const { message, modal } = App.useApp()
  const { name, id, active } = account
  if (isAdministrative(account.roles)) return <span className="soft">{t('administration.keptOnServer')}</span>

  const take = async (work: () => Promise<unknown>) => {
    try {
      await work()
      void queries.invalidateQueries({ queryKey: ['accounts'] })
      message.success(t('administration.done'))
    } catch (error) {
      message.error({ content: say(asProblem(error).words), duration: 8 })
    }
  }
  const setActive = (next: boolean) =>
    take(() => call('PATCH', `/accounts/${id}`, { body: { active: next } }))
  const disable = () =>
    modal.confirm({
      title: t('administration.disableNamed', { name }),
      content: t('administration.disableWarning'),
      okText: t('administration.disable'),
      onOk: () => setActive(false),
    })
  const reset = () =>
    modal.confirm({
      title: t('administration.resetNamed', { name }),
      content: t('administration.resetWarning'),
      okText: t('administration.reset'),
      onOk: () =>
        take(async () => {
          const made = await call<{ readonly oneTimePassword: string }>('POST', `/accounts/${id}/password`)
          onSecret({ name, password: made.oneTimePassword })
        }),
    })
  return (
    <span className="row">
      <Button
        size="small"
        aria-label={t('administration.editNamed', { name })}
        onClick={() => onEdit(account)}
      >
        {t('administration.edit')}
      </Button>
      {active ? (
        <Button size="small" aria-label={t('administration.disableNamed', { name })} onClick={disable}>
          {t('administration.disable')}
        </Button>
      ) : (
        <Button
          size="small"
          aria-label={t('administration.enableNamed', { name })}
          onClick={() => void setActive(true)}
        >
          {t('administration.enable')}
        </Button>
      )}
      <Button size="small" aria-label={t('administration.resetNamed', { name })} onClick={reset}>
        {t('administration.reset')}
      </Button>
      {account.lockedUntil ? (
        <Button
          size="small"
          aria-label={t('administration.unlockNamed', { name })}
          onClick={() => void take(() => call('POST', `/accounts/${id}/unlock`))}
        >
          {t('administration.unlock')}
        </Button>
      ) : null}
    </span>
  )
}
