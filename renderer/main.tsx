import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { takeOverCopying } from './app/copying.ts'
import './app/app.css'
import './app/frame.css'
import './components/desk.css'
import './components/list.css'
import './components/forms.css'
import './components/choose.css'
import './components/lines.css'
import './app/door.css'

const place = document.getElementById('app')
if (!place) throw new Error('the page has no place for the app')
takeOverCopying()
createRoot(place).render(<App />)
