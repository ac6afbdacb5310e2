import { fold } from '../words.ts';

/** Common forenames of the English-speaking world and of world news, by the gender they show. */
const MALE = `aaron abdul abdullah abraham adam adrian ahmed alan albert alec alejandro alex alexander
alexei alfred ali alistair allan allen alvin amir amit anders andre andreas andrew andy angus anthony antonio
anton arjun arnold arthur asif barack barry bart ben benjamin benny bernard bernie bert bill billy bob bobby
boris brad bradley brendan brent bret brett brian bruce bruno bryan byron calum calvin cameron carl carlos
cedric cesar charles charlie chad chester chuck clarence clark claude clayton clifford clint clinton colin
conor corey craig curtis cyril dale damian damien dan daniel danny darrell darren dave david dean deepak denis
dennis derek desmond devin dick diego dimitri dmitri dominic don donald doug douglas duncan dustin dwight earl
ed eddie edgar edmund eduardo edward edwin elijah elliot elliott emmanuel enrique eric erik ernest ernesto
ethan eugene evan ewan felipe felix fernando floyd francesco francis francisco frank frankie franklin fred
frederick gareth gary gavin gene geoff geoffrey george gerald gerard gerhard giles giovanni giuseppe glen
glenn gordon graham grant greg gregory guillermo gus guy hamish hans harold harry harvey hassan hector henri
henry herbert herman howard hugh hugo hussein ian ibrahim igor imran isaac ismail ivan jack jacob jacques
jake jamal james jamie jared jason javier jay jean-claude jeff jefferson jeffrey jeremy jerome jerry jesse
jesus jim jimmy joachim joe joel johannes john johnny jon jonah jonathan jonny jordi jorge jose josef joseph
josh joshua juan julian julio justin kareem karim karl keith ken kenneth kenny kevin khalid kieran kurt kyle
lance larry lars laurence lawrence lee len leo leon leonard leroy leslie lester lewis liam lloyd louis lucas
luigi luis luke malcolm manuel marc marcel marco marcus mario mark marshall martin marvin mateo matt matteo
matthew maurice max maxwell mehdi melvin michael michel miguel mike mikhail milo mitch mitchell mitt mohamed
mohammad mohammed muhammad murray mustafa nathan nathaniel neal ned neil nelson newt niall nicholas nick
nicolas nigel noah noel norman oliver olivier omar oscar osama otto owen pablo patrick paul paulo pavel pedro
perry pete peter phil philip philippe phillip pierre prakash rafael rahul raj rajesh ralph ramon randy rashid
raul ravi ray raymond reggie reginald rene ricardo richard rick ricky rob robbie robert roberto robin rod
roderick rodney rodrigo roger roland ron ronald ronnie rory ross roy rudolph rudy rupert russ russell ryan
salman salvador sam samir samuel sandro sanjay scott sean sebastian serge sergei sergey sergio seth shaun
shawn sid sidney simon spencer stan stanley stefan stephen steve steven stewart stuart sunil syed tariq ted
terence terrence terry thabo theo theodore thomas tim timothy tobias toby todd tom tommy tony
travis trevor tyler vernon victor vijay vikram vince vincent vinod viktor vladimir wallace walter warren
wayne wendell wesley wilfred will william willie wolfgang xavier yusuf yves zac zach zachary oskar sven jens klaus dieter uwe heinz helmut gunther jurgen jürgen rainer ulrich matthias florian niklas
soren søren mikkel magnus bjorn björn erling gustav henrik ole pieter joost maarten ruud wim dirk pawel piotr
krzysztof andrzej marek tomasz jaroslaw janusz zbigniew vaclav jiri petr oleg yuri dmytro volodymyr vasily
nikolai konstantin rustam emre recep mehmet ahmet giorgos nikos yannis kostas stelios luca paolo pietro stefano
fabio alessandro enzo silvio francois françois laurent thierry yannick didier olivier emeka chidi kwame kofi yaw
kwabena sipho tendai hiroshi kenji takeshi shinzo taro akira arun anil ashok manish narendra rajiv sachin suresh
ramesh vivek colm declan eamon fergus padraig seamus cormac ruairi callum rhys gethin emrys owain ieuan dafydd
gwyn hamza bilal faisal usman zahid mikael matthieu mathieu guillaume etienne raphael tomas marcin goran zoran
dragan luka ivo bogdan mihai radu lucien alec alasdair ewan torsten thorsten hugh silas ezra caleb gideon
rupert jasper ludvig ludwig viggo rasmus aleksandr sergio thiago joao joão mateus santiago ignacio rodrigo
abel abner alastair aldo alexandre alfonso alonso alvaro amadeu ambrose amos andrei archie arnaud arne artem
arturo augustus axel bartholomew benedict bernardo blaise bradford brady brock bryce caspar casper cecil
clive cody connor corbin cornelius cyrus damon dante darius darryl davide demetrius denzel dietrich
dietmar dominik donovan dorian dwayne eamonn edgardo edouard efraim eli elias eliot ellis elmer elvis 
emil emile emilio erich ernst errol esteban eugenio everett ezekiel fabian fabrice federico ferdinand fidel
finn fletcher floris franco franz fritz gabriel gaston geraint gerardo gianni gilbert gilles graeme gregor
grigory guido gunnar gunter harrison herve hiram horace horst humphrey hussain iain immanuel isaiah
isidore ivor jaime jakub jarvis jed jeffery jeremiah jermaine jethro joris josip jozef julius justus kai
kaspar kelvin kendrick kevan kiran kirk klaas kristian lachlan leif leonardo leonid leopold lionel lorenzo
ludovic luiz lukas luther lyle lyndon manfred marcelo mariano marlon mathias maximilian mick miles
milos mordecai mortimer moses myles napoleon nasser nate nevil neville niels nils olaf oleksandr
omari orson orville osvaldo oswald otis pascal patrice percy pinchas prescott quentin ralf ramiro
randall randolph reinhard reuben rhodri rolf romain ronan rowland ruben rufus sami samson sanford saul
sebastien selwyn severin sheldon sigmund simeon solomon stanislav stellan stig sylvester
tadeusz thaddeus theodor tiago tibor tobin tyrell tyrone ulf umberto valentin valery vasco vaughn virgil vito
vittorio vladislav waldo walt wendel werner wilbur wilhelm willem winston wolfram wyatt xander
yaroslav yiannis yitzhak yosef zachariah zane zeke zygmunt rui nuno duarte femi tunde olu segun babatunde
rajan
donal fergal finbarr tadhg pauric padraic fintan lorcan diarmuid dermot cathal oisin ciaran gearoid micheal
aidan emyr huw iolo alun gwilym euan fraser aarav arindam girish bhupesh nikhil rohan mahesh dinesh mukesh
ajay anand harish manoj naveen pankaj pradeep rakesh sandeep satish shiv surinder sukhdev tarun varun
venkatesh yash farhan zubair junaid asad kamran chukwuemeka ifeanyi kelechi obinna kayode olumide chinedu kojo
thulani themba sizwe mandla bongani lwazi josphat kipchoge kiprono wafula otieno ochieng odhiambo mwangi kamau
njoroge kariuki onyango barasa juma abdi farah jerzy wojciech grzegorz radek jaroslav zdenek bojan nikola
dusan branko jorgen jesper kasper sigurd halvard oystein eirik kjetil trygve matti juha jukka pekka timo kari
antti ville gerrit jeroen sander bram hendrik wouter diederik jochen vincenzo massimo giacomo matheus goncalo
joaquin gonzalo hernan wiremu tane rangi hemi manaaki kauri sione tevita jonty gaz kev baz
christopher abhay alberto aled aliyu anselm arvind ashraf aurelio ayodele azlan babak barnabas bashir blair
brennan brodie conall danyal daryl denzil dessie dhruv dumisani elkanah emmett eoin eustace everard faizal
farhad firoz freddie garth ged georgios gert glyn gustavo hakan harpal haruki hernando idris iftekhar ioan
irfan jarrod jayden jock joss kamal kaveh keegan kiyoshi koen lahiru marios mervyn mohan murdo naveed nestor
niko nilesh nimal paresh piers rachid rayner reza riaan roshan rotimi salim shahid shane siyabonga sohail
tariku tunji vilmos waheed wes yousef zoltan`;

const FEMALE = `abigail ada adele adriana agnes aisha alexandra alexis alice alicia alison allison amanda
amber amelia amina amy ana andrea angela angelica angelina anita ann anna annabel anne annette annie antonia
april arlene ashley astrid audrey barbara beatrice becky belinda bella bernadette beth bethany betsy betty
beverly bonnie brenda bridget brigid brittany brooke caitlin camilla candace carla carly carmen carol carole
caroline carolyn cassandra catherine cathy cecilia charlotte chelsea cheryl chloe christina christine cindy
claire clara claudia colleen connie constance cora courtney crystal cynthia daisy dana daniela danielle daphne
dawn deborah debbie debra deirdre delia denise diana diane dolores donna dora doreen doris dorothy edith edna
eileen elaine eleanor elena elisa elisabeth eliza elizabeth ella ellen ellie elsie emily emma erica erin
esther ethel eva eve evelyn faith fatima felicity fiona flora florence frances freya gabriela gabrielle gail
gemma georgia georgina geraldine gertrude gillian gina ginny gladys glenda gloria grace greta gwen hannah
harriet hayley hazel heather heidi helen helena hilary hillary holly hope huma ida imogen ingrid irene iris isabel
isabella isobel ivanka ivy jackie jacqueline jan jane janet janice jasmine jean jeanette jeanne jenna jennifer
jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia julie june
kamala karen kate katharine katherine kathleen kathryn kathy katie katrina kay kayla keira kellyanne kelly
kerry kim kimberly kirsten kirsty kristen kristin lana laura lauren leah leila lena leonora lesley leticia
lillian lily linda lindsay lisa liz lois lorraine louisa louise lucia lucille lucinda lucy lydia lynda lynn
lynne mabel madeleine maggie mairi malala mandy marcia margaret margarita margot maria marianne marie marilyn
marina marion marjorie marlene marta martha mary matilda maureen mavis maxine maya megan meghan melania melanie
melissa mercedes mia michaela michele michelle mildred millie mina miranda miriam moira molly mona monica
muriel myra nadia nancy naomi natalie natasha nicola nicole nina nora norma olga olive olivia orla paige pam
pamela patricia patsy patti paula pauline peggy penelope penny phoebe phyllis pippa polly priscilla priya
rachel rachael rebecca regina renee rhoda rhona rita roberta rosa rosalind rosanna rose rosemary roxanne ruby
ruth sabrina sadie sally samantha sandra sara sarah selina serena shannon sharon sheila shelley sherry shirley
shona sian silvia simone siobhan sofia sonia sonya sophia sophie stacey stella stephanie sue susan susanna
susie suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa tess thelma theresa tiffany tina tracey
tracy ursula valentina valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda
wendy whitney wilma winifred yasmin yolanda yvette yvonne zara zoe
saskia ines inés lorena tamsin verity delia petra annika katja svenja birgit heike ulrike sabine monika
agnieszka ewa magda malgorzata katarzyna zofia aleksandra oksana olena irina ludmila natalia yulia ekaterina
anastasia dilma rosario pilar guadalupe lupita ximena aoife niamh ciara saoirse mhairi eilidh morag catriona
bronwen cerys ffion nia fatou aminata ngozi amara adaeze wanjiku zanele thandi leila layla noor samira zahra
maryam mariam khadija priyanka anjali deepika lakshmi sunita kavita neha pooja sushma mamata yuki akiko keiko
naoko haruka margit solveig sigrid liv hanne signe kirsi aino judit zsuzsa ilona renata dorota beata marta
leonie clementine celeste odile sylvie francoise françoise brigitte mireille halima safiya zainab rukhsana
farida shirin parisa anneliese rosalind freda winnie philippa georgie matilde beatriz luciana paloma
adela adelina adeline adrienne agatha agneta aileen alberta alessandra alina aliya alva alyssa
amalia anabel anastasiya andree angelique anika anja anke anna-lena annalise annelise anneke antoinette
araceli ariana arwa aubrey augusta ava avril aziza barbra beatrix benedetta bernice bertha bettina
bianca blanche blandine bobbi brenna bridie camille carina carlotta carolyne cassie celia celine
chantal charlene charmaine christa christiane christy claudette claudine cleo clementina colette concetta
cordelia corinne cornelia cristina darlene deanna delilah delphine desiree dina dinah dionne dorothea dymphna
edwina effie elaina elba elfriede elin elise elke ellena elodie elsa elspeth elvira emilia emmeline enid erika
erma ernestine esme esmeralda estelle estrella eugenia eugenie eunice evangeline evelina fanny faye felicia
felicitas fernanda filomena fran francesca franziska frida frieda gabriella galina genevieve georgette gerda
germaine ghislaine gilda ginevra giulia greer gretchen griselda guinevere gunilla gwendolyn gwyneth hana hedda
hedwig heloise henrietta hermione hester hettie hilda hildegard hortense ilse imelda inga inge ingeborg ioana
iola iona irena irma isadora isla ivana ivonne izabela jacinta jacqui jana janelle janine jayne jemima jenifer
jodi jodie johanna jolene josefina josie jovana juana juliana juliet juliette justine karin karina karla
karolina katarina kathrin katy kezia kiera kitty klara krista kristina kristine larissa latoya laverne lavinia
leanne leda lelia leslee letitia lettice lia libby lidia liesel lilian liliana lilith lina linnea lise
lisette livia loretta lorna lotte lottie louella luana lucile ludmilla luisa lyra maddie mae magdalena maia
maja malin manuela marcela marcelle margaux margery margo marguerite mariana maribel marie-louise marietta
marika marisa marissa maritza marjory marla marlena martina maryann maud maude maura melinda meredith mette
milena minerva minna mirela mireya mirjam mirna mollie morgana morwenna myrna myrtle nadine nadja naima
nanette nataliya neve nell nellie nerys nettie nicolette nikki nita noemi noreen norah odette 
oonagh ophelia oriana ottilie ottoline pamella patrizia paulina paulette perpetua petronella pia rachelle
raquel rebekah reina renate rhian rhiannon rikke rochelle romaine romy ronda rosalie rosalyn rosamund rosaria
roswitha rowena roxana rosanne sabina sally-ann salma sandi sanna sarai scarlett selma seraphina shelagh
sheena sibyl sidonie sigrun silke simona sinead siri sofie soledad sondra sonja stefania steffi stina sunniva
susana suzette sybil tabitha tallulah tania teodora tessa thea theodora therese thora tilda tilly titania
trina trish trudy twyla una ute valeria valda velma verena verna vesna vibeke vilma viviana vivien vivienne
may walburga wendla wilhelmina xenia yael yelena yesenia ylva ysabel yuliya yvonna zelda zena zita zoya zuleika
ngaire adwoa abena adjoa chiara giorgia katharina teresita malgosia
nuala siun roisin orlaith grainne mairead maeve caoimhe eimear fionnuala brid rosaleen bronagh dervla sorcha
aisling ailbhe angharad carys eleri mared ishita divya meena neena nisha radha rekha ritu savita shanthi
shreya swati uma usha vidya ayesha saira hauwa chioma ifeoma nneka adunni folake yetunde bukola titilayo
funmilayo ama akosua efua esi lindiwe nomvula thandiwe sizakele nomsa lerato palesa wanjiru njeri achieng
akinyi atieno adhiambo wambui muthoni jadwiga jelena snezana dragana gunhild ragnhild turid kirsti pernille
gitte femke marieke willemijn liesbeth hanneke katrien heidrun gudrun ilaria consuelo graciela marisol rocio
inmaculada aroha hinemoa kiri moana talia skye kaylee prudence beryl hattie demelza loveday
alejandra anuradha audra azlina bea beverley breda conchita damaris delyth dilys dimitra dorcas eleni estela
ewelina farhana fatuma fleur folasade gesine grazyna gwenllian hollie inez joana kayleigh kirsteen leilani
lourdes lowri maricel marietjie maire meera mererid mereana milagros nalini nandini nathalie nazia noeleen
noraini nthabiseng nusrat oona padraigin pallabi parveen peninah prunella reem refilwe renae rohini samina
shabnam shahnaz shaista shalini sharmini shauna sheryl siwan sneha suzana tanisha teagan thandeka vaishali
vanitha whina winnifred yuko zulaikha`;

const EITHER = `chris jordan taylor morgan casey jamie robin leslie kim pat sandy sam alex andrea jean
dana courtney lindsay ashley kelly tracy shannon lee jan jo jackie terry charlie bobbie jess kit lou
nicky ollie stevie xi li wei ming ji jin min yu tao lin marley quinn reese riley rowan sasha shelby sidney
skyler tory val alexis amara noor yaw jun`;

const male = new Set(MALE.split(/\s+/));
const female = new Set(FEMALE.split(/\s+/));
const either = new Set(EITHER.split(/\s+/));

/** Whether a word (any case) is a common forename. */
export function isForename(word: string): boolean {
  const lower = fold(word);
  return male.has(lower) || female.has(lower) || either.has(lower);
}

/** The gender a forename shows, null for one that either may bear or that is not known. */
export function genderOfForename(word: string): 'male' | 'female' | null {
  const lower = fold(word);
  if (either.has(lower) || (male.has(lower) && female.has(lower))) return null;
  return male.has(lower) ? 'male' : female.has(lower) ? 'female' : null;
}
