/** Abbreviations after which the sentence always goes on: titles, and words that want a number or name. */
export const joiningAbbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms mx dr prof rev hon sen sens rep reps gov govs gen lt col capt cmdr maj sgt cpl pvt adm
  brig rt det insp supt engr barr hon smt dsp csp acp dcp st ste mt ft pres supt messrs mme mlle fr sr sra srta no nos vs v fig figs vol
  pp pg ed eds cf approx est al viz jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark
  calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
  penn tenn tex va vt wash wis wyo ave blvd rd dept univ`.split(/\s+/),
);

/** Abbreviations that may also end a sentence: split only before a clear opener. */
export const endingAbbreviations: ReadonlySet<string> = new Set(
  `inc corp co ltd llc plc bros jr sr etc a.m p.m am pm u.s u.k u.n e.u d.c u.s.a ph.d b.c a.d m.d
  b.a m.a l.a n.y n.j u.a.e`.split(/\s+/),
);

/** Words that clearly open a sentence after `U.S.` or `Inc.`. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  `the a an this that these those it its he she they we you i there here but and in on at after
  before when while if as however meanwhile mr mrs ms dr his her their our for with from by to what
  who why how where some many most no one two since under during although though`.split(/\s+/),
);
