/** Whose a request is: the address of the client, as limits count it. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** Of an IPv6 address, the groups that a provider gives to one customer (RFC 6177). */
const CUSTOMER_GROUPS = 4;

/**
 * The address of a client that comes through so many proxies, each of which has added to
 * X-Forwarded-For whom it heard. What stands further left is what the client claims.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  proxies: number,
): string {
  const forwarded = proxies > 0 ? String(headers['x-forwarded-for'] ?? '').split(',') : [];
  const heard = forwarded.map((address) => address.trim()).filter((address) => address !== '');
  return heard.at(-proxies) ?? heard[0] ?? socket.remoteAddress ?? '';
}

/** What addresses of one client have in common. */
export function clientKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const rest = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...zeros, ...rest].slice(0, CUSTOMER_GROUPS).join(':');
}
