/** People whom a story relies on as a group, as a pattern: `police`, `survivors`. */
export const GROUPS =
  '[Pp]olice|[Oo]fficers|[Dd]etectives|[Oo]fficials|[Ii]nvestigators|[Pp]rosecutors|[Dd]octors|[Mm]edics|[Nn]urses|[Ss]cientists|[Rr]esearchers|[Ee]ngineers|[Ee]xperts|[Aa]nalysts|[Ee]conomists|[Ff]orecasters|[Mm]eteorologists|[Aa]rchaeologists|[Aa]stronomers|[Hh]istorians|[Cc]onservationists|[Rr]esidents|[Vv]illagers|[Ww]itnesses|[Ss]urvivors|[Nn]eighbou?rs|[Oo]rganisers|[Oo]rganizers|[Rr]escuers|[Ff]irefighters|[Ff]ishermen|[Ff]armers|[Tt]raders|[Dd]iplomats|[Ss]taff|[Rr]elatives|[Pp]assengers|[Aa]ides|[Ii]nsiders|[Ss]ources|[Ee]yewitnesses|[Ee]mployees|[Ww]orkers|[Dd]rivers|[Tt]eachers|[Pp]arents|[Ll]awyers';

/** One of them: `a hospital`, `a retired surveyor`. */
export const ONES =
  'doctor|nurse|surveyor|engineer|scientist|historian|expert|analyst|economist|forecaster|clerk|official|officer|lawyer|witness';
