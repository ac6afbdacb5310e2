export { Parser, type ParserOptions } from 'htmlparser2'; // the only place that names it
