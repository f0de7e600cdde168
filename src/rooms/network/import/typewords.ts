/**
 * What partners call themselves, per type of trade/content/partner-types.json. Long words are found inside longer ones
 * ("jeugdbibliotheek"), short ones only alone. A word with ~ says little by itself.
 */
export const TYPE_WORDS: Readonly<Record<string, string>> = {
  gem_onderwijs:
    '~gemeente, gemeente onderwijs, afdeling onderwijs, onderwijs en jeugd, beleidsmedewerker onderwijs, beleidsadviseur onderwijs, beleidsmedewerker jeugd, leerlingenvervoer, lea, lokale educatieve agenda, wethouder, team onderwijs, achterstandenbeleid, vve beleid',
  gem_leerplicht:
    'leerplicht, leerplichtambtenaar, lpa, rmc, verzuimloket, rbl, regionaal bureau leerplicht, bureau leerplicht, leerrecht, leerlingzaken',
  gem_huisvesting:
    'onderwijshuisvesting, vastgoed, gemeentelijk vastgoed, afdeling huisvesting, accommodaties, gebouwenbeheer, vastgoedbedrijf',
  gem_toegang_jeugd:
    'toegang jeugd, jeugdloket, jeugdteam, toegang jeugdhulp, jeugdconsulent, loket jeugd, wmo loket, jeugd en gezin loket, centraal punt jeugd, toegangsteam, jeugdregisseur, gezinsregisseur, jeugdwet, sociaal loket',
  gem_inkomen:
    'schuldhulp, schuldhulpverlening, inkomen, minima, minimaregeling, bijstand, werk en inkomen, sociale dienst, kredietbank, budgetloket, participatie, bijzondere bijstand, voorzieningenwijzer, kindpakket, stadspas',
  gem_openbare_ruimte:
    '~verkeer, ~groen, ~wegen, openbare ruimte, verkeerskundige, groenvoorziening, afdeling verkeer, wegbeheer, stadsbeheer, buitendienst, plantsoenendienst, reiniging, handhaving, boa, speelplekken',
  wijkteam:
    'wijkteam, buurtteam, sociaal team, sociaal wijkteam, gebiedsteam, dorpsteam, sociaal werk team, kernteam, wijkcoach, gezinswerker, dorpencoordinator, stip, sociaal domein, sociaal makelaar, wijkwerker',
  cjg: 'cjg, centrum voor jeugd en gezin, ouder kindadviseur, ouder en kindadviseur, oka, ouder kind team, okt, ouder en kindteam, opvoedsteunpunt, opvoedpoli, opvoedondersteuning, pedagogisch adviseur, opvoedadviseur, gezinscoach, jeugd en gezinscoach, jeugd en gezin, opvoedbureau',
  smw: 'schoolmaatschappelijk werk, schoolmaatschappelijk werker, smw, smwer, school maatschappelijk werk, ~maatschappelijk werk, ~maatschappelijk werker, amw, schoolmaatschappelijk werkster, schoolsociaal werk',
  jh_ambulant:
    'ambulante hulp, ambulante begeleiding gezin, gezinsbegeleiding, jeugdhulp, jeugdzorg, specialistische jeugdhulp, lvb, mee, iht, intensieve thuisbegeleiding, gezinshulp, jeugdhulpaanbieder, thuisbegeleiding, zorgboerderij, ~ambulant begeleider, logeeropvang, dagbehandeling, medisch kinderdagverblijf, mkd, naschoolse behandeling, jeugd en opvoedhulp, kinderdagcentrum',
  jh_ggz:
    'ggz, jeugd ggz, kinderpsycholoog, psycholoog, kinderpsychiater, psychiatrie, psychologenpraktijk, jeugdpsycholoog, psychologie, gz psycholoog, emdr, psychotherapeut, psychotherapie, kinder en jeugdpsychiatrie, psychologisch',
  dyslexiezorg:
    'dyslexie, dyslexiezorg, dyslexiebehandeling, dyslexiebehandelaar, dyslexiepraktijk, ed behandeling, leesbehandeling, dyslexie instituut, poortwachter dyslexie, dyscalculie',
  kindercoach:
    'kindercoach, speltherapeut, speltherapie, kindertherapeut, kindercoaching, creatieve therapie, beeldend therapeut, muziektherapie, paardencoach, integratieve kindertherapie, kindertolk, jongerencoach, tienercoach, kinder coach, spel therapie, natuurcoach, speelcoach, therapeutisch, kinderyoga, mindfulness',
  weerbaarheid:
    'weerbaarheid, weerbaarheidstraining, sociale vaardigheden, sova, rots en water, sociale vaardigheidstraining, faalangsttraining, kanjertraining, marietje kessels, weerbaarheidstrainer, sta sterk, faalangst, zelfvertrouwen training, antipesttraining',
  scheiding_rouw:
    'rouwbegeleiding, rouw, kies, echtscheiding, scheiding, villa pinedo, rouwcoach, verlies, verliesbegeleiding, rouwtherapeut, scheidingsgroep, jonge mantelzorgers groep, rouw en verlies, scheidingscoach',
  jeugdbescherming:
    'jeugdbescherming, gecertificeerde instelling, raad voor de kinderbescherming, kinderbescherming, rvdk, pleegzorg, gezinsvoogd, gezinsvoogdij, jeugdreclassering, voogdij, voogd, pleegouders, william schrikker, jbn, jbrr, jeugdbeschermer',
  jgz: 'jgz, jeugdgezondheidszorg, jeugdarts, jeugdverpleegkundige, schoolarts, schoolverpleegkundige, ~ggd, consultatiebureau, jeugd verpleegkundige, gezondheidsdienst, schoolverpleging, doktersassistente jgz, jeugdgezondheid',
  ggd_infectie:
    'infectieziekten, infectieziektebestrijding, ggd infectie, uitbraak, vaccinatie, rijksvaccinatie, ggd infectieziekten',
  ggd_gezonde_school:
    'gezonde school, gezondheidsbevordering, gezonde school adviseur, gezondheidsbevorderaar, jogg, jongeren op gezond gewicht, ggd gezondheidsbevordering, leefstijladviseur school, gezondheidsmakelaar',
  huisarts:
    'huisarts, huisartsenpraktijk, huisartsen, poh jeugd, poh, praktijkondersteuner, kinderarts, gezondheidscentrum, medisch centrum, ziekenhuis, huisartsenpost, dokterspraktijk, poh ggz jeugd, kindergeneeskunde',
  logopedist:
    'logopedist, logopedie, logopediste, logopediepraktijk, logopedisch, spraaktherapie, stottertherapie, stottercentrum, prelogopedie, logo',
  kinderfysio:
    'kinderfysio, kinderfysiotherapeut, kinderfysiotherapie, fysiotherapeut, fysiotherapie, oefentherapeut, oefentherapie, cesar, mensendieck, fysio, mrt, motorische remedial teaching, sensomotorisch, schrijfmotoriek, kinderoefentherapeut, psychomotorische therapie, pmt, bewegingstherapie',
  ergotherapeut:
    'ergotherapeut, ergotherapie, kinderergotherapie, kinderergotherapeut, ergotherapiepraktijk, prikkelverwerking, sensorische informatieverwerking',
  dietist:
    'dietist, dietiste, dieetpraktijk, voedingsdeskundige, leefstijlcoach, kinderdietist, voedingscentrum, voedingsconsulent, dietetiek, dieet',
  audiologisch:
    'audiologisch, audioloog, audiologisch centrum, kno, kno arts, gehoorcentrum, audicien, spraak en taalcentrum, audiologie, gehoortest',
  oogzorg: 'oogarts, opticien, orthoptist, oogzorg, optometrist, brillen, oogkliniek, orthoptie, oogmeting',
  mondzorg:
    'tandarts, mondzorg, mondhygienist, tandartspraktijk, jeugdtandverzorging, jeugdtandzorg, orthodontist, mondhygieniste, gebit, tandheelkunde, tandartsen',
  oza: 'ziekenhuisschool, onderwijs aan zieke leerlingen, oza, zieke leerlingen, consulent zieke leerlingen, oozl, ziezon, klasse contact, educatieve voorziening ziekenhuis, oozon',
  kdv_ve:
    'kinderdagverblijf, kdv, peuteropvang, peuterspeelzaal, peutergroep, voorschool, kinderopvang, vve, voorschoolse educatie, peuters, dagopvang, creche, ko, peuterschool, speelzaal, gastouder, gastouderbureau, voorschoolse opvang',
  bso: 'bso, buitenschoolse opvang, naschoolse opvang, nso, na schoolse opvang, voor en naschoolse opvang, vso opvang, bso locatie',
  tso: 'tso, overblijf, overblijven, tussenschoolse opvang, overblijforganisatie, overblijfouders, overblijfkrachten, lunchpauze',
  swv: 'samenwerkingsverband, swv, passend onderwijs, tlv, arrangement, arrangementen, onderwijsondersteuner swv, consulent passend onderwijs, ondersteuningsteam swv, swv po, loket passend onderwijs, toelaatbaarheid, ondersteuningsloket, trajectbegeleider',
  oj_steunpunt:
    'ouder en jeugdsteunpunt, jeugdsteunpunt, oudersteunpunt, steunpunt passend onderwijs, ouder jeugdsteunpunt, ouders en onderwijs, ojs, ouders onderwijs',
  buurschool:
    'basisschool, buurschool, obs, cbs, rkbs, collega school, andere scholen, scholenoverleg, jenaplanschool, montessorischool, daltonschool, ikc, kindcentrum, zusterschool, vrije school, pcbs, collegaschool, islamitische basisschool',
  sbo_so:
    'sbo, speciaal basisonderwijs, speciaal onderwijs, cluster 3, cluster 4, so school, sbo school, ambulant begeleider so, ambulante dienst, zmlk, mytylschool, zmok, expertisecentrum so, tyltylschool, speciale school, so vso, praktijkonderwijs so',
  so_visueel: 'visio, bartimeus, visueel, slechtziend, cluster 1, blinden, visueel beperkt, blind en slechtziend',
  so_taal_gehoor:
    'kentalis, auris, tos, cluster 2, taalontwikkelingsstoornis, doof, slechthorend, vitus zuid, viertaal, dovenschool, vroegbehandeling, dienst ambulant cluster 2, spraak taal school',
  vo: 'voortgezet onderwijs, vo school, vo, middelbare school, lyceum, scholengemeenschap, gymnasium, vmbo, mavo, havo, vwo, atheneum, praktijkonderwijs, brugklas, middelbaar, brugklascoordinator, vo scholen',
  nieuwkomers:
    'nieuwkomers, taalklas, schakelklas, nieuwkomersschool, nt2, anderstaligen, isk, lowan, taalschool, opvangklas, asielzoekersschool, internationale schakelklas, nieuwkomersklas',
  schoolbestuur:
    'schoolbestuur, bestuur, bestuursbureau, stafbureau, bovenschools, servicebureau, functionaris gegevensbescherming, fg, college van bestuur, onderwijsstichting, scholengroep, scholenkoepel, onderwijsgroep, stichting openbaar onderwijs, hr afdeling, p o, personeelszaken, staf, hrm',
  pabo: 'pabo, lerarenopleiding, alpo, stagebureau pabo, opleidingsschool, academie voor lerarenopleiding, academische pabo, zij instroom, opleiding leraar basisonderwijs, hogeschool pabo, leraren opleiding',
  mbo: 'mbo, roc, mboschool, stagebureau mbo, opleiding onderwijsassistent, pedagogisch werk, sport en bewegen, mbo stagiairs, beroepspraktijkvorming, bpv, middelbaar beroepsonderwijs, mbo college, aoc, vakcollege, helicon',
  universiteit:
    'universiteit, hogeschool, lectoraat, lector, onderzoek, hbo, faculteit, onderzoeker, werkplaats onderwijsonderzoek, kenniscentrum, wetenschapsknooppunt, universitair, academische werkplaats',
  nascholing:
    'nascholing, training, trainer, scholing, cursus, opleider, teamtraining, studiedag, coaching team, bijscholing, bhv training, ehbo cursus, academie, post hbo, masterclass, opleidingsinstituut, trainingsbureau, e learning, bhv',
  obd: 'onderwijsadviesdienst, schoolbegeleidingsdienst, onderwijsadvies, schoolbegeleiding, onderwijsadviseur, obd, onderwijsbegeleiding, onderwijsbureau, begeleidingsdienst, adviesbureau, onderwijsadviesbureau, schoolbegeleider, cedgroep, expertis, advies onderwijs',
  orthopedagoog:
    'orthopedagoog, orthopedagogen, orthopedagogenpraktijk, diagnostiek, iq onderzoek, psychodiagnostiek, orthopedagogische, intelligentieonderzoek, onderzoeksbureau, orthopedagogiek, pedagogische praktijk, pedagogisch centrum',
  onderwijsconsulent:
    'onderwijsconsulent, onderwijsconsulenten, geschillencommissie, geschillencommissie passend onderwijs, mediation onderwijs, bemiddelaar onderwijs, onderwijsgeschillen',
  ict_leverancier:
    'ict, software, leverancier, parnassys, esis, systeembeheer, automatisering, ict beheer, digiborden, helpdesk, internetprovider, ict bedrijf, leerlingvolgsysteem, computers, netwerkbeheer, basispoort, ict support, apps, website bouwer, webbouwer, ict dienstverlener, copiers, kopieermachine',
  arbodienst:
    'arbodienst, bedrijfsarts, arbo, arboarts, vitaliteitscoach, verzuimbegeleiding, vitaliteit, arbodeskundige, bedrijfsmaatschappelijk, arbo unie, verzuimconsulent, verzuimbedrijf, re integratie',
  detachering:
    'uitzend, uitzendbureau, detachering, invalpool, vervangerspool, invallers, detacheringsbureau, vervangingspool, invalpoule, flexpool, personeelspool, payroll, leraren uitzend, vervanging, zzp leraren, invalbureau',
  vertrouwenspersoon_ext:
    'externe vertrouwenspersoon, vertrouwenspersoon, klachtencommissie, landelijke klachtencommissie, extern vertrouwenspersoon, evp, klachten, vertrouwenscontactpersoon extern',
  kunstencentrum:
    'muziekschool, kunstencentrum, centrum voor de kunsten, cultuurcentrum, kunstzinnige vorming, kunsteducatie, dansschool, muziekcentrum, creatief centrum, kunst en cultuur, cultuurhuis, volksuniversiteit, harmonie, fanfare, muziekvereniging, toneelschool, balletschool, kunstmenu, muziekonderwijs, cultuureducatie, kunstschool, fabriek voor cultuur, jeugdtheaterschool',
  museum_theater:
    'museum, theater, schouwburg, archief, erfgoed, erfgoedinstelling, filmhuis, bioscoop, heemkundekring, oudheidkundige, historische vereniging, historische kring, kasteel, poppodium, musea, oudheidkamer, molen, streekmuseum, poppentheater, regionaal archief, galerie',
  cultuurcoach:
    'cultuurcoach, combinatiefunctionaris cultuur, cultuurmakelaar, cultuurregisseur, icc netwerk, cultuurcoordinator gemeente, cultuurintermediair, cultuurverbinder, cultuur coach',
  kunstdocent:
    'vakdocent muziek, muziekdocent, dansdocent, dramadocent, vakdocent dans, beeldend kunstenaar, kunstenaar, theaterdocent, docent drama, vakdocent beeldend, ~atelier, muziekjuf, zangdocent, muziekmeester, muziekleerkracht, docent muziek, fotograaf kunst, verteller, verhalenverteller, circusdocent, schrijver, illustrator, vakdocent drama',
  bibliotheek:
    'bibliotheek, bieb, leesconsulent, bibliotheek op school, dbos, mediatheek, leesbevordering, leescoordinator bibliotheek, jeugdbibliothecaris, schoolbibliotheek, schrijver op school, boekstart, boekhandel, kinderboekwinkel, leesmediaconsulent',
  taalvrijwilligers:
    'voorleesexpress, taalvrijwilligers, taalhuis, taalmaatje, taalvrijwilliger, voorleesvrijwilliger, voorlezen thuis, voorleesopa, taalstimulering thuis, taalcoach, gilde samenspraak, voorlezers, taalpunt, stap door, opstapje, taal voor thuis',
  buurtsportcoach:
    'buurtsportcoach, combinatiefunctionaris, combinatiefunctionaris sport, sportbedrijf, sportservice, buurtsport, sportcoach, beweegteam, sportbuurtcoach, beweegmakelaar, sportstimulering, sport en bewegen gemeente, jongeren sport, beweegcoach, sportloket, sportpunt, schoolsportcoordinator',
  sportvereniging:
    'sportvereniging, voetbalclub, voetbalvereniging, zwembad, sportclub, hockeyclub, judoschool, turnvereniging, gymvereniging, korfbalclub, atletiekvereniging, tennisclub, zwemschool, sportschool, basketbalclub, vv, sv, rkvv, svv, schaatsvereniging, scouting, handbalvereniging, ijsbaan, manege, schaakclub, dammen, badminton, volleybalvereniging, sporthal, zwemles, sc, korfbalvereniging, tafeltennisvereniging, tennisvereniging, omnivereniging, hockeyvereniging',
  vakleerkracht_gym:
    'vakleerkracht gym, vakleerkracht bewegingsonderwijs, gymdocent, vakdocent gym, vakleerkracht lo, gymjuf, gymmeester, vakleerkracht lichamelijke opvoeding, gymleraar, bewegingsonderwijs, vakdocent bewegingsonderwijs, vakdocent sport',
  nme: 'nme, natuur en milieueducatie, natuureducatie, kinderboerderij, staatsbosbeheer, ivn, natuurmonumenten, milieucentrum, duurzaamheidscentrum, boswachter, waterschap, schooltuin, schooltuinen, natuurcentrum, imker, dierenambulance, dierenasiel, natuurvereniging, bezoekerscentrum, boerderijschool, boer, hoogheemraadschap, landschap, natuurspeelplaats, vogelwerkgroep, dierentuin, stadsboerderij, milieueducatie, boerderij, afvalbedrijf, moestuin, volkstuin, landschapsbeheer',
  techniek:
    'techniek, techniekcentrum, science center, techniekprogramma, wetenschap en techniek, technolab, science, fablab, makerspace, robotica, sterrenwacht, techniekpact, planetarium, programmeren, coderdojo, technisch bedrijf, techniekhuis, ontdekfabriek, makersplaats, technieklokaal, natuurkunde',
  noodhulp:
    '112, brandweer, ambulance, crisisdienst, alarmnummer, spoedeisende, meldkamer, noodnummer, ambulancedienst, alarmcentrale, crisisdienst jeugd, spoedpost, huisartsenpost spoed, veiligheidsregio, brandweerkazerne, ehbo vereniging, gifinformatie, noodgevallen, spoed voor jeugd, 113, acute ggz',
  veilig_thuis:
    'veilig thuis, meldcode, amk, meldpunt kindermishandeling, huiselijk geweld, kindermishandeling, advies en meldpunt, centrum seksueel geweld, steunpunt huiselijk geweld, vooruit na geweld, blijf groep, vrouwenopvang',
  wijkagent:
    'wijkagent, politie, jeugdagent, halt, schoolagent, jeugdpolitie, wijkpolitie, bureau halt, politiebureau, agent, brigadier, jeugdboa, basisteam politie, politieagent, cybercrime politie',
  verkeersveiligheid:
    'veilig verkeer, vvn, verkeersouder, verkeersouders, verkeersveiligheid, verkeersexamen, anwb, verkeersbrigadiers, brigadiers, fietsexamen, streetwise, fietsersbond, verkeersplein, verkeersleerkracht, klaarovers',
  vertrouwensinspecteur:
    'vertrouwensinspecteur, vertrouwensinspectie, onderwijsinspectie, inspectie van het onderwijs, inspectie, inspecteur',
  jongerenwerk:
    'jongerenwerk, jongerenwerker, kinderwerk, kinderwerker, tienerwerk, jeugdwerk, jeugdhonk, jongerencentrum, tienerwerker, straathoekwerk, jeugdwerker, jongerencoach wijk, kinder en jongerenwerk, jeugdsoos, speeltuinvereniging, speeltuin, tienercentrum, ambulant jongerenwerk',
  welzijn:
    'welzijn, buurthuis, wijkcentrum, welzijnsorganisatie, dorpshuis, mantelzorg, mantelzorgsteun, tolk, tolkencentrum, ouderkamer, buurtcentrum, opbouwwerk, opbouwwerker, welzijnswerk, welzijnsstichting, mfa, sociaal cultureel werk, buurtwerk, vrijwilligerscentrale, sociaal werk, moedercentrum, huis van de wijk, multifunctionele, vrijwilligerspunt, humanitas, home start, homestart, wijkgebouw, vrouwencentrum, tolktelefoon, maatschappelijke dienstverlening, tolken, gemeenschapshuis',
  zorginstelling_buurt:
    'woonzorgcentrum, verzorgingshuis, verpleeghuis, bejaardenhuis, opvangcentrum, ouderenzorg, maatschappelijke opvang, daklozenopvang, zorgcentrum, seniorencomplex, woonvorm, gehandicaptenzorg, leger des heils, begeleid wonen, serviceflat, verzorgingstehuis, ouderen, thuiszorg, hospice, woongroep, zorginstelling, dagbesteding, zorgorganisatie, seniorenflat',
  woningcorporatie:
    'woningcorporatie, woningbouw, woningstichting, woningbouwvereniging, woningbouwcorporatie, wooncorporatie, verhuurder, woonstichting, huismeester, woonbedrijf',
  vluchtelingenwerk:
    'vluchtelingenwerk, coa, azc, vluchtelingen, asielzoekerscentrum, asielzoekers, statushouders, nidos, opvang oekraine, inburgering, statushouder, asiel, oekraine',
  buurtbewoners:
    'buurtbewoner, buurtbewoners, buurvrouw, buurman, vrijwilliger, vrijwilligers, ouder, ouders, opa, oma, ouderraad, oudervereniging, buurtvereniging, wijkraad, dorpsraad, buren, bewonersgroep, ouderhulp, buurtcomite, buurtpreventie, wijkvereniging, buurtouders, ouderwerkgroep, tuinouders, leesouders, dorpsbelang, klusvader, voorleesoma, mevrouw van de overkant, vriend van de school',
  bedrijf:
    'bedrijf, ondernemer, winkel, supermarkt, bakker, bakkerij, bank, restaurant, ondernemersvereniging, garage, tuincentrum, drukkerij, sponsor, slager, bloemist, rotary, lions, winkeliersvereniging, cafe, horeca, fotograaf, schoolfotograaf, ijssalon, fietsenwinkel, catering, bouwmarkt, boekwinkel, groenteboer, touringcar, busbedrijf, vakantiepark, hotel, kapper, schoonmaakbedrijf, apotheek, markt, taxibedrijf, patatzaak, snackbar, speelgoedwinkel, feestverhuur, springkussens, attractiepark, pretpark, kampeerboerderij',
  armoedefonds:
    'leergeld, jeugdfonds, jeugdeducatiefonds, jeugdfonds sport en cultuur, voedselbank, kledingbank, armoedefonds, sam, jarige job, speelgoedbank, fonds, nationaal fonds kinderhulp, kinderhulp, armoede, fietsenbank, babyspullen, noodfonds, stichting jarige job, diaconaal noodfonds, urgente noden, pak je kans, sun, zomerschool fonds, sinterklaasbank, armoedecoalitie',
  anbi_project:
    'anbi, landelijke stichting, goed doel, goede doelen, jeugdeducatie project, ~stichting, unicef, rode kruis, hartstichting, oranje fonds, sponsorloop, kwf, war child, natuur en milieu stichting, edukans, cliniclowns, kika, wwf, kinderpostzegels, jantje beton, nationaal schoolontbijt, schoolontbijt, mattel, amnesty, kinderrechten',
  tutoring:
    'tutoring, huiswerkbegeleiding, huiswerkhulp, bijles, weekendschool, imc weekendschool, zomerschool, huiswerkklas, bijlesbureau, leerkansen, tutor, verlengde schooldag, topklas, vakantieschool, lenteschool, huiswerkinstituut, remedial teaching, rt praktijk, leerondersteuning, rt, examentraining, studiebegeleiding, rijke schooldag, huiswerk, playing for success, leertuin',
  gastles:
    'gastles, gastlessen, gastdocent, rutgers, bureau jeugd en media, bank voor de klas, fietsveiligheid les, voorlichting, gastspreker, mediawijsheid, geldlessen, anti pest voorstelling, slachtofferhulp les, verslavingszorg, jellinek, tactus, trimbos, ncgv, coc, iriszorg, brijder, drugs, alcohol, nibud, held, veteranen, vuurwerk, prorail, netwerk mediawijsheid, ervaringsdeskundige, verslaving, vnn, novadic',
  geloofsgemeenschap:
    'kerk, moskee, humanistisch, vormingsonderwijs, dominee, pastoor, parochie, imam, gvo, hvo, pkn, hervormde, gereformeerde, synagoge, godsdienstonderwijs, diaconie, kerkgemeenschap, tempel, predikant, levensbeschouwelijk, protestantse gemeente, geloofsgemeenschap, pastoraal, evangelische, godsdienstdocent, kerkelijk werker, parochiaan',
  bouwpartij:
    'architect, aannemer, bouwbedrijf, projectontwikkelaar, installateur, bouwbegeleider, bouwmanagement, schilder, tuinarchitect, hovenier, architectenbureau, bouwadviseur, schoolplein ontwerp, installatiebedrijf, loodgieter, elektricien, timmerbedrijf, speeltoestellen, schildersbedrijf, glaszetter, beveiligingsbedrijf, alarm, onderhoudsbedrijf, bouwkundige, schoolpleinen, schoolmeubilair, dakdekker, klimaatinstallatie, adviesbureau bouw',
}
