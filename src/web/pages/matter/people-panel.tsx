import App from 'antd/es/app'
import Button from 'antd/es/button'
import type { LegView, MatterView } from '../../../features/matters/matter-views.ts'
import { asProblem, freshKey } from '../../api/call.ts'
import { move } from '../../api/move.ts'
import { useSession } from '../../parts/use-session.ts'
import { useWords } from '../../words/language.ts'
import { takesPart } from './takes-part.ts'

type Props = {
  readonly matter: MatterView
  readonly leg: LegView
  readonly onAct: (action: string, leg?: number) => void
}

/** Who in one's own agency deals with it, and who may read it. */
export function PeoplePanel({ matter, leg, onAct }: Props) {
  const { t, say } = useWords()
  const { account } = useSession()
  const { message } = App.useApp()
  const offers = leg.openActions.filter(({ action }) => ['assign', 'restrict', 'unrestrict'].includes(action))
  const shown = offers.filter(({ action }) => action !== (matter.restricted ? 'restrict' : 'unrestrict'))
  const canTake =
    offers.some(({ action, open }) => action === 'assign' && open) && matter.assignee?.id !== account.id
  const takeIt = async () => {
    try {
      await move({
        matterId: matter.id,
        leg: leg.no,
        action: 'assign',
        body: { accountId: account.id },
        expectedVersion: matter.version,
        key: freshKey(),
      })
    } catch (error) {
      message.error(say(asProblem(error).words))
    }
  }
  if (!takesPart(leg)) return null
  return (
    <section className="card" aria-labelledby="people">
      <h2 id="people">{t('matter.people')}</h2>
      <p>
        {t('matter.assignee')}
        {t('frame.colon')}
        <strong>{matter.assignee?.name ?? t('matter.unassigned')}</strong>
      </p>
      <div className="row no-print side-acts">
        {canTake ? (
          <Button size="small" onClick={() => void takeIt()}>
            {t('matter.takeIt')}
          </Button>
        ) : null}
        {shown.map(({ action, open, words, whyWords }) => (
          <Button
            key={action}
            size="small"
            disabled={!open}
            title={open ? undefined : say(whyWords)}
            onClick={() => onAct(action, leg.no)}
          >
            {say(words)}
          </Button>
        ))}
      </div>
    </section>
  )
}
