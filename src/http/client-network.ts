import { memoise } from '../memoise.js';

const IPV6_GROUPS = 8;
/** Number of 16-bit groups in the network prefix that a provider assigns to one customer. */
const NETWORK_GROUPS = 4;

/** Returns the network that counts as one client: an IPv4 address, also if mapped to IPv6, or an IPv6 /64 prefix. */
export function clientNetwork(ip: string): string {
  return ip.includes(':') ? networkOf(ip) : ip;
}

const MAX_CLIENTS = 10_000;

const networkOf = memoise((ip) => {
  const [address = ''] = ip.toLowerCase().split('%', 1);
  const mappedAddress = /^(?:0{0,4}:){2,5}ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (mappedAddress) return mappedAddress[1]!;
  const [head = '', tail] = address.split('::', 2);
  const groupsBefore = head === '' ? [] : head.split(':');
  const groupsAfter = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeroCount = tail === undefined ? 0 : Math.max(0, IPV6_GROUPS - groupsBefore.length - groupsAfter.length);
  const groups = [...groupsBefore, ...Array.from({ length: zeroCount }, () => '0'), ...groupsAfter];
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}, MAX_CLIENTS);
