const COLOURS = ['#c9602f', '#35869d', '#a98327', '#8c5a4a', '#4c7a4a', '#5b6484', '#34589d', '#8a4f7d']

/** The colour of a class, the same on every page. It is only a help: the name is always next to it. */
export function classColour(classId: string): string {
  let sum = 0
  for (const character of classId) sum = (sum * 31 + character.charCodeAt(0)) % 65_521
  return COLOURS[sum % COLOURS.length] ?? '#5b6484'
}
