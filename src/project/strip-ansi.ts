// eslint-disable-next-line no-control-regex -- terminal control sequences are made of control characters
const sequence = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\-_])/g

/** `text` without terminal colours and other control sequences, and without carriage returns. */
export function stripAnsi(text: string): string {
  return text.replace(sequence, '').replaceAll('\r', '')
}
