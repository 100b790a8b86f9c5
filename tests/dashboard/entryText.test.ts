/** What is typed into a form becomes data, or a problem at its path. */
import { describe, expect, it } from 'vitest';
import { eventTypeOf, inputFields } from '../../src/dashboard/features/entry/model/formSchema.js';
import {
  type FieldProblem,
  type FormValues,
  toInput,
} from '../../src/dashboard/features/entry/model/formValues.js';

const TODAY = '2025-11-01';

describe('the text of a form', () => {
  const send = (type: string, values: FormValues) => {
    const problems: FieldProblem[] = [];
    const input = toInput(inputFields(eventTypeOf(type)!.input)!, values, TODAY, problems, 'data');
    return { input, problems };
  };

  it('is converted to numbers, codes, dates and lists', () => {
    const { input, problems } = send('MeasureAdopted', {
      title: ' Extra duty ',
      imposedBy: 'United States',
      affects: 'IN\nCN\n',
      kind: 'RECIPROCAL',
      rate: '12.5 %',
      effectiveFrom: '27 August 2025 00:01 UTC-4',
      until: '',
      goods: { hs: '7601, 8703.23', origin: '' },
    });
    expect(problems).toEqual([]);
    expect(input).toEqual({
      title: 'Extra duty',
      imposedBy: 'US',
      affects: ['IN', 'CN'],
      kind: 'RECIPROCAL',
      rate: 12.5,
      effectiveFrom: '2025-08-27T00:01:00-04:00',
      goods: { hs: ['7601', '870323'] },
    });
  });

  it('is a duty as tariffs write it', () => {
    const { input, problems } = send('MeasureAmended', {
      effectiveFrom: '2025-03-04',
      duty: '2.5% + 4.4¢/kg MIN 10%',
    });
    expect(problems).toEqual([]);
    expect(input).toMatchObject({
      duty: {
        components: [{ percent: 2.5 }, { amount: 0.044, currency: 'USD', per: { unit: 'KGM' } }],
        minimum: [{ percent: 10 }],
      },
    });
  });

  it('of a duty that is not understood is reported with its character', () => {
    const { problems } = send('MeasureAmended', {
      effectiveFrom: '2025-03-04',
      lines: [{ hs: '0101', duty: '5 EUR/stone' }],
    });
    expect(problems).toEqual([
      {
        path: 'data.lines[0].duty',
        message: expect.stringContaining('is not understood at character 7 ("stone")') as string,
      },
    ]);
  });

  it('may list groups: one per line, with commas within', () => {
    const { input } = send('PrecedenceSet', { order: 'a-b, c\nd', effectiveFrom: '2025-03-04' });
    expect(input).toEqual({ order: [['a-b', 'c'], ['d']], effectiveFrom: '2025-03-04' });
  });

  it('names groups and countries by name or code, and anyone else by a code of their own', () => {
    const { input, problems } = send('NegotiationLaunched', {
      title: 'T',
      parties: 'mercosur, European Union, gcc, vn, x-dock-union',
    });
    expect(problems).toEqual([]);
    expect(input).toMatchObject({ parties: ['MERCOSUR', 'EU', 'GCC', 'VN', 'x-dock-union'] });
  });

  it('is reported at its path where it cannot be parsed', () => {
    const { problems } = send('MeasureAdopted', {
      title: 'T',
      imposedBy: 'US',
      affects: 'IN',
      kind: 'RECIPROCAL',
      rate: 'a lot',
      effectiveFrom: 'August 2025',
    });
    expect(problems.map((problem) => problem.path)).toEqual(['data.rate', 'data.effectiveFrom']);
  });

  it('of a list is reported at the index of its entry', () => {
    const { problems } = send('RoundHeld', { round: '1.5', leads: [{ party: 'IN' }] });
    expect(problems).toEqual([
      { path: 'data.round', message: 'must be a whole number' },
      { path: 'data.leads[0].name', message: 'is missing' },
    ]);
  });
});
