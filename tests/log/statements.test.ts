import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { Statements } from '../../src/log/sqlite/statements.js';

it('keeps a few hundred prepared statements, whatever is asked', () => {
  const db = new Database(':memory:');
  const statements = new Statements(db);
  const first = statements.get('SELECT 1');
  expect(statements.get('SELECT 1')).toBe(first);
  for (let n = 2; n < 1_000; n += 1) statements.get(`SELECT ${n}`);
  expect(statements.get('SELECT 1')).not.toBe(first);
  expect(statements.get('SELECT 1').pluck().get()).toBe(1);
  db.close();
});
