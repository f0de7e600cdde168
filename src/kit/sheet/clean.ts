// biome-ignore lint/suspicious/noControlCharactersInRegex: these signs are what we look for
const controlSigns = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Text that any database keeps: no control signs, no halves of signs. */
export const cleanText = (text: string) => text.toWellFormed().replace(/\r\n?/g, '\n').replace(controlSigns, '')
