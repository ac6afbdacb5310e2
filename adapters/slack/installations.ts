import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto';
import type { Blobs } from '../../src/index.ts';

/** Where the installations of many workspaces are kept. */
export interface Installations {
  /** Keeps an installation under its workspace, or its organisation when installed for all of it. */
  readonly keep: (installation: Owner) => Promise<void>;
  /** Finds the installation for an event; null for an unknown workspace. */
  readonly find: (query: Asked) => Promise<unknown>;
  /** Whether there are installations, but none that this `STORE_KEY` opens. */
  readonly isOfAnotherKey: () => Promise<boolean>;
  /** Forgets a workspace at once. */
  readonly forget: (body: Readonly<Record<string, unknown>>) => Promise<void>;
}

interface Owner {
  readonly team?: { readonly id: string } | undefined;
  readonly enterprise?: { readonly id: string } | undefined;
  readonly isEnterpriseInstall?: boolean | undefined;
}

interface Asked {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

/** Encrypted, one for each workspace, under names that tell nothing: in files, or in the database of a fleet. */
export function createInstallations(kept: Blobs, storeKey: string): Installations {
  const key = scryptSync(storeKey, 'verbatim installations', 32);
  const nameOf = (id: string): string =>
    createHash('sha256').update(key).update(id).digest('hex').slice(0, 32);
  return {
    keep: async (installation) => {
      const { team, enterprise, isEnterpriseInstall } = installation;
      const id = isEnterpriseInstall ? enterprise?.id : team?.id;
      if (id === undefined) throw new Error('an installation without a workspace');
      await kept.write(nameOf(id), encrypt(JSON.stringify(installation), key));
    },
    find: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
      const ids = isEnterpriseInstall ? [enterpriseId] : [teamId, enterpriseId];
      for (const id of ids) {
        const found = id === undefined ? null : await kept.read(nameOf(id));
        if (found !== null) return JSON.parse(decrypt(found, key));
      }
      return null;
    },
    isOfAnotherKey: async () => {
      const names = await kept.names();
      for (const name of names) {
        const data = await kept.read(name);
        if (data !== null && opens(data, key)) return false;
      }
      return names.length > 0;
    },
    forget: async (body) => {
      const id = body.is_enterprise_install === true ? body.enterprise_id : body.team_id;
      if (typeof id === 'string') await kept.remove(nameOf(id));
    },
  };
}

function opens(file: Buffer, key: Buffer): boolean {
  try {
    decrypt(file, key);
    return true;
  } catch {
    return false;
  }
}

const IV = 12; // bytes: NIST SP 800-38D, 96 bits for GCM
const TAG = 16;

/** AES-256-GCM: the initialisation vector, the tag, the data. */
function encrypt(text: string, key: Buffer): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), data]);
}

/** Throws when the key is another one, or the file was changed. */
function decrypt(file: Buffer, key: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(0, IV));
  decipher.setAuthTag(file.subarray(IV, IV + TAG));
  return decipher.update(file.subarray(IV + TAG)).toString('utf8') + decipher.final('utf8');
}
