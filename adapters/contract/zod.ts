/** Shapes of what comes in and goes out: the one place that imports zod. */
export { z } from 'zod';
