/** Somebody to invite. */
export interface Person {
  email: string;
  name?: string;
}

/** What was found in a text, and what of it is no address. */
export interface Found {
  people: Person[];
  rest: string;
}

// Whether an address is one is for the gateway to say; this only tells addresses from other words.
const ADDRESS = /^[^\s<>@,;"]+@[^\s<>@,;"]+$/;

/**
 * Takes a list of addresses apart, as people paste it from mails, tables and address books: with
 * commas, semicolons, tabs or line breaks between, with names before in any of the usual ways, or
 * with blanks alone. A comma within a name (`Hopper, Grace <grace@…>`) belongs to the name.
 */
export function readAddresses(text: string): Found {
  const people: Person[] = [];
  const rest: string[] = [];
  let pending = '';
  for (const piece of pieces(text)) {
    const whole = pending ? `${pending}, ${piece}` : piece;
    const read = one(whole) ?? (pending ? one(piece) : undefined);
    if (read) {
      if (pending && !one(whole)) {
        rest.push(pending);
      }
      people.push(...read);
      pending = '';
    } else {
      pending = whole;
    }
  }
  if (pending) {
    rest.push(pending);
  }
  return { people: once(people), rest: rest.join('; ') };
}

/** At semicolons, tabs, line breaks and commas; not within quotes or angle brackets. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = '';
  let quoted = false;
  let inBrackets = false;
  for (const sign of text) {
    quoted = sign === '"' ? !quoted : quoted && sign !== '\n';
    inBrackets = sign === '<' || (inBrackets && sign !== '>' && sign !== '\n');
    if (!quoted && !inBrackets && /[,;\t\r\n]/.test(sign)) {
      found.push(piece);
      piece = '';
    } else {
      piece += sign;
    }
  }
  return [...found, piece].map((each) => each.trim()).filter(Boolean);
}

function one(piece: string): Person[] | undefined {
  const named = /^(.*?)\s*<\s*(?:mailto:)?([^<>\s]+)\s*>$/is.exec(piece);
  if (named) {
    const email = named[2] ?? '';
    const name = tidy(named[1] ?? '');
    if (!ADDRESS.test(email)) {
      return undefined;
    }
    return [name && name.toLowerCase() !== email.toLowerCase() ? { email, name } : { email }];
  }
  const words = piece.replace(/mailto:/gi, '').split(/\s+/);
  return words.every((word) => ADDRESS.test(word)) ? words.map((email) => ({ email })) : undefined;
}

/** `"Hopper, Grace"` without its quotes, and `Hopper, Grace` the way round that people say it. */
function tidy(name: string): string {
  const bare = name.replace(/^["'\s]+|["'\s]+$/g, '').replace(/\s+/g, ' ');
  const turned = /^([^,]+), ([^,]+)$/.exec(bare);
  return turned ? `${turned[2]} ${turned[1]}` : bare;
}

/** Each address once; the first that says a name wins. */
export function once(people: Person[]): Person[] {
  const byAddress = new Map<string, Person>();
  for (const person of people) {
    const key = person.email.toLowerCase();
    const known = byAddress.get(key);
    if (!known) {
      byAddress.set(key, person);
    } else if (!known.name && person.name) {
      byAddress.set(key, { ...known, name: person.name });
    }
  }
  return [...byAddress.values()];
}
