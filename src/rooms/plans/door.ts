export { ChoicesOfLine } from './pages/card.tsx'
export {
  type ChoiceShown,
  type ChosenFor,
  choicesOfLine,
  chosenForLine,
  type ResolutionWaits,
  waitingInPlans,
} from './queries.ts'
export { ResolutionsOfLine } from './resolutions/pages/list.tsx'
export { type ResolutionOfLine, resolutionsOnLine } from './resolutions/queries.ts'
export { declaredHours } from './vision/tables.ts'
