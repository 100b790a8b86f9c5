/** `parley mcp`: the Model Context Protocol over standard input and output. */
import { once } from 'node:events';
import { Command, InvalidArgumentError } from 'commander';
import { withReadonlyLog } from '../openLog.js';
import { logOption } from '../options.js';

const HELP = `
An assistant that speaks the Model Context Protocol starts this command and calls its tools. It only
reads. A running server answers the same at /mcp.

Examples:
  parley mcp --log sqlite:talks.db
  parley mcp --url https://trade.example.org           links lead to that server's pages`;

function address(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new InvalidArgumentError('Write the address of a server, such as https://example.org.');
}

export const mcpCommand = (): Command =>
  new Command('mcp')
    .addOption(logOption())
    .option('--url <address>', 'the address of a server whose pages links lead to', address)
    .addHelpText('after', HELP)
    .action(async ({ log, url }: { readonly log: string; readonly url?: string }) => {
      const { serveStdio } = await import('@modelcontextprotocol/server/stdio');
      const { createMcpServer } = await import('../../server/mcp/mcpServer.js');
      const { contextFor } = await import('../../server/mcp/tool.js');
      const { schema } = await import('../../graphql/schema.js');
      await withReadonlyLog(log, async (parley) => {
        const reportError = (error: unknown) => console.error('parley:', error);
        const asker = { parley, schema, requestId: 'stdio', reportError };
        const ended = once(process.stdin, 'close');
        const handle = serveStdio(() => createMcpServer(contextFor(asker, url)));
        await ended;
        await handle.close();
      });
    });
