export const nl = {
  title: 'Wie doet wat bij {school}',
  lead: 'Per taak: wie haar heeft, wie er inspringt, en met welke partners. Getekend uit wat er staat; wijzig je een taak of een lijn, dan klopt dit blad meteen.',
  hours: '{hours} uur per jaar',
  deputy: 'springt in: {name}',
  alone: 'nog niemand springt in',
  others: 'Ook: {names}',
  unheld: 'Nog van niemand',
  till: 't/m',
  print: 'Print op één A4',
  none: 'Er zijn nog geen collega’s met een taak',
}
