import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { KindView } from '../../../features/matters/matter-views.ts'
import type { EvidenceView } from '../../../features/matters/read-evidence.ts'
import { custodyOptions, evidenceOptions } from '../../acts/evidence-words.ts'
import { wordsOfAction } from '../../acts/words-of-action.ts'
import { evidenceQuery } from '../../api/queries.ts'
import type { FormSchema } from '../../form/form-schema.ts'
import { ShownGroup } from '../../form/shown-value.tsx'
import { useKinds } from '../../parts/use-kind.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

/** What the open matter says of a file as evidence; undefined for any other file. */
function useEvidence(fileId: string): EvidenceView | undefined {
  const { matterId = '' } = useParams({ strict: false })
  const { data } = useQuery({ ...evidenceQuery(matterId), enabled: matterId !== '' })
  return data?.find(({ file }) => file === fileId)
}

/** Says beside a file that it is evidence, and of which kind. */
export function EvidenceTag({ fileId }: { readonly fileId: string }) {
  const { t, say } = useWords()
  const evidence = useEvidence(fileId)
  if (!evidence) return null
  return (
    <span className="tag">
      {t('matter.evidence')} · {say(evidenceOptions.kind?.[evidence.description.kind])}
    </span>
  )
}

/** What was said of a file as evidence, and the chain of custody since. */
export function FileEvidence({ fileId }: { readonly fileId: string }) {
  const { t, say, language } = useWords()
  const [kind] = useKinds()
  const evidence = useEvidence(fileId)
  if (!evidence || !kind) return null
  const { file: _, ...description } = evidence.description
  return (
    <details className="file-evidence">
      <summary>
        <EvidenceTag fileId={fileId} /> {t('matter.custodyCount', { count: evidence.custody.length })}
      </summary>
      <Shown kind={kind} action="describeEvidence" value={description} />
      <ol className="plain">
        {evidence.custody.map(({ seq, form }) => {
          const { file: _file, act, at, ...rest } = form
          return (
            <li key={seq}>
              <strong>{say(custodyOptions.act?.[act])}</strong>{' '}
              <time dateTime={at}>{when(at, language)}</time> <span className="soft small">#{seq}</span>
              <Shown kind={kind} action="recordCustody" value={{ act, ...rest }} />
            </li>
          )
        })}
      </ol>
    </details>
  )
}

function Shown({ kind, action, value }: { kind: KindView; action: string; value: object }) {
  const schema = kind.forms[action] as FormSchema
  return <ShownGroup schema={schema} words={wordsOfAction(kind.words, action)} value={value} path={[]} />
}
