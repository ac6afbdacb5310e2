import { isDateWord, readDate } from '../text/dates.ts';
import type { SetAside } from './line-rules.ts';

type ReleaseRow = readonly [SetAside, (line: string) => boolean];

const has =
  (pattern: RegExp, longest = 200) =>
  (line: string): boolean =>
    line.length <= longest && pattern.test(line);

/** Lines that press releases, mails and pages have around a story, in the languages they come in. */
const rows: readonly ReleaseRow[] = [
  // `Pressemitteilung`, `Sperrfrist: 5. März, 10 Uhr`, `COMUNICADO DE PRENSA`
  [
    'agency slug',
    has(
      /^(?:presse(?:mitteilung|information|meldung)|medienmitteilung|communiqué(?: de presse)?|comunicado(?: de prensa| de imprensa)?|nota de (?:prensa|imprensa)|comunicato stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|tiedote|komunikat prasowy|報道発表|新闻稿)[\s:.–—-]*$/iu,
      60,
    ),
  ],
  [
    'agency slug',
    has(
      /^(?:sperrfrist|frei ab|sous embargo|embargo jusqu|embargado hasta|sotto embargo|onder embargo|zur sofortigen veröffentlichung|pour diffusion immédiate|para (?:su )?(?:publicación|difusión) inmediata)(?!\p{L}).{0,80}$/iu,
      120,
    ),
  ],
  // `Pressekontakt:`, `Contact presse : Ann Ode`; `Ann Ode, Tel. +49 40 1234567, ode@acme.example`
  [
    'contact',
    has(
      /^(?:presse-?|medien-?)?(?:kontakt|ansprechpartner(?:in)?|rückfragen|rückfragehinweis)(?!\p{L})[^.!?]{0,100}$|^(?:contacts?|contatt[oi]|contactos?|contatos?) (?:de )?(?:presse|prensa|imprensa|stampa|pers)(?!\p{L})[^.!?]{0,100}$/iu,
    ),
  ],
  // a sentence that ends as one may be an appeal for witnesses
  [
    'contact',
    (line) => line.length <= 200 && !/[.!?]$/.test(line) && MAIL.test(line) && PHONE.test(line),
  ],
  // `Mit freundlichen Grüßen`, `Kind regards,`
  [
    'contact',
    has(
      /^(?:mit (?:freundlichen|besten|herzlichen) grüßen|(?:freundliche|viele|beste) grüße|(?:(?:kind|best|warm(?:est)?) )?regards|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|bien cordialement|cordialement|(?:un cordial saludo|saludos cordiales|atentamente)|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|med vennlig hilsen|med vänliga? hälsning(?:ar)?)[\s,.!]*$/iu,
      60,
    ),
  ],
  // `This e-mail and any attachments are confidential …`
  [
    'note',
    has(
      /^(?:this (?:e-?mail|message|communication)|diese (?:e-?mail|nachricht)|ce (?:message|courriel|mail)|este (?:correo|mensaje)|questo messaggio)\b.*(?:confidential|intended (?:solely|only)|vertraulich|confidentiel|confidencial|riservat)/iu,
      2_000,
    ),
  ],
  // `View this email in your browser`, `Unsubscribe | Update preferences`
  [
    'menu',
    has(
      /^(?:(?:view|read|open|see) (?:this|the|it)\b.{0,40}\b(?:browser|online)|(?:if you (?:can’t|can't|cannot)|having trouble) .{0,40}\b(?:e-?mail|message|newsletter)\b.{0,80}|im browser (?:ansehen|öffnen|anzeigen)|voir (?:ce message|la version) (?:en ligne|dans .{1,30})|ver en (?:el|su) navegador)[\s.:]*$/iu,
    ),
  ],
  [
    'menu',
    has(
      /^(?:unsubscribe|(?:newsletter )?abmelden|abbestellen|se désabonner|me désinscrire|darse de baja|cancelar (?:la )?suscripción|uitschrijven|avregistrera)(?!\p{L}).{0,120}$/iu,
    ),
  ],
  // `Listen to this article`, `Artikel anhören`
  [
    'menu',
    has(
      /^(?:listen to (?:this|the) (?:article|story)|(?:diesen )?artikel (?:an|vor)?(?:hören|lesen lassen)|écouter (?:cet |l’|l')article|escuchar (?:este |el )?artículo|ascolta (?:l’|l'|questo )?articolo|luister naar dit artikel|広告|廣告|广告|광고)[\s.:]*$/iu,
      60,
    ),
  ],
  // `Foto: Ann Ode/dpa`, `Bildquelle: dpa`, `Crédit photo : AFP`
  [
    'caption',
    has(
      /^(?:fotos?|foto ?credits?|bild(?:er|quelle|nachweis)?|archivbild|symbolbild|crédits?(?: photo)?|photos?|fotografías?|fotografias?|imágenes|imagen|imagens?|immagin[ei]|kuva|zdjęcie|写真|図)\s*(?:[:：|]|\/\s?\p{Lu})/iu,
      300,
    ),
  ],
  // `5 de marzo de 2026`, `Publié le 3 avril 2026 à 10h30`, `2026年4月3日`
  ['date', isDateLine],
];

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const PHONE = /(?:\+|\b0)\d[\d ()/.-]{6,}/;

const LABELS =
  /^(?:veröffentlicht|aktualisiert|erstellt|stand|publié|mis à jour|publicado|publicada|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|udgivet|opdateret|publisert|oppdatert|julkaistu|päivitetty|opublikowano|公開|更新|発行)(?!\p{Ll})\s*[:：]?\s*/iu;

/** A date alone, in any language whose dates are read. */
function isDateLine(line: string): boolean {
  if (line.length > 60 || !/\d{4}.*\d|\d.*\d{4}/.test(line)) return false;
  const bare = line.replace(LABELS, '');
  const words = bare.match(/\p{L}+/gu) ?? [];
  return words.every(isDateWord) && readDate(bare) !== null;
}

/** Why a line of a release, a mail or a page is not part of its story; null where it may be. */
export function reasonInRelease(line: string): SetAside | null {
  return rows.find(([, rule]) => rule(line))?.[0] ?? null;
}
