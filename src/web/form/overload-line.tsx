import { excessOf } from '../../kernel/excess.ts'
import { useWords } from '../words/language.ts'
import { isGroup } from './form-schema.ts'

/** How far a weighed vehicle was over its limit 超限量、超限率, computed from the two weights of a group, in kilograms. */
export function OverloadLine({ group }: { readonly group: unknown }) {
  const { t } = useWords()
  if (!isGroup(group)) return null
  const { totalKg, limitKg } = group
  if (typeof totalKg !== 'number' || typeof limitKg !== 'number') return null
  const excess = excessOf({ found: totalKg, limit: limitKg })
  if (!excess) return null
  return (
    <p>
      <span className="tag tag-urgent">
        {t('form.overKg', { kg: excess.over.toLocaleString('zh-CN'), percent: excess.percent })}
      </span>
    </p>
  )
}
