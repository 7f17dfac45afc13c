import { describe, expect, it } from 'vitest';
import { offsetText, search, zone, zones } from './zones';

const WINTER = Date.UTC(2027, 0, 15);

describe('time zones', () => {
  it('are shown with city, region and offset of that day', () => {
    expect(zone('America/Argentina/Buenos_Aires', WINTER)).toEqual({
      id: 'America/Argentina/Buenos_Aires',
      city: 'Buenos Aires',
      region: 'America / Argentina',
      offset: 'GMT−3',
      minutes: -180,
    });
    expect(zone('Europe/Berlin', Date.UTC(2027, 6, 15)).offset).toBe('GMT+2');
  });

  it('have offsets as people write them', () => {
    expect([0, 60, 330, -210].map(offsetText)).toEqual(['GMT', 'GMT+1', 'GMT+5:30', 'GMT−3:30']);
  });

  it('are found by city, region, offset, and without marks or order', () => {
    const all = zones(WINTER);
    const ids = (query: string) => search(all, query).map((each) => each.id);
    expect(ids('berl')[0]).toBe('Europe/Berlin');
    expect(ids('new york')).toEqual(['America/New_York']);
    expect(ids('york America')).toEqual(['America/New_York']);
    expect(ids('gmt-3:30')).toEqual(['America/St_Johns']);
    expect(ids('São paulo')).toEqual(['America/Sao_Paulo']);
    expect(ids('par')[0]).toMatch(/\/Par/);
    expect(ids('kolk')).toEqual(['Asia/Kolkata']);
    expect(ids('Kathmandu')).toEqual(['Asia/Kathmandu']);
    expect(ids('atlantis')).toEqual([]);
    expect(ids('')).toHaveLength(all.length);
  });
});
