export { AskForm } from './pages/ask.tsx'
export { PresentList } from './pages/odd.tsx'
