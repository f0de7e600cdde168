import { weekTable } from '../lessons/access.ts'
import { weekPlans } from './tables.ts'

export const [seePlans, makePlans, keepPlans] = weekTable(weekPlans, 'proposals for the week')
