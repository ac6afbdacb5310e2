import type { FastifyReply } from 'fastify';
import { z } from '../contract/zod.ts';

/** A refusal (RFC 9457), with one line that says what is wrong. */
export const problemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong, in one line'),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused (RFC 9457)' });

export type Problem = z.infer<typeof problemSchema>;

export const PROBLEM_TYPE = 'application/problem+json';

/** The statuses of refusals, and their names. */
export const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Token needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  413: 'Too large',
  414: 'Address too long',
  415: 'Not JSON',
  422: 'Not understood',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Failed',
  503: 'Busy',
};

/** A refusal as sent. */
export function problemOf(status: number, detail: string): Problem {
  return { type: 'about:blank', title: TITLES[status] ?? 'Refused', status, detail };
}

/** Sends a refusal. */
export function refuse(reply: FastifyReply, status: number, detail: string): FastifyReply {
  return reply
    .code(status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemOf(status, detail)));
}
