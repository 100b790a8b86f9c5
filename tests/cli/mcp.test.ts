import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it } from 'vitest';
import { PARLEY } from '../support/builtServer.js';
import { desk, PATIENCE, RECORD } from './running.js';

describe('parley mcp', PATIENCE, () => {
  it('answers an assistant on standard input and output, with links to a server that is named', async () => {
    const at = desk();
    await at.parley('import', ...RECORD);
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [PARLEY, 'mcp', '--url', 'https://trade.example.org'],
        cwd: at.directory,
        stderr: 'ignore',
      }),
    );
    const result = await client.callTool({
      name: 'where_things_stand',
      arguments: { negotiation: 'in-us-bta', at: '2025-11-05' },
    });
    const [content] = result.content;
    const text = content?.type === 'text' ? content.text : '';
    expect(text).toContain('Phase: negotiating since');
    expect(text).toContain('https://trade.example.org/negotiation/in-us-bta?at=');
    await client.close();
  });
});
