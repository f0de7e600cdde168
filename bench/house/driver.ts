// The same statements straight through the driver, in a process of its own: a page has the whole machine as well.
import { replayer, type Statement } from './statements.ts'

type Order = { serving: string; pages: Statement[][]; atOnce: number } | { seconds: number }
let given: Extract<Order, { serving: string }> | undefined
let driver: ReturnType<typeof replayer> | undefined

process.on('message', async (order: Order) => {
  if ('serving' in order) {
    given = order
    driver = replayer(order.serving)
    process.send?.('ready')
  } else process.send?.(await replayed(order.seconds))
})

/** Pages per second of as many lines at once as were asked for. */
async function replayed(seconds: number): Promise<number> {
  const { pages, atOnce } = given!
  const [began, until] = [performance.now(), performance.now() + seconds * 1000]
  let done = 0
  const line = async () => {
    while (performance.now() < until) {
      await driver!.replay(pages[done % pages.length]!)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, line))
  return (done * 1000) / (performance.now() - began)
}
