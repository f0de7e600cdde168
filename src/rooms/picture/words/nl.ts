export const nl = {
  'tabs.label': 'Het netwerk in beeld',
  'tabs.map': 'Kaart',
  'tabs.organogram': 'Organogram',
  'tabs.holders': 'Wie heeft wat',
}
