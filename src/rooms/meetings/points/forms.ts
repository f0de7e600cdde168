import * as z from 'zod'
import { form, text } from '#kit/form/form.ts'
import { longestPoint, mostPoints, pointsIn } from './rules.ts'

/** Every line is a point: changing, adding and putting in order is typing. */
export const pointsForm = form({
  points: text(4000, 'error.long').transform((said, context) => {
    const points = pointsIn(said)
    const wrong =
      points.length > mostPoints ? 'error.many' : points.some((one) => one.length > longestPoint) && 'error.long'
    if (!wrong) return points
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  }),
})
