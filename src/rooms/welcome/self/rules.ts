const firstOf = (text: string, names: readonly (readonly [RegExp, string])[]) =>
  names.find(([sign]) => sign.test(text))?.[1]

// The order matters: Edge says it is Chrome, Chrome says it is Safari, Android says it is Linux.
const browsers = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
] as const

/** “Firefox, Windows”, so that one knows one's own devices again. Empty when the browser says nothing of use. */
export const deviceOf = (userAgent: string) =>
  [firstOf(userAgent, browsers), firstOf(userAgent, systems)].filter(Boolean).join(', ')

/** A secret that has to be typed over, in groups of four. */
export const inGroups = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ')
