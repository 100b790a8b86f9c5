/** The picture of a page where it is linked to: everything inside, whatever the words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURE_SIZE, pictureOf } from '../../src/dashboard/features/share/picture.js';
import { CREDIT, DATA_LICENCE } from '../../src/dashboard/lib/words/sources/credit.js';
import { textWidth } from '../../src/dashboard/lib/drawing/textWidth.js';

const words = (most: number) =>
  fc
    .array(fc.constantFrom('India', 'agreed', 'on', 'a', 'framework', '25 %.', 'The'), {
      ...{ minLength: 1, maxLength: most },
    })
    .map((list) => list.join(' '));

const page = fc.record({ title: words(14), description: words(90), sources: words(50) });

describe('the picture of a link', () => {
  it('has sources, date, credit and licence in full, below the drawing and inside', () => {
    fc.assert(
      fc.property(page, (texts) => {
        let box = { width: 0, height: 0 };
        const dataDate = 'Data as of 26 November 2026.';
        const shown = { ...texts, dataDate, path: '/', picture: null, embed: null };
        const svg = pictureOf(shown, (given) => {
          box = given;
          return '<g/>';
        });
        const lines = [
          ...svg.matchAll(
            /<text x="(\d+)" y="(\d+)"[^>]*font-size="(\d+)" font-weight="(\d+)"[^>]*>([^<]*)</g,
          ),
        ];
        const said = lines.map(([, , , , , text]) => text).join(' ');
        for (const part of [texts.sources, dataDate, CREDIT, DATA_LICENCE])
          expect(said).toContain(part);
        for (const [, x, y, size, weight, text = ''] of lines) {
          const width = textWidth(text, Number(size), Number(weight) > 400);
          expect(Number(x) + width).toBeLessThanOrEqual(PICTURE_SIZE.width);
          expect(Number(y)).toBeLessThanOrEqual(PICTURE_SIZE.height - 10);
        }
        expect(box.height).toBeGreaterThan(200);
        const top = Number(/<g transform="translate\(\d+ (\d+)\)"/.exec(svg)?.[1]);
        const small = lines.filter(([, , , size]) => size === '15').map(([, , y]) => Number(y));
        expect(top + box.height).toBeLessThan(Math.min(...small) - 15);
      }),
    );
  });

  it('tells whole sentences, as many as there is room for', () => {
    const sentence = 'India and the United States agreed on a framework on 6 February 2026.';
    const description = Array.from({ length: 9 }, () => sentence).join(' ');
    const shown = {
      title: 'T',
      description,
      sources: '',
      dataDate: '',
      path: '/',
      picture: null,
      embed: null,
    };
    const svg = pictureOf(shown, () => '');
    expect(svg).not.toContain('…');
    expect(svg).toMatch(/2026\.<\/text>/);
  });
});
