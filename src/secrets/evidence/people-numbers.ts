const card =
  /(?<![\w.-])(?:[2-6]\d{12,18}|[2-6]\d{3}([ +-]|%20)\d{4}\1\d{4}\1\d{1,7}|3\d{3}([ +-]|%20)\d{6}\2\d{5})(?![\w-])/g
const iban = /(?<![\w.-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\w-])/g
const phones = [
  /(?<![\w+.:/-])(?:\+|%2B|00)[1-9]\d{0,2}[ ().\-/]{0,3}\d(?:[ ().\-/]{0,2}\d){4,12}(?![\w:])/gi,
  /(?<![\w+.:/-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w:-]|\.\d)/g,
  /(?<![\w+.:/-])\(?0\d{1,4}\)?[ /-]{1,2}\d{2,8}(?:[ -]\d{2,6}){0,4}(?![\w:/-]|\.\d)/g
]

/**
 * Replaces numbers of cards and bank accounts (by check digits) and telephones by `<card>`, `<account>` and `<phone>`.
 */
export function hidePeopleNumbers(text: string): string {
  const withoutCards = text
    .replace(iban, (found) => (isAccount(found) ? '<account>' : found))
    .replace(card, (found) => (isCard(found.replaceAll('%20', ' ')) ? '<card>' : found))
  return phones.reduce(
    (result, pattern) => result.replace(pattern, (found) => (isPhone(found) ? '<phone>' : found)),
    withoutCards
  )
}

// The Luhn checksum.
function isCard(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '')
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return digits.length >= 13 && sum % 10 === 0
}

// ISO 13616: the country and the check digits move to the end, letters count from 10, and the remainder by 97 is 1.
function isAccount(text: string): boolean {
  const plain = text.replaceAll(' ', '')
  const digits = Array.from(plain.slice(4) + plain.slice(0, 4), (sign) => String(Number.parseInt(sign, 36))).join('')
  const rest = Array.from(digits).reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0)
  return plain.length >= 15 && rest === 1
}

function isPhone(text: string): boolean {
  const isDate = /^\d\d[ ./-]\d\d[ ./-]\d{4}/.test(text)
  return !isDate && text.replaceAll(/\D/g, '').length >= 9
}
