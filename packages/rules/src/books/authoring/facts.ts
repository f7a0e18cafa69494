import type { Fact, FactSource } from '../../format/fact.js';
import type { Text } from '../../format/primitives.js';
import { text } from './text.js';

type Origin = {
  source: FactSource;
  enteredBy: Text;
  definition?: Text;
  evidence?: Text;
  /** Minutes for the unit to answer; facts that others enter cost the unit nothing and leave it out. */
  minutes?: string;
};

type Limits = { min?: string; max?: string; atMost?: string };

const units = {
  person: text('人', 'people'),
  attendance: text('人次', 'attendances'),
  village: text('个', 'villages'),
  item: text('件', 'cases'),
  time: text('次', 'times'),
  activity: text('场', 'activities'),
  project: text('个', 'projects'),
  day: text('天', 'days'),
  month: text('人月', 'person-months'),
  point: text('分', 'points'),
  kind: text('类', 'kinds'),
  session: text('期', 'courses'),
  yuan: text('元', 'yuan'),
  yuanPerHead: text('元/人', 'yuan per person'),
  hour: text('小时', 'hours'),
  organization: text('个', 'organisations'),
  household: text('户', 'households'),
} as const;

/** A whole number, never negative unless `min` says otherwise; `min: '1'` where a zero could only be a mistake. */
export function count(
  id: string,
  title: Text,
  unit: keyof typeof units,
  origin: Origin & Limits,
): Extract<Fact, { kind: 'number' }> {
  const { min = '0', max, atMost, ...rest } = origin;
  const checks = { integer: true, min, ...(max && { max }), ...(atMost && { atMost }) };
  return { id, title, kind: 'number', unit: units[unit], checks, ...rest };
}

/** A number with decimals, such as money or hours; never negative. */
export function amount(
  id: string,
  title: Text,
  unit: keyof typeof units,
  origin: Origin & Limits,
): Extract<Fact, { kind: 'number' }> {
  const { min = '0', max, atMost, ...rest } = origin;
  const checks = { min, ...(max && { max }), ...(atMost && { atMost }) };
  return { id, title, kind: 'number', unit: units[unit], checks, ...rest };
}

export const yesNo = (id: string, title: Text, origin: Origin): Fact => ({
  id,
  title,
  kind: 'boolean',
  ...origin,
});

export const records = (
  id: string,
  title: Text,
  levels: readonly { id: string; title: Text }[],
  origin: Origin,
): Fact => ({ id, title, kind: 'records', levels: [...levels], ...origin });

/** 优、良、中、差 ballots of a democratic evaluation. */
export const ballots = (id: string, title: Text, origin: Origin): Fact => ({
  id,
  title,
  kind: 'ballots',
  options: [
    { id: 'excellent', title: text('优', 'Excellent') },
    { id: 'good', title: text('良', 'Good') },
    { id: 'fair', title: text('中', 'Fair') },
    { id: 'poor', title: text('差', 'Poor') },
  ],
  ...origin,
});

export const national = { id: 'national', title: text('国家级', 'National') };
export const provincial = { id: 'provincial', title: text('省级', 'Provincial') };
export const municipal = { id: 'municipal', title: text('市级', 'City') };
export const county = { id: 'county', title: text('县级', 'County') };
