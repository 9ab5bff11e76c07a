// Literals, constants, signals and members, and what does not parse.
export const signals = {
  five: 5, word: 'a', nothing: null, range: [2, 8], brush: { x: [1, 5], kind: 'interval', nested: [{ deep: true }] },
  day: new Date(Date.UTC(2012, 0, 1)),
};

export const groups = [
  { sources: ['five', 'word + five', 'nothing', 'range[1]', "brush.x[0] + brush['x'][1]", 'brush.nested[0].deep', 'brush.none',
    'brush.none.deeper', 'nothing.x', 'word.length', 'word[0]', "word['length']", 'range.length', 'range[7]', 'range[-1]',
    "range['1']", "range['01']", 'range[0.5]', 'brush.x', '{a: 1, "b c": [1, 2], 3: null}', '[[], {}]', "{a: {b: five}}.a.b",
    '1 + 2 * 3 % 4 - -5', '(1, 2)', "'it''s'", '"a\\tb\\u00e9\\x41"', '0x1f + 1e3 + .5', '1 / 0', '-1 / 0', '0 / 0', '1 / -0',
    "'b' > 'a'", "'b' > 1", 'null + 1', "null + 'x'", '[] + []', '[1,2] + {}', '{} == {}', '[1] == 1', "[1,2] == '1,2'",
    'null == 0', 'null >= 0', 'NaN == NaN', '0 === -0', "'1' == 1", "'' == 0", "'\\n' == 0", 'true == "1"', 'true + true',
    '"5" * "2"', '"5" - 2', '"5" + 2', '5 + +"2"', '~~7.9', '~-1', '1 << 31', '1 << 32', '-1 >>> 0', '-1 >> 1', '5 & 3 | 8 ^ 2',
    '2147483648 | 0', '1e20 | 0', "'a' in {a: 1}", "'b' in {a: 1}", "1 in [5, 6]", "2 in [5, 6]", "'length' in [1]", "'a' in 'abc'",
    '1 ? 2 ? 3 : 4 : 5', 'null || false || 0', "'x' && 0 && 'y'", 'PI', 'E', 'LN2', 'LN10', 'LOG2E', 'LOG10E', 'SQRT1_2', 'SQRT2',
    'MIN_VALUE', 'MAX_VALUE', 'NaN', '-NaN', 'day', "day + ''", 'day - 0', 'day == day', 'day === day', 'day < day', '!day',
    '123456789012345680000 + 0', "'' + 123456789012345680000", "'' + 1e21", "'' + 1e-6", "'' + 1.5e-7", "'' + 0.1", "'' + -0",
    "'' + 100", "'' + 1e300", "'' + 5e-324", "'' + 4.35", "'' + 0.000001234", "'' + 1234.5678", "'' + (0.1 + 0.2)",
    "'' + [1, [2, null], 'x']", "'' + {a: 1}", "'' + null", "'' + true", "[null] + ''", "[[]] + ''", "/a+b/gi + ''", "/[/]/ + ''",
    'datum.x', 'datum'] },
  // What the grammar takes, and what it does not.
  { sources: ['', ' ', '1;', '1; 2', '1 2', '1 +', '+', '(', ')', '()', '(1', '[1', '[1,]', '[,1]', '[1,,2]', '[,]', '{', '{a}', '{a:}', '{a: 1,}', "{'a b': 1}", '{1: 2}', '{0x10: 1}', '{if: 1}', '{null: 1, true: 2}', '{a: 1, a: 2}', '{get a: 1}', '{[1]: 2}', '{a(): 1}', '{...five}', '{}.a', '{a: 1}.a', '({a: 1})', '({}).b', '{toString: 1}', '{__proto__: 1}', '{constructor: 1}',
    'five.', 'five..x', '.five', 'five[', 'five[]', 'five.1', 'range.1', 'five["x"]', 'word.length.length', 'brush.if', 'brush.null', 'brush["x"]["1"]', 'brush.x.0', 'brush?.x', 'five ?? 1', 'five ** 2', 'a = 1', 'five += 1', 'five++', '--five', '- -five', '- - -five', '+ +word', '!-five', '-!five', '~-five', 'typeof five', 'void 0', 'delete five', 'new Date()', 'this', 'function() {}', '() => 1', 'x => x', '`a`', 'async', 'let', 'class', 'return', 'var', 'undefined', 'Infinity', '-Infinity', 'globalThis', 'window', '_', '$five', 'datum', 'event', 'item', 'group()', 'parent', 'arguments', 'eval', 'eval(1)', 'Math.PI', 'five()', 'word.length()', '(abs)(1)', 'abs', 'abs.call(1)', 'range.map(abs)', 'abs(1,)', 'abs(,1)', 'abs(...range)', 'if(1, 2, 3).x'] },
  { sources: ['0', '-0', '00', '01', '08', '017', '0x', '0xg', '0X1F', '0b11', '0o17', '1e', '1e+', '1e5', '1E-5', '1.', '.1', '.', '1.e2', '1..x', '1.5.x', '5.length', '1_000', '9007199254740993', '1e400', '-1e400', '5e-325', '0.1e1', '123456789012345678901234567890', '0xfffffffffffffffff', '1n', '1a', '3in [1,2,3,4]'] },
  { sources: ['""', "''", '"a\'b"', "'a\"b'", '"a', "'a", '"\\n\\t\\r\\b\\f\\v\\0"', '"\\x41\\u0041"', '"\\u{1f600}"', '"\\u{110000}"', '"\\u004"', '"\\x4"', '"\\101"', '"\\8"', '"\\a"', '"\\\\"', '"\\\'"', '"😀"', '"\ud83d"', '"\\ud83d"', '"\\ude00\\ud83d"', 'length("😀")', '"😀"[0]', '"😀" == "\\ud83d\\ude00"', '"\u2028"', '"a\nb"', '"a\\\nb"', "'\t'", '"é" == "e\\u0301"', '"\\u00e9"', '"\u0000"', '"a" "b"'] },
  { sources: ['/a/', '/a/gimsuy', '/a/z', '/a/gg', '/(/', '/[/]/', '/a\\/b/', '/a', '//', '/*/', '/* c */ 1', '1 // c', '/\\u{1f600}/u', '/😀/u', '/[😀]/', '/a/ / 2', '1 / /a/', '/a/.source', '/a/g.flags', '/a/.test("a")', '[/a/]', '/a/ == /a/', '/=/', '/a/i + ""', 'isRegExp(/x/)', '/\n/', '4 / 2 / 2'] },
  { sources: ['é', 'five + é', 'ünïcode', '\\u0066ive', 'five\u00a0+ 1', 'five\t+\n1', '\ufefffive', '五', '五.x', '$', '_five', 'five_', 'π', '1 < 2 < 3', '3 > 2 > 1', '1 == 1 == 1', '1 + 2 + "3"', '"1" + 2 + 3', '2 * 3 + 4 * 5', '2 + 3 * 4 - 5 % 3', '-2 * -3', '1 - -1', '1 - - 1', '1 -- 1', '1 ++ 1', '7 & 3 == 3', '1 | 2 ^ 3 & 4', '1 << 2 + 1', '!1 == 0', '-"3" + 1', '1 in [1, 2] == true', '[] instanceof Array', '{} instanceof five', 'true ? false ? 1 : 2 : 3', 'true && false || true', 'true || false && false', '1, 2', '(1, 2)', '[1, 2][1]', '[[1, 2], [3]][0][1]', '{a: [1, {b: 2}]}.a[1].b', '"abc"[1]', '"abc".length', '[1, 2, 3].length', '[]["length"]', 'null.x', 'true.x', '1.0.x', '"a".b.c', '[].a.b'] },
];
