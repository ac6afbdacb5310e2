import { BlockList, isIP } from 'node:net';

/** Special ranges of IPv4: https://www.iana.org/assignments/iana-ipv4-special-registry */
const CLOSED_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Inside 2000::/3, which is all that is public: tunnels to IPv4, documentation, benchmarks. */
const CLOSED_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const closed = makeList(CLOSED_4, 'ipv4', makeList(CLOSED_6, 'ipv6'));
const open6 = makeList(['2000::/3'], 'ipv6');

/** Whether an address belongs to the public net: not private, loopback, link-local or special. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$|%.*$/g, '').replace(/^::ffff:(?=\d+\.)/i, '');
  switch (isIP(plain)) {
    case 4:
      return !closed.check(plain, 'ipv4');
    case 6:
      return open6.check(plain, 'ipv6') && !closed.check(plain, 'ipv6');
    default:
      return false;
  }
}

function makeList(
  ranges: readonly string[],
  family: 'ipv4' | 'ipv6',
  list = new BlockList(),
): BlockList {
  for (const range of ranges) {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), family);
  }
  return list;
}
