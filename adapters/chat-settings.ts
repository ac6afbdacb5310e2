import { z } from './contract/zod.ts';

/** A platform is ready to start, or lacks the settings named, or none of its settings is there. */
export type Platform<T> =
  | { readonly kind: 'ready'; readonly settings: T }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'absent' };

/** What every chat platform is told. */
export interface ChatSettings {
  readonly admins: readonly string[];
  readonly dataDir: string;
  /** Folder for what is remembered of channels; null, for as long as the process, without DATA_DIR. */
  readonly memoryDir: string | null;
}

/** Where stories are kept unless DATA_DIR names another folder. */
export const DATA_DIR = 'data';

/** Settings that all chat platforms share, as they stand in the environment. */
export const chatFields = {
  ADMIN_IDS: z.string().default(''),
  DATA_DIR: z.string().optional(),
};

type Read = z.infer<z.ZodObject<typeof chatFields>>;

/** What the shared settings come to. */
export function readChat(env: Read): ChatSettings {
  return {
    admins: env.ADMIN_IDS.split(/[\s,;]+/).filter(Boolean),
    dataDir: env.DATA_DIR ?? DATA_DIR,
    memoryDir: env.DATA_DIR ?? null,
  };
}

/** Whether any of some settings is there. */
export function hasAny<T>(env: T, names: readonly (keyof T)[]): boolean {
  return names.some((name) => env[name] !== undefined);
}
