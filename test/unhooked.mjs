// Node's test runner follows every promise of the process, to know which test an error that nobody caught belongs to. On
// a house that answers thousands of requests in one file that is a quarter of all processor time. Without it such an
// error still fails its file: it is only reported of the file instead of the test.
import hooks from 'node:async_hooks'

const { createHook } = hooks
hooks.createHook = () => {
  const hook = { enable: () => hook, disable: () => hook }
  return hook
}
await import('node:test')
hooks.createHook = createHook
