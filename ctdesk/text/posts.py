"""Places that messages are sent from: seats of embassies and of large consulates, in English.

Old and new spellings stand side by side, as letters and telegrams use them.
"""

from __future__ import annotations

_ONE_WORD = """
abidjan abuja accra ahmadabad aleppo alexandria algiers amman amsterdam anchorage ankara
antananarivo antwerp aqaba ashgabat asmara asuncion athens baghdad bahrain baku bamako bangkok
bangui banjul barcelona basra basrah beijing beirut belgrade benghazi berlin bern berne bishkek
blantyre bogota bombay bonn brasilia bratislava brazzaville bridgetown brussels bucharest budapest
bujumbura cairo calcutta canberra caracas chennai chisinau cologne colombo conakry copenhagen
cotonou dacca dakar damascus delhi dhahran dhaka diyarbakir djakarta djibouti doha dubai dublin
dushanbe edinburgh erbil florence frankfurt freetown gaborone geneva genoa georgetown guangzhou
guatemala hague haifa hamburg hanoi harare havana helsinki honiara honolulu islamabad istanbul
izmir jakarta jeddah jerusalem jidda jiddah johannesburg juba kabul kampala karachi kathmandu
khartoum kiev kigali kingston kinshasa kirkuk kolkata krakow kuwait kyiv kyoto lagos lahore
leningrad leopoldville libreville lilongwe lima lisbon ljubljana lome london luanda lusaka
luxembourg lyon madras madrid malabo malta managua manama manila maputo marrakesh marseille
maseru mbabane medan melbourne milan minsk mogadishu monrovia monterrey montevideo montreal moroni
moscow mosul mumbai munich muscat nairobi najaf nanking naples nassau ndjamena niamey nicosia
noumea nouakchott osaka oslo ottawa ouagadougou palermo panama paramaribo paris peiping peking
peshawar podgorica poznan prague praia pretoria pristina pyongyang quito rabat rangoon reykjavik
riga rio riyadh rome saigon salonika salzburg sanaa sandjak santiago sarajevo seoul seville
shanghai shenyang singapore skopje sofia stockholm strasbourg stuttgart suva sydney tabriz taipei
taiz tallinn tangier tashkent tbilisi tegucigalpa tehran teheran thessaloniki tirana tokyo toronto
trieste tripoli tunis turin ulaanbaatar valletta vancouver venice victoria vienna vientiane
vilnius warsaw washington wellington windhoek yangon yaounde yerevan zagreb zanzibar zurich
sulaymaniyah usun usnato usmission usber usro musto secstate secdef cincpac cincunc usareur
comusmacv jcs joint depstate embassy state
"""
_TWO_WORDS = (
    "abu dhabi,addis ababa,ad dammam,bandar seri,buenos aires,cape town,dar salaam,el salvador,"
    "guatemala city,ho chi,hong kong,kuala lumpur,kuwait city,mexico city,new delhi,new york,"
    "panama city,phnom penh,port louis,port said,port sudan,rio de,saint petersburg,san jose,"
    "san salvador,santo domingo,sao paulo,sri lanka,tel aviv,the hague,us mission,vatican city"
)
POSTS = frozenset((*_ONE_WORD.split(), *_TWO_WORDS.split(",")))
