export const en = {
  more: 'More wishes',
  quorum: 'It goes ahead from so many of the others',
  'quorum.hint': 'Of those who do not have to be there. Empty: it does not matter how many.',
  travel: 'Travelling time',
  'travel.hint': 'For so many minutes before and after the meeting we plan nothing else next to it for this person.',
  'travel.none': 'None',
  'travel.minutes': '{minutes} minutes there, {minutes} minutes back',
  again: 'Search again',
  'again.done': 'We searched again.',
  'why.others': '{can} of the {of} others can.',
  'why.quorum': 'Too few others: {can} of at least {quorum}.',
  goesOn: 'It goes ahead from {quorum} of the others.',
  'concession.travels': '{name} {minutes} minutes, travelling included',
  'error.quorum': 'A number from 1 to 60, or nothing.',
  'error.quorum.many':
    'There are not so many others. Choose a lower number, or tick fewer people who really have to be there.',
  'error.travel': 'Choose a travelling time from the list.',
}
