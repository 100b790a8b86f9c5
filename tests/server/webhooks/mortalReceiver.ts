/**
 * A receiver of webhooks, run as a process: `mortalReceiver.ts PORT FILE SECRET LIVES WHEN`. Writes the
 * id of each delivery whose signature holds to FILE, and kills itself at the one numbered LIVES:
 * `before` or `after` it is written, in either case without an answer. LIVES 0 never dies.
 */
import { appendFileSync, fsyncSync, openSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

const [port, file = '', secret = '', lives, when] = process.argv.slice(2);
const webhook = new Webhook(secret);
const log = openSync(file, 'a');
let count = 0;

const die = () => process.kill(process.pid, 'SIGKILL');

createServer((request, response) => {
  void text(request).then((body) => {
    count += 1;
    const isLast = count === Number(lives);
    if (isLast && when === 'before') return die();
    webhook.verify(body, request.headers as Record<string, string>);
    appendFileSync(log, `${request.headers['webhook-id'] as string}\n`);
    fsyncSync(log);
    if (isLast) return die();
    return response.writeHead(204).end();
  });
}).listen(Number(port), '127.0.0.1');
