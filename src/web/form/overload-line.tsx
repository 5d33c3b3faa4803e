import { useWords } from '../words/language.ts'
import { isGroup } from './form-schema.ts'

/** How far a weighed vehicle was over its limit 超限量、超限率, computed from the two weights of a group, in kilograms. */
export function OverloadLine({ group }: { readonly group: unknown }) {
  const { t } = useWords()
  if (!isGroup(group)) return null
  const { totalKg, limitKg } = group
  if (typeof totalKg !== 'number' || typeof limitKg !== 'number' || limitKg <= 0 || totalKg <= limitKg)
    return null
  const overKg = totalKg - limitKg
  return (
    <p>
      <span className="tag tag-urgent">
        {t('form.overKg', {
          kg: overKg.toLocaleString('zh-CN'),
          percent: Math.round((overKg * 100) / limitKg),
        })}
      </span>
    </p>
  )
}
