import { expect, test } from '@jest/globals'
import { escapeHtml, htmlNumbers } from '../../../src/secrets/forms/html.js'

test('signs of HTML, with the names of letters', () => {
  expect(escapeHtml('a&b<c>d"e\'f\u00e9\u00a0\u00ff')).toEqual([
    'a&amp;b&lt;c&gt;d&quot;e&#39;f\u00e9\u00a0\u00ff',
    'a&amp;b&lt;c&gt;d&#34;e&#39;f\u00e9\u00a0\u00ff',
    'a&amp;b&lt;c&gt;d&quot;e&#39;f&eacute;&nbsp;&yuml;',
    'a&amp;b&lt;c&gt;d&quot;e&#039;f\u00e9\u00a0\u00ff',
    'a&amp;b&lt;c&gt;d&#34;e&#039;f\u00e9\u00a0\u00ff',
    'a&amp;b&lt;c&gt;d&quot;e&#039;f&eacute;&nbsp;&yuml;',
    'a&amp;b&lt;c&gt;d&quot;e&#x27;f\u00e9\u00a0\u00ff',
    'a&amp;b&lt;c&gt;d&#34;e&#x27;f\u00e9\u00a0\u00ff',
    'a&amp;b&lt;c&gt;d&quot;e&#x27;f&eacute;&nbsp;&yuml;',
    'a&amp;b&lt;c&gt;d&quot;e&apos;f\u00e9\u00a0\u00ff',
    'a&amp;b&lt;c&gt;d&#34;e&apos;f\u00e9\u00a0\u00ff',
    'a&amp;b&lt;c&gt;d&quot;e&apos;f&eacute;&nbsp;&yuml;',
    "a&amp;b&lt;c&gt;d&quot;e'f\u00e9\u00a0\u00ff",
    "a&amp;b&lt;c&gt;d&#34;e'f\u00e9\u00a0\u00ff",
    "a&amp;b&lt;c&gt;d&quot;e'f&eacute;&nbsp;&yuml;"
  ])
})

test('numbers in the place of letters', () => {
  expect(htmlNumbers('aZ09\u00e9&\u007f\ud83d\ude00 ~')).toEqual([
    '&#97;&#90;&#48;&#57;&#233;&#38;&#127;&#128512;&#32;&#126;',
    '&#x61;&#x5a;&#x30;&#x39;&#xe9;&#x26;&#x7f;&#x1f600;&#x20;&#x7e;',
    '&#x61;&#x5A;&#x30;&#x39;&#xE9;&#x26;&#x7F;&#x1F600;&#x20;&#x7E;',
    'aZ09&#233;&#38;&#127;&#128512;&#32;&#126;',
    'aZ09&#xe9;&#x26;&#x7f;&#x1f600;&#x20;&#x7e;',
    'aZ09&#xE9;&#x26;&#x7F;&#x1F600;&#x20;&#x7E;',
    'aZ09&#233;&&#127;&#128512; ~',
    'aZ09&#xe9;&&#x7f;&#x1f600; ~',
    'aZ09&#xE9;&&#x7F;&#x1F600; ~'
  ])
})

test('each letter of Latin 1 by its name', () => {
  const letters = Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join('')
  const names = (escapeHtml(letters)[2] ?? '').slice(1, -1).split(';&')
  expect(names).toHaveLength(96)
  expect(names.filter((name) => !/^(?:[A-Za-z]{2,6}|sup[123]|frac[13][24])$/.test(name))).toEqual([])
  expect(names.slice(0, 12).join(' ')).toBe('nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo')
  expect(names.slice(28, 40).join(' ')).toBe(
    'frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil'
  )
  expect(names.slice(-4)).toEqual(['uuml', 'yacute', 'thorn', 'yuml'])
})
