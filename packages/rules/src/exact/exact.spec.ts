import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { Rational } from './rational.js';
import { sha256 } from './sha256.js';

const show = (text: string, digits: number, mode: 'half-up' | 'half-even' | 'down' | 'up') =>
  Rational.parse(text).round({ mode, digits }).toText();

describe('Rational', () => {
  it.each([
    ['2.5', 0, 'half-up', '3'],
    ['-2.5', 0, 'half-up', '-3'],
    ['2.5', 0, 'half-even', '2'],
    ['3.5', 0, 'half-even', '4'],
    ['2.6', 0, 'half-even', '3'],
    ['3.4', 0, 'half-even', '3'],
    ['-3.5', 0, 'half-even', '-4'],
    ['2.59', 1, 'down', '2.5'],
    ['-2.51', 1, 'up', '-2.6'],
    ['1.005', 2, 'half-up', '1.01'],
    ['8.075', 2, 'half-up', '8.08'],
    ['1680/457', 2, 'half-up', '3.68'],
  ] as const)('[EX1] rounds %s to %i digits %s as %s', (text, digits, mode, expected) => {
    expect(show(text, digits, mode)).toBe(expected);
  });

  it('[EX1] rounds to a step', () => {
    expect(Rational.parse('3.3').round({ mode: 'half-up', step: '0.5' }).toText()).toBe('3.5');
    expect(Rational.parse('3.24').round({ mode: 'down', step: '0.25' }).toText()).toBe('3');
  });

  it('[EX2] shows a decimal when it terminates, else a fraction in lowest terms', () => {
    expect(Rational.parse('0.1').plus(Rational.parse('0.2')).toText()).toBe('0.3');
    expect(Rational.of(50n, 72n).toText()).toBe('25/36');
    expect(Rational.parse('-0.50').toText()).toBe('-0.5');
    expect(Rational.parse('25/36').toText()).toBe('25/36');
  });

  it('[EX2] reads back what it shows', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        (n, d) => {
          const value = Rational.of(n, d);
          expect(Rational.parse(value.toText()).equals(value)).toBe(true);
        },
      ),
    );
  });

  it('[EX2] is in lowest terms with the sign above the line, whichever side it came from', () => {
    expect(Rational.of(1n, -2n).toText()).toBe('-0.5');
    expect(Rational.of(-2n, -6n).toText()).toBe('1/3');
    expect(Rational.of(-50n, 72n).toText()).toBe('-25/36');
    expect(Rational.one.over(Rational.parse('-3')).toText()).toBe('-1/3');
  });

  it('nothing is divided by zero', () => {
    expect(() => Rational.of(1n, 0n)).toThrow(RangeError);
    expect(() => Rational.one.over(Rational.zero)).toThrow(RangeError);
  });

  it('refuses what is not a number instead of guessing', () => {
    for (const text of ['', '1e3', '１', '1.', 'NaN', '80%'])
      expect(() => Rational.parse(text)).toThrow(SyntaxError);
  });
});

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['é', '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c'],
    ['妇女之家é😀', 'c3c814f203c45c54541ac99e93b2391ca346cd0666a591a822ecdb5747a6f70d'],
  ])('of %j', (text, expected) => {
    expect(sha256(text)).toBe(expected);
  });

  // The first and last characters of one, two, three and four bytes of UTF-8; digests from another implementation.
  it.each([
    [0x7f, '620bfdaa346b088fb49998d92f19a7eaf6bfc2fb0aee015753966da1028cb731'],
    [0x80, 'ea0add9a514e94de9abd0ba721eed15b15aa0b3a0f09ebee5e54a9dfae943153'],
    [0x7ff, 'c57c6175c9087b0c1f7f849c840c8d1ab5b0c32163ffac03fb9f1913f222516d'],
    [0x800, 'a36ae1af6063cc9281d4010e979a1e3fd3d9ee3e804b7093d2b00f6ee6388bec'],
    [0xffff, '2c34e62119d9c5fc3aa11640bd7945d6bf309acc6e99d8054f54ae5110e343f6'],
    [0x10000, '31237b174ba6047a15db0d343ad9550da611b7b7bce867a23522f81a05df3eda'],
  ])('of the character with the code %i', (code, expected) => {
    expect(sha256(String.fromCodePoint(code))).toBe(expected);
  });

  it('takes a long text over many blocks', () => {
    expect(sha256('a'.repeat(1_000_000))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });
});

describe('canonicalJson', () => {
  it('sorts keys, drops undefined, keeps text as it is', () => {
    expect(canonicalJson({ b: ['2.50', null], a: { z: true, y: undefined, é: '衡' } })).toBe(
      '{"a":{"z":true,"é":"衡"},"b":["2.50",null]}',
    );
  });
  it('the order in which keys were written changes nothing', () => {
    const keys = ['b', 'a', 'c', 'B', '甲', 'a1', '1'];
    const written = (order: string[]) => canonicalJson(Object.fromEntries(order.map((key) => [key, key])));
    expect(written(keys)).toBe('{"1":"1","B":"B","a":"a","a1":"a1","b":"b","c":"c","甲":"甲"}');
    expect(written([...keys].reverse())).toBe(written(keys));
  });
  it('refuses a fractional number, which would have lost digits before', () => {
    expect(() => canonicalJson({ points: 0.1 })).toThrow(TypeError);
  });
  it('refuses what JSON does not have', () => {
    expect(() => canonicalJson([undefined])).toThrow(TypeError);
    expect(() => canonicalJson({ points: 1n })).toThrow(TypeError);
  });
});
