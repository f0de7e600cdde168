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
