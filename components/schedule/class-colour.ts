const COLOURS = ['#c9602f', '#35869d', '#a98327', '#8c5a4a', '#4c7a4a', '#5b6484', '#34589d', '#8a4f7d']

/** A class's own colour, the same on every page. It only tells classes apart: the name always stands beside it. */
export function classColour(classId: string): string {
  let sum = 0
  for (const character of classId) sum = (sum * 31 + character.charCodeAt(0)) % 65_521
  return COLOURS[sum % COLOURS.length] ?? '#5b6484'
}
