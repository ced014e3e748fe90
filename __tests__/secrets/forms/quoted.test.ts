import { expect, test } from '@jest/globals'
import { quotedForms } from '../../../src/secrets/forms/quoted.js'

test('words of shells, PHP, SQL, YAML and CSV', () => {
  expect(quotedForms('a\'\'b""c\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~')).toEqual([
    "a'\\'''\\''b\"\"c\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~",
    "a'\\'''\\''b\"\"c\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~",
    'a\'"\'"\'\'"\'"\'b""c\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\'"\'"\'\'"\'"\'b""c\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\'\'b\\"\\"c\\\\d\\$\\$e\\`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\'\'b\\"\\"c\\\\d\\$\\$e\\`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\'\'b\\"\\"c\\\\d\\$\\$e\\`f\\!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\'\'b\\"\\"c\\\\d\\$\\$e\\`f\\!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\\\'\\\'b""c\\\\d$$e`f!g\\nh\\ri\\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\\\'\\\'b""c\\\\d$$e`f!g\\nh\\ri\\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\\\'\\\'b""c\\\\d$$e`f!g\\nh\\ri\\tj\\000k\\032l#m~n<<o>>\\303\\251 +%w./:=@-~',
    'a\\\'\\\'b""c\\\\d$$e`f!g\\nh\\ri\\tj\\000k\\032l#m~n<<o>>\\303\\251 +%w./:=@-~',
    'a\\\'\\\'b""c\\\\d$$e`f!g\\nh\\ri\\tj\\x00k\\x1al#m~n<<o>>\\xc3\\xa9 +%w./:=@-~',
    'a\\\'\\\'b""c\\\\d$$e`f!g\\nh\\ri\\tj\\x00k\\x1al#m~n<<o>>\\xc3\\xa9 +%w./:=@-~',
    'a\\\'\\\'b\\"\\"c\\\\d\\$\\$e\\`f\\!g\\\nh\\\ri\\\tj\\\u0000k\\\u001al#m~n\\<\\<o\\>\\>\u00e9\\ +%w./:=@-~',
    'a\\\'\\\'b\\"\\"c\\\\d\\$\\$e\\`f\\!g\\\nh\\\ri\\\tj\\\u0000k\\\u001al#m~n<<o>>\u00e9\\ +%w./:=@-~',
    'a\\\'\\\'b\\"\\"c\\\\d\\$\\$e\\`f\\!g\\\nh\\\ri\\\tj\\\u0000k\\\u001al\\#m\\~n\\<\\<o\\>\\>\u00e9\\ +%w./:=@-\\~',
    'a\\\'\\\'b\\"\\"c\\\\d\\$\\$e\\`f\\!g\\\nh\\\ri\\\tj\\\u0000k\\\u001al\\#m\\~n<<o>>\u00e9\\ +%w./:=@-\\~',
    'a\\\'\\\'b\\"\\"c\\\\d\\$\\$e\\`f\\!g\\\nh\\\ri\\\tj\\\u0000k\\\u001al\\#m\\~n\\<\\<o\\>\\>\u00e9\\ \\+\\%w\\.\\/\\:\\=\\@\\-\\~',
    'a\\\'\\\'b\\"\\"c\\\\d\\$\\$e\\`f\\!g\\\nh\\\ri\\\tj\\\u0000k\\\u001al\\#m\\~n<<o>>\u00e9\\ \\+\\%w\\.\\/\\:\\=\\@\\-\\~',
    'a\\\'\\\'b""c\\\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\'\'b\\"\\"c\\\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\\\'\\\'b\\"\\"c\\\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\'\'b\\"\\"c\\\\d\\$\\$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    "a''''b\"\"c\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~",
    'a\'\'b""""c\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\\\'\\\'b\\"\\"c\\\\d$$e`f!g\\nh\\ri\tj\\0k\\Zl#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\'\'b""c\\\\d$$e`f!g\nh\ri\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\'\'b\\"\\"c\\\\d$$e`f!g\\nh\\ri\\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~',
    'a\\\'\\\'b""c\\\\d$$e`f!g\\nh\\ri\\tj\u0000k\u001al#m~n<<o>>\u00e9 +%w./:=@-~'
  ])
})

test('a sign that is special only at the beginning', () => {
  expect(quotedForms('#a#b')).toEqual([
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '\\#a#b',
    '\\#a#b',
    '\\#a\\#b',
    '\\#a\\#b',
    '\\#a\\#b',
    '\\#a\\#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b',
    '#a#b'
  ])
})
