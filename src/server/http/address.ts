/** Loopback addresses, and whether a request is addressed to one. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { HttpError } from './httpError.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether only this machine can reach an IP address. */
export const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && LOOPBACK.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** The IP address of a host name or address. Throws what DNS throws. */
export async function addressOf(host: string): Promise<string> {
  return isIP(host) === 0 ? (await lookup(host)).address : host;
}

/**
 * Whether a Host header names this machine. It does not where a page of another site had its own
 * name resolve to this machine (DNS rebinding).
 */
export function namesLoopback(host: string | undefined): boolean {
  if (host === undefined) return true;
  const name = host
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || isLoopback(name);
}

/** Throws a 421 where a Host header does not name this machine: see {@link namesLoopback}. */
export function checkHost(host: string | undefined): void {
  if (!namesLoopback(host))
    throw new HttpError(
      421,
      'MISDIRECTED',
      'This server has no tokens, so it answers only requests addressed to localhost. Start it with --tokens to let others in.',
    );
}

/** `http://host:port`, with brackets around an IPv6 address. */
export const urlOf = (address: string, port: number): string =>
  `http://${isIPv6(address) ? `[${address}]` : address}:${port}`;
