const kinds = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'webcal:'])

/** An address that may stand in a link: our own, or of a kind that cannot run script. Anything else goes nowhere. */
export function safeHref(address: string): string {
  // The browser's own parser, because it also sees through "java\nscript:".
  const parsed = URL.parse(address, 'http://here.invalid')
  return parsed && kinds.has(parsed.protocol) ? address : '#'
}

/** A telephone number as it is written, to be rung. */
export const telHref = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`
