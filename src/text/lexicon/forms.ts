// Each row: the word as dictionaries list it, then its forms that no rule of spelling makes. Left out
// are forms that are as often another word (`lay`, `wound`, `ground`, `bound`, `lives`, `leaves`).
const INFLECTED = `
  abide abode; arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became;
  befall befell befallen; begin began begun; behold beheld; bend bent; beseech besought; bid bade bidden;
  bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought;
  build built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came;
  creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk;
  drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought;
  find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden;
  foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone;
  forsake forsook forsaken; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown;
  hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid;
  lead led; lean leant; leap leapt; learn learnt; leave left; lend lent; light lit; lose lost; make made;
  mean meant; meet met; mislead misled; mistake mistook mistaken; misunderstand misunderstood; mow mown;
  outdo outdid outdone; outgrow outgrew outgrown; overcome overcame; override overrode overridden;
  oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown; pay paid;
  plead pled; prove proven; rebuild rebuilt; repay repaid; rethink rethought; ride rode ridden;
  ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent;
  sew sewn; shake shook shaken; shear shorn; shine shone; shoot shot; show shown; shrink shrank shrunk;
  sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; sling slung;
  smell smelt; sow sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun;
  spit spat; spoil spoilt; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung;
  stink stank stunk; stride strode; strike struck stricken; strive strove striven; swear swore sworn;
  sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn;
  tell told; think thought; throw threw thrown; tread trod trodden; undergo underwent undergone;
  understand understood; undertake undertook undertaken; undo undid undone; uphold upheld; wake woke woken;
  wear wore worn; weave wove woven; weep wept; win won; withdraw withdrew withdrawn; withhold withheld;
  withstand withstood; wring wrung; write wrote written; rewrite rewrote rewritten;
  child children; foot feet; goose geese; half halves; knife knives; loaf loaves; louse lice; man men;
  mouse mice; ox oxen; shelf shelves; thief thieves; tooth teeth; wife wives; wolf wolves; woman women;
  calf calves; scarf scarves; policeman policemen; policewoman policewomen; spokesman spokesmen;
  spokeswoman spokeswomen; chairman chairmen; fisherman fishermen; fireman firemen; gunman gunmen;
  businessman businessmen; businesswoman businesswomen; congressman congressmen; congresswoman congresswomen;
  salesman salesmen; crewman crewmen; serviceman servicemen; workman workmen; clergyman clergymen;
  juryman jurymen; grandchild grandchildren; stepchild stepchildren; schoolchild schoolchildren;
  housewife housewives; midwife midwives; criterion criteria; phenomenon phenomena; crisis crises;
  analysis analyses; thesis theses; diagnosis diagnoses; hypothesis hypotheses`;

// What newspapers shorten, without the dot.
const SHORTENED = `
  january jan; february feb; april apr; august aug; september sept sep; october oct; november nov;
  december dec; governor gov; senator sen; representative rep; professor prof; doctor dr; captain capt;
  lieutenant lt; sergeant sgt; general gen; reverend rev; president pres; department dept`;

// Spelt one way in Britain, another in America, by no rule that is worth having.
const SPELT = `
  center centre; theater theatre; meter metre; kilometer kilometre; liter litre; fiber fibre; caliber calibre;
  somber sombre; meager meagre; defense defence; offense offence; license licence; pretense pretence;
  program programme; gray grey; tire tyre; curb kerb; plow plough; aluminum aluminium; mom mum;
  aging ageing; jewelry jewellery; skeptical sceptical; skeptic sceptic; mustache moustache; pajamas pyjamas;
  catalog catalogue; dialog dialogue; analog analogue; maneuver manoeuvre; pediatric paediatric;
  pediatrician paediatrician; anesthetic anaesthetic; archeology archaeology; estrogen oestrogen; email e-mail`;

const COUNTED =
  'two 2; three 3; four 4; five 5; six 6; seven 7; eight 8; nine 9; ten 10; eleven 11; twelve 12; twenty 20';

/** One form for several of the same word: `begin` for `began`, `child` for `children`, `three` for `3`. */
export const ONE_FORM = readRows([INFLECTED, SHORTENED, SPELT, COUNTED]);

/** One of several ways to write a word: `center` for `centre`, `governor` for `gov`. */
export const ONE_SPELLING = readRows([SHORTENED, SPELT]);

function readRows(lists: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lists
      .join(';')
      .split(';')
      .flatMap((row) => {
        const [word = '', ...forms] = row.trim().split(/\s+/u);
        return forms.map((form) => [form, word] as const);
      }),
  );
}
