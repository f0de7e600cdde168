export const nl = {
  'silent.title': 'Stille lijntjes',
  'silent.lead':
    'Van deze partners is het een jaar stil: niet in huis, geen tip, niet nagekeken. Nog nodig? Of juist een weg om weer eens te nemen?',
  'silent.none': 'Geen stille lijntjes',
  'silent.none.text': 'Elke partner was het afgelopen jaar in huis, kreeg een tip of werd nagekeken.',
  'silent.last': 'voor het laatst nagekeken op {day}',
  'silent.never': 'nog nooit nagekeken',
  'silent.yes': 'Ja, nog nodig',
  'silent.no': 'Niet meer nodig',
}
