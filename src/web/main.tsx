import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchPresence } from './api/attended.ts'
import { App } from './app.tsx'
import { paintChoices } from './frame/choices.ts'
import './theme/page.css'
import './theme/print.css'
import { startWords } from './words/language.ts'

paintChoices()
watchPresence()
void startWords().then(() => {
  const place = document.getElementById('page')
  if (!place) return
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
})
