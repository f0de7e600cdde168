export { mayIntegrate } from './access.ts'
export { bringToken, replies } from './actions.ts'
export { digestOf, type Scope, scopes } from './rules.ts'
export { webhookMessage } from './webhooks/rules.ts'
