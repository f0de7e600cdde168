import { layOut, type Net } from './layout.ts'

/** Lays out beside the page, so that it stays quick under the hand. */
type Post = { postMessage: (places: Float32Array, hand?: Transferable[]) => void }
const page = self as unknown as Post

addEventListener('message', ({ data }: MessageEvent<Net>) => {
  const rounds = data.count > 1500 ? 200 : 320
  const places = layOut(data, rounds, (now) => page.postMessage(now.slice()))
  page.postMessage(places, [places.buffer])
})
