export { ChoicesOfLine } from './pages/card.tsx'
export { type ChoiceShown, choicesOfLine, waitingInPlans } from './queries.ts'
export { declaredHours } from './vision/tables.ts'
