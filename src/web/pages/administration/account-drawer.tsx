import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Drawer from 'antd/es/drawer'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import type { Account } from '../../../features/people/accounts.ts'
import { roles } from '../../../features/people/roles.ts'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'
import { AgencyPicker } from '../../form/widgets/agency-picker.tsx'
import { Labelled } from '../../parts/labelled.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useWords } from '../../words/language.ts'
import '../../form/form.css'

type Props = {
  /** The account to change; a new one when absent. */
  readonly account: Account | undefined
  readonly onSecret: (secret: { readonly name: string; readonly password: string }) => void
  readonly onClose: () => void
}

/** Makes or changes an account. */
export function AccountDrawer({ account, onSecret, onClose }: Props) {
  const { t, say } = useWords()
  const [login, setLogin] = useState('')
  const [name, setName] = useState(account?.name ?? '')
  const [agency, setAgency] = useState<readonly string[]>(account ? [account.agency.id] : [])
  const [chosen, setChosen] = useState<readonly string[]>(account?.roles ?? [])
  const [phone, setPhone] = useState(account?.phone ?? '')
  const [certificateNumber, setCertificateNumber] = useState(account?.certificateNumber ?? '')
  const [duty, setDuty] = useState(account?.duty ?? false)
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    const fields = {
      name,
      roles: chosen,
      duty,
      phone: phone === '' ? null : phone,
      certificateNumber: certificateNumber === '' ? null : certificateNumber,
    }
    try {
      if (account) await call('PATCH', `/accounts/${account.id}`, { body: fields })
      else {
        const made = await call<{ readonly oneTimePassword: string }>('POST', '/accounts', {
          body: { ...fields, login, agencyId: agency[0] ?? '' },
        })
        onSecret({ name, password: made.oneTimePassword })
      }
      void queries.invalidateQueries({ queryKey: ['accounts'] })
      onClose()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Drawer
      open
      size={560}
      title={account ? t('administration.editNamed', { name: account.name }) : t('administration.create')}
      onClose={onClose}
      closable={{ 'aria-label': t('frame.close') }}
    >
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        {problem ? (
          <ProblemNotice
            error={problem}
            names={{
              login: t('administration.login'),
              name: t('administration.name'),
              agencyId: t('administration.agency'),
              roles: t('administration.roles'),
              phone: t('administration.phone'),
              certificateNumber: t('administration.certificateNumber'),
            }}
          />
        ) : null}
        {account ? null : (
          <>
            <Labelled
              id="account-login"
              label={t('administration.login')}
              hint={t('administration.loginHint')}
            >
              <Input
                id="account-login"
                aria-describedby="account-login-hint"
                value={login}
                maxLength={64}
                onChange={({ target }) => setLogin(target.value)}
              />
            </Labelled>
            <Labelled id="account-agency" label={t('administration.agency')}>
              <AgencyPicker
                id="account-agency"
                aria={{ 'aria-required': true, 'aria-invalid': false }}
                most={1}
                value={agency}
                onChange={setAgency}
              />
            </Labelled>
          </>
        )}
        <Labelled id="account-name" label={t('administration.name')}>
          <Input
            id="account-name"
            value={name}
            maxLength={60}
            onChange={({ target }) => setName(target.value)}
          />
        </Labelled>
        <fieldset className="form-group" aria-labelledby="account-roles">
          <span className="field-label" id="account-roles">
            {t('administration.roles')}
          </span>
          <Checkbox.Group
            className="options"
            value={[...chosen]}
            onChange={(next) => setChosen(next.map(String))}
            options={Object.entries(roles)
              .filter(([, role]) => !('administrator' in role))
              .map(([value, role]) => ({ value, label: say(role.words) }))}
          />
        </fieldset>
        <Labelled id="account-phone" label={t('administration.phone')} hint={t('administration.phoneHint')}>
          <Input
            id="account-phone"
            value={phone}
            maxLength={30}
            aria-describedby="account-phone-hint"
            onChange={({ target }) => setPhone(target.value)}
          />
        </Labelled>
        <Labelled
          id="account-certificate"
          label={t('administration.certificateNumber')}
          hint={t('administration.certificateHint')}
        >
          <Input
            id="account-certificate"
            aria-describedby="account-certificate-hint"
            value={certificateNumber}
            maxLength={25}
            onChange={({ target }) => setCertificateNumber(target.value)}
          />
        </Labelled>
        <Checkbox checked={duty} onChange={({ target }) => setDuty(target.checked)}>
          {t('administration.duty')}
        </Checkbox>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {t('frame.save')}
          </Button>
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
        </div>
      </form>
    </Drawer>
  )
}
