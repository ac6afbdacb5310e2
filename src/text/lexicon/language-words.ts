/**
 * Words frequent in any text of a language: they distinguish languages that share an alphabet. Of each
 * other language only those that are not English words, nor parts of names (`de`, `van`, `la`).
 */
export const ENGLISH_WORDS =
  words(`the and of to for that with this these those from by they them their
  which were have has had been would could should said says who what when where while about after before
  because than then there through you your his she its it are was but more other into over between against
  our we he how if or an as be is on at will can not`);

export const FOREIGN_WORDS = words(`
  und ist nicht das mit dem ein eine einen einer auf für von zu im sich auch als wird wurde werden
  nach bei sind haben hat wie aber noch nur oder über zum zur aus dass les est une dans pour que
  qui pas sur par avec sont ce cette il elle ils nous vous été ont aux mais ses leur où même selon
  après el los las una por con para más como pero sus fue han este está entre cuando muy sin sobre
  también según hasta desde porque che della delle degli dei nel nella è sono gli anche più non
  dal alla hanno stato questo dopo het een niet dat zijn voor op te aan naar maar ook wordt werd
  deze bij uit heeft hebben worden nog om door geen hun wel não uma os em um foi ao são seu sua
  pelo pela dos também segundo isso até já nie się jest że na z w dla przez jak od ale był była po
  oraz tym które który został roku także och att det som är av på till ett med inte har för kommer
  från eller vid efter hade kan var sig og er ikke af til fra blev ved mens bir ve bu için ile
  olarak olan daha gibi çok kadar sonra değil ama da yang dan ini itu dengan untuk dari pada tidak
  akan dalam oleh adalah juga sudah ada mereka karena yn yr ac mae wedi ar ei eu gan oedd bod nid
  sydd fod hefyd ond dit vir sal hulle moet wat hy ons deur teen și nu cu care din sau pentru fost
  mai după és egy hogy nem az volt meg csak se za koji nije su kao je v že který jako ja että hän
  oli mutta kun myös ang ng mga ay ito kung và của là có không cho được những một ya wa kwa ni
  katika cha els amb però ho seva`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
