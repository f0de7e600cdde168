export { cleared, type Names, namesAChild, type Warning } from './privacy/privacy.ts'
export {
  motives,
  nameOf,
  partnerTypeOf,
  partnerTypes,
  roleAndFallbacks,
  roles,
  sectorOfType,
  sectors,
  topicOf,
  topics,
} from './rules.ts'
