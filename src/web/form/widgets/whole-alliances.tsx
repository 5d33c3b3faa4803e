import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { agencyQuery, alliancesQuery } from '../../api/agency-queries.ts'
import { useSession } from '../../parts/use-session.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly most: number
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
}

/** Adds all members of an alliance one's own agency is in: what concerns them all goes to them all. */
export function WholeAlliances({ most, value, onChange }: Props) {
  const { t, language } = useWords()
  const own = useSession().agency.id
  const mine = useQuery(agencyQuery(own)).data?.alliances.map(({ code }) => code) ?? []
  const all = useQuery(alliancesQuery()).data?.items ?? []
  return (
    <p className="row">
      {all
        .filter(({ code }) => mine.includes(code))
        .map(({ code, name, nameEn, members }) => {
          const others = members.map(({ agency }) => agency.id).filter((id) => id !== own)
          const joined = [...new Set([...value, ...others])]
          const isIn = others.every((id) => value.includes(id))
          return (
            <Button
              key={code}
              size="small"
              disabled={isIn || joined.length > most}
              onClick={() => onChange(joined)}
            >
              {t('form.wholeAlliance', { name: language === 'en' ? nameEn : name, number: others.length })}
            </Button>
          )
        })}
    </p>
  )
}
