/** Which addresses a webhook may be sent to: none of the operator's own network (SSRF). */
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** IPv4 that is not global: IANA special-purpose registry (RFC 6890), multicast and reserved. */
const NOT_GLOBAL_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

/** Global unicast of IPv6 is 2000::/3 (RFC 4291); what of it is not, or stands for IPv4. */
const GLOBAL_V6 = ['2000::', 3] as const;
const NOT_GLOBAL_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const blocked = new BlockList();
for (const [net, prefix] of NOT_GLOBAL_V4) blocked.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of NOT_GLOBAL_V6) blocked.addSubnet(net, prefix, 'ipv6');
const globalV6 = new BlockList();
globalV6.addSubnet(...GLOBAL_V6, 'ipv6');

/** Whether an IP address can be reached from anywhere: not private, local, reserved or multicast. */
export function isGlobalAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !blocked.check(address, 'ipv4');
    case 6:
      return globalV6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
    default:
      return false;
  }
}

/** The address of a webhook is not one that this server sends to. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
  constructor(reason: string) {
    super(`${reason}, and the server runs without --private-webhooks`);
    this.name = 'AddressRefused';
  }
}

/** Throws {@link AddressRefused} for what can be told without asking for its address. */
export function checkUrl({ protocol, hostname }: URL): void {
  if (protocol !== 'https:') throw new AddressRefused('The address is not https');
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 && !isGlobalAddress(host))
    throw new AddressRefused(`${host} is not a public address`);
}

/**
 * Looks up a host and fails with {@link AddressRefused} when any of its addresses is not global. The
 * connection is made to what was checked, so a name that changes its address meanwhile gains nothing.
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const refused = error
      ? undefined
      : addresses.find(({ address }) => !isGlobalAddress(address))?.address;
    const failure =
      error ??
      (refused === undefined
        ? null
        : new AddressRefused(`${hostname} is at ${refused}, which is not a public address`));
    if (failure) {
      callback(failure, []);
      return;
    }
    const [first] = addresses;
    if (options.all || !first) {
      callback(null, addresses);
      return;
    }
    callback(null, first.address, first.family);
  });
};
