// The parts of NL Design System that our components wear. A test holds this list equal to what they wear.
export const worn = new Set([
  'utrecht-button',
  'utrecht-button--primary-action',
  'utrecht-button--secondary-action',
  'utrecht-button--danger',
  'utrecht-form-field',
  'utrecht-form-field--invalid',
  'utrecht-form-field-description',
  'utrecht-form-field-error-message',
  'utrecht-form-fieldset',
  'utrecht-form-fieldset--html-fieldset',
  'utrecht-form-fieldset--invalid',
  'utrecht-form-fieldset__legend',
  'utrecht-form-fieldset__legend--html-legend',
  'utrecht-form-label',
  'utrecht-select',
  'utrecht-select--html-select',
  'utrecht-select--invalid',
  'utrecht-skip-link',
  'utrecht-skip-link--visible-on-focus',
  'utrecht-table',
  'utrecht-table--html-table',
  'utrecht-textarea',
  'utrecht-textarea--html-textarea',
  'utrecht-textarea--invalid',
  'utrecht-textbox',
  'utrecht-textbox--html-input',
  'utrecht-textbox--invalid',
])

/** Leaves out every rule for a part nobody wears: half the weight of the component library. */
export function trim(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/([^{}]+)(\{[^{}]*\})/g, (_, selectors: string, body: string) => keepWorn(selectors) + body)
    .replace(/(?<=^|[{}])(\s*\{[^{}]*\})+/g, '')
}

function keepWorn(selectors: string): string {
  if (selectors.trim().startsWith('@')) return selectors
  return splitOutsideBrackets(selectors).filter(isWorn).join(',')
}

/** States no field of ours is in. What a browser thinks of an empty box is none either: we mark what was sent back. */
const never = /:(invalid|read-only)|--html-\w+:(disabled|hover)|area::placeholder/

// A class inside :not() or :has() does not have to be worn for the rule to count.
const isWorn = (selector: string) =>
  !never.test(selector) &&
  [...selector.replace(/\([^()]*\)/g, '').matchAll(/\.(utrecht-[\w-]+)/g)].every(([, name]) => worn.has(name ?? ''))

const splitOutsideBrackets = (selectors: string) => selectors.split(/,(?![^(]*\))/)

/**
 * The component library asks for hundreds of values that we never give it. What it then falls back on is written in their
 * place; where there is nothing to fall back on, a browser unsets the property, and so do we. What nobody asks for goes.
 */
export function settle(css: string): string {
  const given = new Set([...css.matchAll(/[{;](--_?utrecht[\w-]+):/g)].map(([, name]) => name))
  const asked = new Set([...css.matchAll(/var\(\s*(--_?utrecht[\w-]+)/g)].map(([, name]) => name))
  const settled = css.replace(
    /([{;])([\w-]+):((?:[^;{}"']|"[^"]*"|'[^']*')+)(?=[;}])/g,
    (whole, before: string, property: string, value: string) => {
      if (/^--_?utrecht/.test(property) && !asked.has(property)) return before
      if (!value.includes('var(')) return whole
      const left = withFallbacks(value, given)
      if (left !== undefined) return `${before}${property}:${left}`
      return property.startsWith('--') ? before : `${before}${property}:unset`
    },
  )
  const tidy = settled.replace(/;+(?=[;}])|(?<=\{);+/g, '')
  return tidy === css ? css : settle(tidy)
}

/** A value as it is worked out without what was never given, or nothing when that leaves nothing. */
function withFallbacks(value: string, given: ReadonlySet<string | undefined>): string | undefined {
  const [ask, name] = /var\(\s*([\w-]+)\s*/.exec(value) ?? []
  if (!ask) return value
  const start = value.indexOf(ask)
  const end = endOfBrackets(value, start + ask.length)
  const rest = withFallbacks(value.slice(end), given)
  const comma = value[start + ask.length] === ','
  const fallback = comma ? withFallbacks(value.slice(start + ask.length + 1, end - 1).trim(), given) : undefined
  const isGiven = !/^--_?utrecht/.test(name ?? '') || given.has(name)
  if (rest === undefined || (!isGiven && fallback === undefined)) return undefined
  const said = fallback === undefined ? `var(${name})` : `var(${name},${fallback})`
  return value.slice(0, start) + (isGiven ? said : fallback) + rest
}

/** Just behind the bracket that closes what is open here. */
function endOfBrackets(text: string, from: number): number {
  let end = from
  for (let depth = 1; depth > 0; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0
  return end
}
