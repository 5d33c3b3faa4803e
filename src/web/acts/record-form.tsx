import type { EventView, KindView } from '../../features/matters/matter-views.ts'
import type { FormSchema } from '../form/form-schema.ts'
import { ShownGroup } from '../form/shown-value.tsx'
import { wordsOfAction } from './words-of-action.ts'

type Props = { readonly event: EventView; readonly kind: KindView }

/** What the form of a recorded action carried, field by field. */
export function RecordForm({ event: { type, body }, kind }: Props) {
  return (
    <div className="entry-form">
      <ShownGroup
        schema={kind.forms[type] as FormSchema}
        words={wordsOfAction(kind.words, type)}
        value={body.form}
        path={[]}
      />
    </div>
  )
}
