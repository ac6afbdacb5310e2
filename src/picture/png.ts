import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Picture } from './chart.ts';
import { chartSvg, type Theme } from './svg.ts';

/**
 * A picture as PNG at twice its size. The renderer and its font are loaded at the first picture;
 * rejects where they cannot be, and then the text chart of the picture says the same.
 */
export async function renderPng({ chart }: Picture, theme: Theme): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const fonts = join(
    dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')),
    'ttf',
  );
  const image = new Resvg(chartSvg(chart, theme), {
    fitTo: { mode: 'zoom', value: 2 },
    font: {
      loadSystemFonts: false,
      fontFiles: ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => join(fonts, file)),
      defaultFontFamily: 'DejaVu Sans',
    },
  });
  return image.render().asPng();
}
