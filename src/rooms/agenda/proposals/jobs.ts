import * as z from 'zod'
import type { HouseForWorkers } from '#kit/http/types.ts'
import { slowly, type Workers } from '#kit/jobs/work.ts'
import { planBeside } from '../timetable/beside.ts'
import { sayPlan } from '../timetable/said.ts'
import type { Progress } from '../timetable/solve.ts'
import { factsOf } from '../week/queries.ts'
import { instanceOf } from '../week/rules.ts'
import { keepFound, tellProgress } from './actions.ts'
import { findPlan } from './queries.ts'

const payloads = z.object({ school: z.uuid(), plan: z.uuid() })

/** Plans beside this process, says every second how far it is, and listens whether somebody has had enough. */
export const workers = ({ asKeeper }: HouseForWorkers): Workers => ({
  'agenda.plan': slowly(async (payload) => {
    const of = payloads.parse(payload)
    const plan = await asKeeper((tx) => findPlan(tx, of.school, of.plan))
    if (!plan || plan.doneAt) return
    const facts = await asKeeper((tx) => factsOf(tx, of.school, plan.monday))
    const instance = instanceOf(facts, plan.most, { keep: 'by-hand' })
    const enough = new AbortController()
    let latest: Progress = { points: null, bound: null, seconds: 0 }
    const began = performance.now()
    const listening = setInterval(async () => {
      const seconds = (performance.now() - began) / 1000
      const stop = await asKeeper((tx) => tellProgress(tx, of, { ...latest, seconds })).catch(() => false)
      if (stop) enough.abort()
    }, 1000)
    try {
      const found = await planBeside(instance, enough.signal, (progress) => {
        latest = progress
      })
      await asKeeper((tx) => keepFound(tx, of, sayPlan(instance, found), new Date()))
    } finally {
      clearInterval(listening)
    }
  }),
})
