/**
 * Phrases of earlier texts that claimed more than their sources, by record. New texts must not repeat them: cite a
 * source, mark a remark of the editors, or leave the claim out.
 */
export const UNSUPPORTED_PHRASES: Readonly<Record<string, readonly string[]>> = {
  'cases/a4-parndorf-2015': ['sentenced the organisers and the drivers'],
  'cases/boat-supplier-2024': ['at the request of Belgium', 'Surrender to Belgium'],
  'cases/crypto-bank-2025': ['a court in Almería leads the case'],
  'cases/de-ro-containers': ['Authorities of Germany and Romania arrested'],
  'cases/essex-lorry-2020': ['the network behind the transport in which 39 people died'],
  'cases/kosmos-2020': ['after 12 searches in Germany', 'Germany and Greece found a print shop'],
  'cases/nl-hu-2021': ['led to two organisers', 'with two organisers'],
  'countries/at': ['Drivers hired by a network in the Netherlands and Hungary had been arrested there before'],
  'countries/be': ['funding for joint investigation teams through its national desk'],
  'countries/dk': ['with a national desk at Eurojust', 'joins those of others, through its national desk'],
  'countries/dz': ['Its offences of smuggling date from 2009'],
  'countries/hu': ['with drivers hired for single journeys and replaced when caught'],
  'countries/nl': ['the main suspects were arrested in the Netherlands after drivers had been caught in Hungary'],
  'countries/rs': ['Serbian authorities had arrested nine suspects before the action day of 20 November 2024'],
  'groups/euro-area': ['Twenty members, as Eurostat labels the area'],
  'laws/coe-185': ['a bridge to States with which no EU instrument is shared'],
  'laws/coe-224': ['for which no European instrument is available'],
  'laws/de-aufenthg-96': ['A benefit is one of several alternatives'],
  'laws/dz-2009': ['The same law brought offences of smuggling of migrants'],
  'laws/eu-2002-584': [
    'it is the instrument with which organisers are brought before the court',
    'Suspects outside the EU need other ways',
  ],
  'laws/eu-2014-41': ['the usual choice when phones or bank records lie'],
  'laws/eu-com-2023-755': ['for the whole Union'],
  'laws/eu-2022-2065': ['should read the two together'],
  'laws/eu-2023-1544': ['An order is worth little'],
  'laws/eu-cjeu-460-23': [
    'a child in the company of an adult is not always an unaccompanied minor',
    'defence lawyers will invoke it',
  ],
  'laws/gb-ia1971-25': ['not one for humanitarian help at large'],
  'laws/un-som-protocol': ['a basis for cooperation where nothing else does'],
  'leaflets/jits-guidelines': [
    'The guidelines say how the Network of National Experts on Joint Investigation Teams is organised and whom to approach',
    "the advice itself comes from the expert of one's own country",
  ],
  'leaflets/leaflet-digital-domain-2024': [
    'Participants came from Member States, from the Western Balkans and from the partner countries of EuroMed Justice',
    'each of these uses leaves traces that have to be found',
    'Eurojust supports national authorities in this through all stages of proceedings',
  ],
  'leaflets/leaflet-investment-fraud-2021': [
    'a full report and beside it a few pages that a prosecutor can use at once',
  ],
  'leaflets/leaflet-who-we-are': [
    'That makes it a first paper to hand to a colleague who has never worked with the Agency',
  ],
  'organisations/emsc': ['calls the business interconnected and digital'],
  'organisations/eurojust': ['and twelve third countries have posted Liaison Prosecutors'],
  'organisations/europol': ['it cannot arrest anybody itself'],
  'organisations/youtube': [
    'the Agency refers videos and channels that promote organised immigration crime, so that they are taken down',
  ],
  'resources/digital-leaflet': ['meant for the prosecutors and judges'],
  'resources/euromed-handbook': [
    'for prosecutors and judges in the southern partner countries and for those in the Union who work with them',
    'the handbook is the book to start with',
    'It applies at every stage of proceedings',
  ],
  'resources/euromed-lga-cyber': [
    'The analysis compares what the law of the southern partner countries says about cybercrime',
    'first of all for those who prepare legislation',
    'A prosecutor who seeks data on an online account from one of these countries can read in advance whether its law knows the measure asked for',
  ],
  'resources/euromed-lga-mla': [
    'Evidence and money are the two things that a European prosecutor most often needs from the other shore of the Mediterranean',
    'The third of the legal analyses of EuroMed Justice takes them together',
    'when policy makers consider how cooperation might be improved',
  ],
  'resources/euromed-lga-sit': [
    'examines what the law of the southern partner countries provides for special investigation techniques and where it falls short',
    'whether the result would be accepted at home',
  ],
  'resources/fatf-report': ['It describes how fees pass through hawala and similar brokers'],
  'resources/focus-group-ms': [
    'The Focus Group is the standing circle of prosecutors and judges who deal with migrant smuggling every day',
    'from routes to the way crossings are sold online',
  ],
  'resources/hit-no-hit': ['telephone numbers and accounts recur under many names'],
  'resources/in-focus-2021': [
    'Eurojust began in October 2021 to report on its support in smuggling cases in a short form between the yearly reports',
  ],
  'resources/jit-funding': ['or are about to sign'],
  'resources/on-call-coordination': [
    'be put through to the authority in the other Member State that can act',
    'It belongs to the opening of a case and to the early investigation',
  ],
  'resources/outcome-report-2018': ['It is written for prosecutors and judges'],
  'resources/otf': ['mostly by phone'],
  'resources/sherloc-cna': ['a liaison prosecutor or a contact point of Eurojust are of more help'],
  'resources/sirius-report-2023': ["a few weeks after the project's annual conference"],
  'resources/unodc-manual': ['in any part of the world may use it'],
  'resources/wbcj-support': ['were the answers that led to them'],
  'resources/spoc-network': [
    'through which the requests of a whole country to online providers pass',
    'and they spare a provider many differing requests in the same matter',
    'the owner of an account or the preservation of a chat',
  ],
  'trends/account-redundancy': [
    'The research project MIRROR and the National Crime Agency describe the same habit',
    'The practice has been seen since 2016',
  ],
  'trends/ads-on-social-media': [
    'Networks that once advertised in closed circles now offer crossings',
    'What changed over these ten years is not that smugglers advertise online but where',
    'Many of the accounts are run from outside the European Union',
  ],
  'trends/ai-concern': ['no source describes a network that advertises with generated pictures'],
  'trends/belarus-route-online': [
    'with a request to remove them',
    'It shows at the same time how quickly a market forms around a new route',
  ],
  'trends/boat-supply-chain': [
    'The connection lies in deliveries, payments and messages between people who never meet',
  ],
  'trends/crypto-payments': ['The Financial Action Task Force saw payments in virtual assets begin to appear in 2022'],
  'trends/data-retention-gap': [
    'The editions on 2021 and of 2024 both say so',
    'Requests that travel by mutual legal assistance suffer most',
  ],
  'trends/docs-sold-online': [
    'Reports from 2016 and from 2025 describe nearly the same assortment',
    'because they lead to a title to stay rather than across a border',
  ],
  'trends/driver-recruitment': ['A Dutch-Hungarian network hired drivers', 'the main suspects stood behind them'],
  'trends/encrypted-comms': [
    'Smuggling rings in the Western Balkans speak to each other in end-to-end encrypted applications',
    'and work shared between the States through which a journey runs',
    'where the way in which a message was obtained abroad has to stand up',
  ],
  'trends/evidence-admissibility': ['crosses borders more easily than the rules'],
  'trends/messaging-second-step': ['it has hardly changed since 2016'],
  'trends/penalties-up': ['Germany amended its provision on smuggling that causes death on 27 February 2024'],
  'trends/platform-cooperation': ['An agreement of this kind is quick'],
  'trends/remote-leadership': [
    'Organisers run journeys by phone and keep their distance from the drivers and the boats',
    'leave the visible work to people who can be replaced',
    'An arrest at the border then removes a driver but not the business',
    'an investigation has to connect what is found on the road with chats',
  ],
};
