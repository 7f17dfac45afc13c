import { describe, expect, it } from 'vitest';
import { once, readAddresses } from './addresses';

describe('a pasted list of addresses', () => {
  it('is taken apart at commas, semicolons, tabs, line breaks and blanks', () => {
    expect(
      readAddresses('a@x.example, b@x.example;c@x.example\td@x.example\r\ne@x.example f@x.example').people.map(
        (person) => person.email,
      ),
    ).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@x.example`));
  });

  it('keeps the names that stand before addresses', () => {
    expect(
      readAddresses(
        'Ada Lovelace <ada@x.example>; "Hopper, Grace" <grace@x.example>, Turing, Alan <mailto:alan@x.example>\n<zuse@x.example>',
      ),
    ).toEqual({
      people: [
        { email: 'ada@x.example', name: 'Ada Lovelace' },
        { email: 'grace@x.example', name: 'Grace Hopper' },
        { email: 'alan@x.example', name: 'Alan Turing' },
        { email: 'zuse@x.example' },
      ],
      rest: '',
    });
  });

  it('names nobody twice, whatever the letters', () => {
    expect(readAddresses('ada@x.example; Ada <ADA@x.example>').people).toEqual([
      { email: 'ada@x.example', name: 'Ada' },
    ]);
    expect(once([{ email: 'a@x.example', name: 'A' }, { email: 'A@x.example' }])).toHaveLength(1);
  });

  it('leaves what is no address, for whoever typed it to mend', () => {
    expect(readAddresses('ada@x.example, grace at home; bob@x.example; carol')).toEqual({
      people: [{ email: 'ada@x.example' }, { email: 'bob@x.example' }],
      rest: 'grace at home; carol',
    });
    expect(readAddresses('Ada <ada at x>')).toEqual({ people: [], rest: 'Ada <ada at x>' });
    expect(readAddresses(' \n ,; ')).toEqual({ people: [], rest: '' });
  });

  it('does not stumble over a quote that is never closed', () => {
    expect(readAddresses('"Ada <ada@x.example>\nbob@x.example').people.map((p) => p.email)).toEqual([
      'ada@x.example',
      'bob@x.example',
    ]);
  });

  it('takes five hundred at once', () => {
    const many = Array.from({ length: 500 }, (_, i) => `Person ${i} <p${i}@x.example>`).join(';\n');
    expect(readAddresses(many).people).toHaveLength(500);
  });
});
