import { z } from './contract/zod.ts';

/** A platform is ready to start, lacks the named settings, or has none of its settings. */
export type Platform<T> =
  | { readonly kind: 'ready'; readonly settings: T }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'absent' };

/** Settings that every chat platform receives. */
export interface ChatSettings {
  readonly admins: readonly string[];
  readonly dataDir: string;
  /** Folder for what is remembered about channels; null without DATA_DIR: then it lasts as long as the process. */
  readonly memoryDir: string | null;
}

/** Where stories are kept unless DATA_DIR names another folder. */
export const DATA_DIR = 'data';

/** Settings that all chat platforms share, as the environment has them. */
export const chatFields = {
  ADMIN_IDS: z.string().default(''),
  DATA_DIR: z.string().optional(),
};

type Read = z.infer<z.ZodObject<typeof chatFields>>;

/** Turns the shared settings into values. */
export function readChat(env: Read): ChatSettings {
  return {
    admins: env.ADMIN_IDS.split(/[\s,;]+/).filter(Boolean),
    dataDir: env.DATA_DIR ?? DATA_DIR,
    memoryDir: env.DATA_DIR ?? null,
  };
}

/** Whether any of the named settings is present. */
export function hasAny<T>(env: T, names: readonly (keyof T)[]): boolean {
  return names.some((name) => env[name] !== undefined);
}
