import { fold } from '#kit/text/fold.ts'

/** Strong and odd verbs, family words and colloquial forms: every form on a line gets the first word's stem. */
const rows = `
slaan sla slaat slaand sloeg sloegen geslagen
vallen val valt viel vielen gevallen
eten eet eets at aten gegeten
lezen lees leest las lazen gelezen
schrijven schrijf schrijft schreef schreven geschreven
lopen loop loopt liep liepen gelopen
roepen roep roept riep riepen geroepen
slapen slaap slaapt sliep sliepen geslapen
trekken trek trekt trok trokken getrokken
drinken drink drinkt dronk dronken gedronken
nemen neem neemt nam namen genomen
geven geef gaf gaven gegeven
zien zie ziet zag zagen gezien
spreken spreek spreekt sprak spraken gesproken
breken breek breekt brak braken gebroken
stelen steel steelt stal stalen gestolen
dragen draag draagt droeg droegen gedragen
vragen vraag vraagt vroeg vroegen gevraagd
denken denk denkt dacht dachten gedacht
brengen breng brengt bracht brachten gebracht
zoeken zoek zoekt zocht zochten gezocht
weten weet wist wisten geweten
hangen hang hangt hing hingen gehangen
vangen vang vangt ving vingen gevangen
zwemmen zwem zwemt zwom zwommen gezwommen
zingen zing zingt zong zongen gezongen
springen spring springt sprong sprongen gesprongen
dwingen dwing dwingt dwong dwongen gedwongen
bijten bijt beet beten gebeten
kruipen kruip kruipt kroop kropen gekropen
schelden scheld scheldt schold scholden gescholden
steken steek steekt stak staken gestoken
sterven sterf sterft stierf stierven gestorven
liggen lig ligt lag lagen gelegen
helpen help helpt hielp hielpen geholpen
werpen werp werpt wierp geworpen
winnen win wint won wonnen gewonnen
verliezen verlies verliest verloor verloren
kiezen kies kiest koos kozen gekozen
blijven blijf blijft bleef bleven gebleven
kijken kijk kijkt keek keken gekeken
krijten krijt
snijden snijd snijdt sneed sneden gesneden snij snijt
rijden rijd rijdt reed reden gereden rij rijdt
zwijgen zwijg zwijgt zweeg zwegen gezwegen
wijzen wijs wijst wees wezen gewezen
fluiten fluit floot floten gefloten
sluiten sluit sloot sloten gesloten
spuiten spuit spoot gespoten
liegen lieg liegt loog logen gelogen
bieden bied biedt bood boden geboden
vliegen vlieg vliegt vloog vlogen gevlogen
bedriegen bedriegt bedroog bedrogen
vechten vecht vocht vochten gevochten
schieten schiet schoot schoten geschoten
schrikken schrik schrikt schrok schrokken geschrokken
treffen tref treft trof troffen getroffen
bidden bid bidt bad baden gebeden
doen doe doet deed deden gedaan
gaan ga gaat ging gingen gegaan
komen kom komt kwam kwamen gekomen
staan sta staat stond stonden gestaan
zitten zit zat zaten gezeten
houden houd houdt hou hield hielden gehouden
laten laat liet lieten gelaten
verdwijnen verdwijnt verdween verdwenen
begrijpen begrijp begrijpt begreep begrepen
grijpen grijp grijpt greep grepen gegrepen
knijpen knijp knijpt kneep knepen geknepen
lijden lijd lijdt leed geleden
raden raad raadt
weglopen wegloopt wegliep weggelopen
overlijden overlijdt overleed overleden
meenemen meeneemt meenam meegenomen
ophalen ophaalt opgehaald haalop
genezen geneest genas
bewegen beweeg beweegt bewoog bewogen
vergeten vergeet vergat
ontploffen ontploft
moeder mama mam ma mams mum mom mother mammie mamma moeders
vader papa pa pap paps pappa dad daddy father vaders
broer broertje broers broertjes brother broeder
zus zusje zusjes zussen zuster sister
opa grootvader opas
oma grootmoeder omas
kind kinderen kid kids kindje kindjes kinders kindren child children
jongen jongetje jongens jongetjes boy boys
meisje meiden meisjes meid girl girls
leerling leerlingen pupil pupils
juf juffrouw juffie juffen
leraar leerkracht docent leraren leerkrachten docenten teacher teachers onderwijzer
ouder ouders parent parents
politie agent police
klas klasse groep groepje class
tand tanden gebit tandje tandjes
oog ogen oogje oogjes oogen eyes
oor oren oortje oortjes ears
been benen
bed bedje bedden
stad steden
lid leden
ei eieren
gat gaten
dag dagen
weg wegen
spel spelen spelletje spellen spelletjes gespeeld speelt speel
glas glazen
schip schepen
huis huizen
school schools
`

export const irregular: ReadonlyMap<string, string> = new Map(
  fold(rows)
    .trim()
    .split('\n')
    .flatMap((row) => row.split(' ').map((form) => [form, row.split(' ')[0] ?? form] as const)),
)
