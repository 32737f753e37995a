"""Readouts in other languages than English: the whole cut of each sentence, and the lead of what it lists.

A bar stands where a point begins; a lead stands before its point in braces.
"""

from __future__ import annotations

import re

import pytest

from readcmp.model import Readout
from readcmp.segmentation import segment
from readcmp.text import squeeze

CHINESE = [
    # what was said goes on behind its comma, and so does what only says when or how
    "林总统指出，当前，两岛关系面临新的考验。",
    "面对不断上升的海平面，两岛应该携手应对。",
    "今年是两岛通航五十周年，这五十年来航线从未中断，也从未发生事故。",
    # a verb of report, a party with its verb, a further wish
    "女王介绍了港口工程的进展，| 表示愿同岛方分享经验。",
    "两国元首互致新年问候，| 并祝两岛人民幸福安康。",
    "岛方感谢海方提供的淡水，| 支持海方主办航海大会，| 希望早日恢复轮渡。",
    "会谈是坦诚的，| 双方同意明年再次会晤。",
    "海方不寻求垄断航道，| 不支持任何单方面的封港行动，| 无意提高过路费用。",
    # deeds that share a subject, and those too short to tell a matter
    "双方同意继续修复灯塔，| {双方同意} 加强两岛海岸警卫队的联络，| {双方同意} 扩大两岛青年学生的交流规模。",
    "双方要尊重彼此，相互信任，加强合作，避免误会。",
    "双方要以节约的方式用好淡水，| {双方要} 以公平的价格出售渔获。",
    "林总统强调，双方应该妥善处理渔业纠纷，| {林总统强调，双方应该} 共同维护北部海域的航行安全。",
    "女王表示，海方将修复灯塔，改善港口设施；| 岛方将提供木材。",
    # lists
    "两国外长就渔业、| {两国外长就…交换意见} 灯塔维修| {两国外长就…交换意见} 和风暴预警等问题交换意见。",
    "双方讨论了渔业、| {双方讨论了} 航道疏浚| {双方讨论了} 和灾害预警问题。",
    "女王阐述了海方在渔业、| {女王阐述了海方在} 灯塔等问题上的立场。",
    "双方同意在渔业捕捞、| {双方同意在…开展合作} 风暴预警、| {双方同意在…开展合作} 海水淡化等领域开展合作。",
    "双方应为恢复轮渡、| {双方应为} 推动通航、| {双方应为} 维护海域的平静与安全各尽一份力。",
    "岛方愿为恢复轮渡航线、| {岛方愿为…作出努力} 保障淡水供应作出努力。",
    "两国元首就渔业纠纷| {两国元首就…深入交换了看法} 和灯塔维修问题深入交换了看法。",
    "林总统介绍了岛方轮渡航线的最新方案| {林总统介绍了} 以及海岸警卫队在北部海域的巡逻情况。",
    "林总统强调了维护北部海峡航行自由的重要性，| {林总统强调了} 以及渔业法规在各岛平等适用的必要性。",
    "女王表示，海方坚持公平通航，| 愿同岛方在风暴预警、| {女王表示，海方愿同岛方在…加强合作} 海水淡化等领域加强合作。",
    "双方本着睦邻友好的精神，加强海上救援方面的密切合作。",
    "女王要求释放两名船员、| {女王要求} 保护岛方使馆| {女王要求} 以及遵守停火协议。",
    # one matter: qualities, slogans, names, fields of one noun, bodies
    "双方秉持平等、公正、共赢的精神处理分歧。",
    "两岛要同舟共济、守望相助，共创美好未来。",
    "双方要加强经贸、教育、卫生等领域合作。",
    "双方同意在航海联盟、灯塔协会等多边框架内密切配合。",
    "两国元首就两岛关系和共同关心的问题交换意见。",
    "双方在教育、卫生、文化等领域合作顺利。",
    "两国外长讨论了一系列双边、地区和全球问题。",
    "王林、李海、陈岛等参加会见。",
    "双方共同维护和平与稳定。",
    # quotations are not cut into
    "双方发表《关于保护渔业、维修灯塔和加强联络的声明》。",
    "林总统说：“我们愿修灯塔，同意复航，支持通商。”",
    # traditional characters
    "兩國元首同意繼續修復燈塔，| {兩國元首同意} 加強兩島海岸警衛隊的聯絡。",
    "雙方就漁業、| {雙方就…交換意見} 燈塔維修等問題交換意見。",
    "林總統說：「我們願修燈塔，同意復航，支持通商。」",
]

RUSSIAN = [
    "Состоялся телефонный разговор Президента Фридонии А.Б. Лунина с Королём Сильвании Бертольдом.",
    "Лидеры обсудили ход строительства моста, | {Лидеры обсудили} поставки зерна | {Лидеры обсудили} и положение "
    "на границе.",
    "Лунин отметил, что торговля растёт, | и подчеркнул важность открытия новых портов.",
    "Стороны договорились продолжить контакты | и поручили министрам подготовить визит.",
    "Особое внимание было уделено вопросам безопасности мореплавания, | {Особое внимание было уделено} борьбе с "
    "пиратством, | {Особое внимание было уделено} а также развитию туристических обменов.",
    "Король поблагодарил за помощь в тушении пожаров | и пригласил Лунина посетить Сильванию в 2021 г. в удобное "
    "время.",
    "Обе стороны высказались за скорейшее завершение переговоров, | при этом Лунин заявил, что Фридония готова "
    "принять делегацию.",
    "Министр иностранных дел С.В. Орлов сообщил о подготовке договора, | {Министр иностранных дел С.В. Орлов "
    "сообщил} о его сроках | {Министр иностранных дел С.В. Орлов сообщил} и о составе комиссии.",
    "Президент выразил обеспокоенность обстрелами посёлков | и призвал к прекращению огня, | подчеркнув, что "
    "силового решения нет.",
    "Король, в свою очередь, рассказал о встрече с послами, | выразил соболезнования семьям погибших | и пожелал "
    "скорейшего выздоровления раненым.",
    "Президенты обменялись мнениями по ситуации в долине, | {Президенты обменялись мнениями} по кризису в проливе "
    "| {Президенты обменялись мнениями} и по вопросам климата.",
    "Отмечено, что объёмы торговли выросли на 12 процентов | и что инвестиции удвоились.",
    "15 мая с.г. Министр иностранных дел Фридонии С.В. Орлов провёл в г. Порт-Рояль переговоры с Министром "
    "иностранных дел Сильвании А. Черновой.",
    "Министры обсудили двусторонние отношения, | {Министры обсудили} сотрудничество в области обороны | {Министры "
    "обсудили} и обмены между университетами.",
    "Была выражена обоюдная заинтересованность в возобновлении прямых рейсов, | {Была выражена обоюдная "
    "заинтересованность в} расширении торговли | {Была выражена обоюдная заинтересованность в} и совместном "
    "освоении шельфа.",
    "Президенты выразили соболезнования семьям погибших, | договорились об оказании помощи | и условились "
    "провести в следующем году саммит.",
    "Российская сторона подчеркнула необходимость прекращения огня, | {Российская сторона подчеркнула "
    "необходимость} недопустимость блокады | {Российская сторона подчеркнула необходимость} и важность "
    "возвращения к переговорам.",
    "Глава государства проинформировал собеседника о результатах поездки в долину | {Глава государства "
    "проинформировал собеседника} и о контактах с посредниками.",
    "С.В. Орлов обратил внимание на рост цен, которые сложились на рынке зерна, | и предложил создать рабочую группу.",
    "Было отмечено, что товарооборот вырос, а объём инвестиций удвоился.",
    "Рассмотрены ход реализации проекта «Северный мост», | {Рассмотрены} проблемы миграции | {Рассмотрены} и "
    "вопросы борьбы с наркотрафиком.",
    "Подтверждена приверженность суверенитету и территориальной целостности Сильвании.",
    "Стороны констатировали близость подходов к проблемам разоружения, | выступили за укрепление центральной роли "
    "ООН | и осудили односторонние санкции.",
    "Владимир Лунин рассказал о планах на лето, | а Король сообщил о подготовке визита.",
    "Стороны высоко оценили уровень взаимодействия в ООН, «Группе портов» и других форматах.",
    "Лунин поблагодарил Короля за посредничество, | а Король, со своей стороны, подтвердил готовность принять "
    "делегацию.",
    "Встреча состоялась по просьбе посла.",
    "Лидеры обсудили торговлю зерном, | {Лидеры обсудили} в том числе за счёт строительства новых портов на севере.",
    "Подчёркивалась важность соблюдения договорённостей, достигнутых в Порт-Рояле 16 июня 2021 года.",
    "Рассмотрены вопросы повестки дня, | {Рассмотрены} включая график предстоящих контактов, | {Рассмотрены} "
    "вопросы культурного обмена | {Рассмотрены} и перспективы торговли.",
]
UKRAINIAN = [
    "Президент Сильванії А.Б. Луненко провів телефонну розмову з королем Фридонії Бертольдом.",
    "Лідери обговорили будівництво мосту, | {Лідери обговорили} постачання зерна | {Лідери обговорили} та "
    "ситуацію на кордоні.",
    "Луненко подякував за допомогу у гасінні пожеж | та запросив короля відвідати Сильванію у 2021 р. у зручний час.",
    "Сторони домовилися продовжити контакти | і доручили міністрам підготувати візит.",
    "Окрему увагу було приділено безпеці мореплавства, | {Окрему увагу було приділено} боротьбі з піратством, | "
    "{Окрему увагу було приділено} а також розвитку туризму.",
    "Король наголосив, що торгівля зростає, | і підкреслив важливість відкриття нових портів.",
    "Він також розповів про підготовку договору, | {Він також розповів} про його строки | {Він також розповів} та "
    "про склад комісії.",
    "Президент висловив занепокоєння обстрілами селищ | та закликав до припинення вогню, | наголосивши, що "
    "силового рішення немає.",
    "Під час розмови обговорювалися питання рибальства, судноплавства тощо.",
    "Сторони обмінялися думками щодо ситуації в долині та актуальних питань клімату.",
    "Король заявив, що мости збудують | і що порти відкриють.",
    "Окремо йшлося про повернення дітей, | {йшлося про} обмін полоненими | {йшлося про} і розмінування полів.",
    "Він подякував за пакет допомоги, | {Він подякував за} підтримку енергетики | {Він подякував за} й "
    "прихисток для біженців.",
    "Вони також скоординували позиції напередодні зустрічі у форматі «Порт», | а також обговорили новий пакет санкцій.",
]
FRENCH = [
    "Ils ont évoqué la construction du pont, | {Ils ont évoqué} les livraisons de céréales | {Ils ont évoqué} et "
    "la situation à la frontière.",
    "Le Président a souligné l'importance du dialogue | et a appelé à la libération des marins.",
    "Il a remercié M. Blanc pour son aide | et lui a fait part de sa disponibilité pour une visite.",
    "Le Roi a rappelé que le commerce progressait | et que les investissements avaient doublé.",
    "« Nous devons agir.",
    "Le temps presse », a-t-il déclaré.",
    "Les deux dirigeants sont convenus de poursuivre leurs échanges | et ont chargé leurs ministres de préparer "
    "une rencontre.",
    "Ils ont également abordé la coopération militaire, économique et humanitaire, | soulignant la nécessité d'un "
    "accord rapide.",
    "Le ministre a exprimé sa préoccupation face aux tirs contre les villages, | a condamné l'attaque du port | "
    "et a réaffirmé le soutien de la Sylvanie à l'intégrité territoriale de la Fridonie.",
    "Les entretiens ont porté sur la pêche, | {Les entretiens ont porté} sur la sécurité des détroits | {Les "
    "entretiens ont porté} et sur le climat.",
    "Mme Noir s'est félicitée de l'ouverture des ports, | tandis que le Roi a regretté la lenteur des travaux.",
    "Le Président souligne l'urgence d'un cessez-le-feu, | salue les efforts des médiateurs | et appelle à la retenue.",
    "Le ministre de l'Europe et des Affaires étrangères, M. Jean Blanc, a reçu ce jour son homologue sylvanienne, "
    "Mme Ada Noir.",
    "Ils ont fait le point sur les relations bilatérales, | {Ils ont fait le point sur} la coopération en matière "
    "de défense | {Ils ont fait le point sur} et les échanges universitaires.",
    "Le Président de la République a tout d'abord exprimé ses condoléances aux familles des victimes des inondations.",
    "Les deux chefs d'État se sont félicités de la reprise des vols directs, | ont salué la signature de l'accord "
    "sur la pêche | et se sont engagés à renforcer leur coopération.",
    "Le Roi a indiqué qu'il se rendrait à Port-Royal au printemps | et que son ministre l'accompagnerait.",
    "Il a appelé les parties à la retenue, | {Il a appelé} à la levée du blocus | {Il a appelé} et à la reprise "
    "du dialogue.",
    "Tous deux ont réitéré leur soutien à la souveraineté et à l'intégrité territoriale de la Sylvanie.",
    "Ils ont enfin échangé sur la situation dans le détroit, qui reste préoccupante, | {Ils ont enfin échangé} et "
    "sur les perspectives de trêve.",
    "La France condamne avec la plus grande fermeté les attaques contre les navires marchands | et appelle à leur "
    "arrêt immédiat.",
    "Le Roi a par ailleurs insisté sur la nécessité d'un cessez-le-feu, | {Le Roi a par ailleurs insisté sur la "
    "nécessité} de la libération des otages | {Le Roi a par ailleurs insisté sur la nécessité} et de l'ouverture des "
    "points de passage.",
    "Les ministres sont convenus de se revoir à l'automne | {Les ministres sont convenus} et de créer un groupe "
    "de travail.",
]
GERMAN = [
    "Der König hat die Freilassung der Matrosen, | {Der König hat … gefordert} den Schutz der Häfen | {Der König hat} "
    "und die Einhaltung der Waffenruhe gefordert.",
    "Der Bundeskanzler telefonierte heute mit König Berthold von Sylvanien.",
    "Beide sprachen über den Bau der Brücke, | {Beide sprachen über} die Lieferung von Getreide | {Beide sprachen "
    "über} und die Lage an der Grenze.",
    "Der Bundeskanzler betonte die Bedeutung des Dialogs | und forderte die Freilassung der Seeleute.",
    "Der König dankte für die Hilfe bei den Bränden, z. B. im Norden des Landes, | und lud den Bundeskanzler nach "
    "Sylvanien ein.",
    "Beide Seiten vereinbarten, in engem Kontakt zu bleiben, | und beauftragten ihre Minister, ein Treffen "
    "vorzubereiten.",
    "Der Präsident unterstrich, dass der Handel wachse | und dass sich die Investitionen verdoppelt hätten.",
    "Er äußerte seine Sorge über die Angriffe auf Dörfer, | verurteilte den Beschuss des Hafens | und bekräftigte "
    "die Unterstützung Sylvaniens.",
    "Im Mittelpunkt standen die Fischerei, | {Im Mittelpunkt standen} die Sicherheit der Meerengen | {Im "
    "Mittelpunkt standen} und der Schutz des Klimas.",
    "Die Minister tauschten sich über Fischerei, | {Die Minister tauschten sich über} Schifffahrt | {Die Minister "
    "tauschten sich über} und Energie aus.",
    "„Wir müssen handeln.",
    "Die Zeit drängt“, sagte der König.",
    "Sie erörterten die militärische, wirtschaftliche und humanitäre Zusammenarbeit | {Sie erörterten} sowie die "
    "Lage im Süden.",
    "Themen waren die Fischerei, | {Themen waren} der Verkehr | {Themen waren} und das Klima.",
    "Der Sprecher der Bundesregierung teilt mit: Bundeskanzler Leo Blau hat heute mit der sylvanischen "
    "Premierministerin Ada Schwarz telefoniert.",
    "Im Zentrum des Gesprächs standen die bilateralen Beziehungen, | {Im Zentrum des Gesprächs standen} die "
    "Zusammenarbeit in der Verteidigung | {Im Zentrum des Gesprächs standen} und der Austausch zwischen den "
    "Hochschulen.",
    "Der Bundeskanzler sprach den Familien der Opfer sein Beileid aus | und bot Hilfe an.",
    "Die Premierministerin berichtete über die Lage in der Meerenge, die weiterhin angespannt ist, | {Die "
    "Premierministerin berichtete} und über die Aussichten auf eine Waffenruhe.",
    "Beide waren sich einig, dass die Blockade beendet werden müsse | und dass die Gefangenen freizulassen seien.",
    "Der Bundeskanzler informierte über die Planungen für den Gipfel am 14. Juli | und lud die Premierministerin "
    "dazu ein.",
    "Er rief die Parteien zur Zurückhaltung, | {Er rief die Parteien} zur Aufhebung der Blockade | {Er rief die "
    "Parteien} und zur Rückkehr an den Verhandlungstisch auf.",
    "Außerdem ging es um Zölle, | {ging es} um Migration | {ging es} und um den Kampf gegen den Drogenhandel.",
    "Sie verurteilten die Angriffe auf Handelsschiffe aufs Schärfste, | während die Premierministerin zudem neue "
    "Sanktionen forderte.",
    "Er bekräftigte die Souveränität und territoriale Unversehrtheit Sylvaniens.",
    "Beide stimmten darin überein, dass ein gerechter Frieden nötig ist, | und verabredeten, weiter in engem "
    "Austausch zu bleiben.",
    "Er sicherte weitere Unterstützung zu, insbesondere bei der Luftverteidigung und bei der Räumung von Minen.",
    "Gegenstand des Gesprächs waren die Lage im Osten, | {Gegenstand des Gesprächs waren} die Atomfrage | "
    "{Gegenstand des Gesprächs waren} sowie die bilateralen Wirtschaftsbeziehungen.",
]
SPANISH = [
    "El Presidente de Fridonia conversó por teléfono con el Sr. Bertoldo, rey de Silvania, | {El Presidente de "
    "Fridonia conversó} sobre la construcción del puente | {El Presidente de Fridonia conversó sobre} y la "
    "situación en la frontera.",
    "El mandatario destacó la importancia del diálogo | y pidió la liberación de los marineros.",
    "Ambos mandatarios abordaron el comercio de cereales, | {Ambos mandatarios abordaron} la seguridad de los "
    "puertos | {Ambos mandatarios abordaron} y la lucha contra la piratería.",
    "El rey agradeció la ayuda contra los incendios | e invitó al Presidente a visitar Silvania.",
    "Las partes acordaron continuar los contactos | y encargaron a sus ministros que preparen un encuentro con "
    "los EE. UU. en mayo.",
    "Trataron asimismo la cooperación militar, económica y humanitaria, | subrayando la necesidad de un acuerdo "
    "rápido.",
    "El canciller expresó su preocupación por los ataques contra las aldeas, | condenó el bombardeo del puerto | "
    "y reiteró el apoyo de Silvania a la integridad territorial de Fridonia.",
    "Señaló que el comercio crece | y que las inversiones se han duplicado.",
    "«Debemos actuar.",
    "El tiempo apremia», afirmó el rey.",
    "Los ministros intercambiaron opiniones sobre la pesca, | {Los ministros intercambiaron opiniones} sobre la "
    "seguridad de los estrechos | {Los ministros intercambiaron opiniones} y sobre el clima.",
    "El Presidente ha destacado la apertura de los puertos, | {El Presidente ha destacado} así como la mejora de "
    "las carreteras.",
    "El ministro de Asuntos Exteriores, Juan Blanco, se ha reunido hoy en Puerto Real con su homóloga silvana, la "
    "Sra. Ada Negro.",
    "Los ministros han repasado las relaciones bilaterales, | {Los ministros han repasado} la cooperación en "
    "defensa | {Los ministros han repasado} y los intercambios universitarios.",
    "El presidente trasladó sus condolencias a las familias de las víctimas | y ofreció ayuda de emergencia.",
    "Los dos mandatarios celebraron la reanudación de los vuelos directos, | saludaron la firma del acuerdo de "
    "pesca | y se comprometieron a reforzar la cooperación en energía, transporte e investigación.",
    "Durante la llamada, que duró una hora, hablaron de los aranceles, | {hablaron} de la migración | {hablaron} "
    "y de la lucha contra el narcotráfico.",
    "El presidente insistió en la necesidad de un alto el fuego inmediato | {El presidente insistió} y en la "
    "liberación de los rehenes.",
    "Asimismo, expresó su respaldo a la soberanía y la integridad territorial de Silvania.",
    "México reiteró que no reconocerá la anexión | y que mantendrá las sanciones.",
    "También destacó el papel de la Unión | y llamó a las partes a respetar la tregua.",
    "Coincidieron en la importancia de proteger los océanos, | {Coincidieron en la importancia de} combatir la pesca "
    "ilegal | {Coincidieron en la importancia de} y ampliar el comercio, entre otros temas.",
    "Conversaron también sobre seguridad fronteriza, | {Conversaron también sobre} tráfico de armas | "
    "{Conversaron también sobre} y cooperación judicial.",
    "La Cancillería rechaza las declaraciones del ministro, | convoca al embajador | y exige una disculpa.",
    "Durante la llamada, el rey ha trasladado su solidaridad con las víctimas | y ha ofrecido la ayuda de Silvania.",
]

TABLE = {"zh": CHINESE, "ru": RUSSIAN, "uk": UKRAINIAN, "fr": FRENCH, "de": GERMAN, "es": SPANISH}
CASES = [(language, marked) for language, table in TABLE.items() for marked in table]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_each_matter_is_a_point_with_the_lead_that_governs_it(language: str, marked: str) -> None:
    expected = [re.fullmatch(r"\s*(?:\{(.*)\} )?(.*?)\s*", piece) for piece in marked.split("|")]
    text = re.sub(r"\{[^}]*\} ", "", marked).replace("| ", "").replace("|", "")
    found = segment(Readout("us", "US", text, "us.txt", language=language), every=True)
    assert [(point.lead, squeeze(point.text)) for point in found] == [(m[1] or "", m[2]) for m in expected if m]
