import { form, text } from '#kit/form/form.ts'

/** The look of a board. A colour may be typed with or without its sign, in capitals or not. */
export const lookForm = form({
  accent: text(20, 'error.colour').transform((value) => (value ? `#${value.replace(/^#/, '').toLowerCase()}` : null)),
  brand: text(40, 'error.brand').transform((value) => value || null),
})
