import { createLazyRoute } from '@tanstack/react-router'
import { usePower } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { useWords } from '../../words/language.ts'
import { SignCard } from './sign-card.tsx'
import { StampCard } from './stamp-card.tsx'
import { TemplatesCard } from './templates-card.tsx'
import '../matter/letters.css'

export const route = createLazyRoute('/inside/letters')({ component: LettersPage })

/** What the letters of one's agency are made with: the sign in their numbers, the seal, the templates. */
function LettersPage() {
  const { t } = useWords()
  const isAdministrator = usePower('manage-system')
  useTitle(t('letters.settings'))
  return (
    <>
      <div className="page-head">
        <h1>{t('letters.settings')}</h1>
      </div>
      {isAdministrator ? null : (
        <>
          <SignCard />
          <StampCard />
        </>
      )}
      <TemplatesCard />
    </>
  )
}
