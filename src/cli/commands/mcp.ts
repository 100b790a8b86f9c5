/** `parley mcp`: the Model Context Protocol over standard input and output. */
import { once } from 'node:events';
import { Command, InvalidArgumentError } from 'commander';
import { withLog, withReadonlyLog } from '../openLog.js';
import { logOption } from '../options.js';

const HELP = `
An assistant that speaks the Model Context Protocol starts this command and calls its tools. It only
reads; with --propose-as it may also propose events, which a person accepts or rejects. A running server answers the same at /mcp.

Examples:
  parley mcp --log sqlite:talks.db
  parley mcp --url https://trade.example.org           links lead to that server's pages`;

interface Options {
  readonly log: string;
  readonly url?: string;
  readonly proposeAs?: string;
}

function address(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new InvalidArgumentError('Write the address of a server, such as https://example.org.');
}

export const mcpCommand = (): Command =>
  new Command('mcp')
    .addOption(logOption())
    .option('--url <address>', 'the address of a server whose pages links lead to', address)
    .option('--propose-as <name>', 'let the assistant propose events, under this name')
    .addHelpText('after', HELP)
    .action(async ({ log, url, proposeAs: name }: Options) => {
      const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
      const { createMcpServer } = await import('../../server/mcp/mcpServer.js');
      const { contextFor } = await import('../../server/mcp/tool.js');
      const { schema } = await import('../../graphql/schema.js');
      const principal = { mayWrite: false, ...(name !== undefined && { name, mayPropose: true }) };
      const withOpen = name === undefined ? withReadonlyLog : withLog;
      await withOpen(log, async (parley) => {
        const reportError = (error: unknown) => console.error('parley:', error);
        const asker = { parley, schema, requestId: 'stdio', reportError, principal };
        const ended = once(process.stdin, 'close');
        const handle = serveStdio(() => createMcpServer(contextFor(asker, url)));
        await ended;
        await handle.close();
      });
    });
