import { describe, expect, it } from 'vitest';
import { launch, RECORDED, startServer } from './testServer.js';
import { metric, waitForMetric, readUntil } from './subscriptionFixtures.js';

const text = async (url: string) => (await fetch(`${url}/metrics`)).text();

const another = (name: string) => {
  const { recordedAt: _, ...event } = launch;
  return { ...event, stream: `negotiation/${name}` };
};

describe('/metrics', () => {
  it('answers in the Prometheus text format', async () => {
    const { url } = await startServer();
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = (await response.text()).trimEnd().split('\n');
    const names = new Set(lines.flatMap((line) => /^# TYPE (\w+) /.exec(line)?.[1] ?? []));
    for (const line of lines.filter((each) => each !== '' && !each.startsWith('#'))) {
      const [, name = ''] =
        /^([a-z_0-9]+)(?:\{[^{}]*\})? (?:-?[\d.e+-]+|NaN|Nan)$/.exec(line) ?? [];
      expect(names).toContain(name.replace(/_(?:bucket|sum|count)$/, ''));
    }
  });

  it('counts and times requests by route, never by path', async () => {
    const { url, get } = await startServer();
    for (const path of ['/nowhere', '/yonder']) await (await fetch(url + path)).text();
    await (await get('{ log { headPosition } }')).text();
    const all = await text(url);
    const labels = 'route="other",method="GET",status="404"';
    expect(all).toContain(`parley_http_requests_total{${labels}} 2\n`);
    expect(all).toContain('parley_refusals_total{reason="NOT_FOUND"} 2\n');
    expect(all).toContain('parley_http_request_duration_seconds_count{route="/graphql"} 1\n');
    expect(all).not.toContain('yonder');
  });

  it('counts appends, events and refusals by code', async () => {
    const { url, parley } = await startServer();
    await parley.append([another('c-d'), another('e-f')]);
    await parley.append([another('g-h')], { dryRun: true });
    await expect(parley.append([{ ...another('g-h'), occurred: 'soon' }])).rejects.toThrow();
    // The first was there before the test.
    expect(await metric(url, 'parley_appends_total')).toBe(2);
    expect(await metric(url, 'parley_events_appended_total')).toBe(3);
    expect(await metric(url, 'parley_appends_refused_total{code="REFUSED"}')).toBe(1);
  });

  it('times the folding of streams', async () => {
    const { url, parley } = await startServer();
    expect(await metric(url, 'parley_fold_duration_seconds_count')).toBe(0);
    await parley.negotiation('a-b');
    expect(await metric(url, 'parley_fold_duration_seconds_count')).toBeGreaterThan(0);
    expect(await metric(url, 'parley_events_folded_total')).toBeGreaterThan(0);
  });

  it('shows the head of the log, and parley_log_up 0 when the log does not answer', async () => {
    const { url, parley } = await startServer();
    expect(await metric(url, 'parley_log_up')).toBe(1);
    expect(await metric(url, 'parley_ready')).toBe(1);
    expect(await metric(url, 'parley_log_head_position')).toBe(1);
    expect(await metric(url, 'parley_log_head_recorded_seconds')).toBe(Date.parse(RECORDED) / 1000);
    await parley.log.close();
    expect(await metric(url, 'parley_log_up')).toBe(0);
    expect(await metric(url, 'parley_ready')).toBe(0);
    expect(await text(url)).not.toMatch(/^parley_log_head_position /m);
  });

  it('shows how the log is tailed, the number of subscribers and their lag', async () => {
    const { url, get } = await startServer();
    expect(await metric(url, 'parley_tail_mode{mode="idle"}')).toBe(1);
    const query = 'subscription { events(after: "0") { position } }';
    const response = await get(query, { accept: 'text/event-stream' });
    const reader = response.body!.getReader();
    await readUntil(reader, '"position":1');
    expect(await metric(url, 'parley_tail_mode{mode="idle"}')).toBe(0);
    expect(await metric(url, 'parley_tail_mode{mode="direct"}')).toBe(1);
    expect(await metric(url, 'parley_followers')).toBe(1);
    expect(await metric(url, 'parley_open_streams{transport="sse"}')).toBe(1);
    expect(await metric(url, 'parley_tail_lag')).toBe(0);
    await reader.cancel();
    expect(await waitForMetric(url, 'parley_followers', 0)).toBe(0);
  });

  it('shows the size and the hits of the response cache', async () => {
    const { url, get } = await startServer();
    const pinned = `{ negotiation(slug: "a-b", asOf: { at: "2025-03-01", knownAt: "${RECORDED}" }) { slug } }`;
    for (let request = 0; request < 3; request += 1) await (await get(pinned)).text();
    expect(await metric(url, 'parley_answer_cache_total{found="yes"}')).toBe(2);
    expect(await metric(url, 'parley_answer_cache_total{found="no"}')).toBe(1);
    expect(await metric(url, 'parley_cache_bytes{cache="responses"}')).toBeGreaterThan(0);
  });

  it('shows memory, uptime and event-loop delay of the process', async () => {
    const { url } = await startServer();
    for (const name of ['process_resident_memory_bytes', 'process_uptime_seconds'])
      expect(await metric(url, name)).toBeGreaterThan(0);
    expect(await metric(url, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  });
});
