/** The options of an embedded chart, and the code that embeds it. */
import { describe, expect, it } from 'vitest';
import { chartOptions } from '../../src/dashboard/features/embed/chartOptions.js';
import { chartEmbedCode } from '../../src/dashboard/features/embed/embedCode.js';
import { now } from '../../src/dashboard/lib/view.js';

const PATH = '/embed/in-us-bta/duty';

describe('an embedded chart', () => {
  it('takes a view, a theme, an accent colour, a font, the title off, and a pair', () => {
    expect(
      chartOptions(
        PATH,
        '?at=2025-10-01&knownAt=2026-01-01&theme=dark&accent=CC3300&font=Georgia&title=off&pair=US-IN',
      ),
    ).toEqual({
      slug: 'in-us-bta',
      clock: { at: '2025-10-01', knownAt: '2026-01-01', publicAt: null },
      unreadDates: [],
      theme: 'dark',
      accent: '#CC3300',
      font: 'Georgia',
      hasTitle: false,
      pair: 'US-IN',
    });
  });

  it.each([
    'theme=neon',
    'accent=red',
    'accent=cc330',
    'accent=cc3300;background:url(x)',
    'font=a";}',
    `font=${'a'.repeat(41)}`,
    'title=no',
    'pair=us-in',
    'pair=US-IN-CN',
  ])('ignores what is none of its values: %s', (search) => {
    expect(chartOptions(PATH, `?${search}`)).toEqual(chartOptions(PATH, ''));
  });

  it('names a date that is none: another would be taken for it', () => {
    expect(chartOptions(PATH, '?at=garbage&knownAt=2026-01-01').unreadDates).toEqual(['garbage']);
  });

  it('is embedded by a frame of its view, with what the record says escaped', () => {
    const title = '"><script>alert(1)</script>';
    const code = chartEmbedCode(
      { slug: 'a b', title },
      { ...now(), at: '2025-10-01' },
      'https://parley.example',
    );
    expect(code).toContain('src="https://parley.example/embed/a%20b/duty?at=2025-10-01"');
    expect(code.match(/<script>/g)).toHaveLength(1);
  });
});
