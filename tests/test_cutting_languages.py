"""Readouts in other languages than English: the whole cut of each sentence, and the lead of what it lists.

A bar stands where a point begins; a lead stands before its point in braces.
"""

from __future__ import annotations

import re

import pytest

from readcmp.cutting import cut
from readcmp.model import Readout
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
    "岛方愿为恢复轮渡航线、| {岛方愿为…作出努力} 保障淡水供应作出努力。",
    "两国元首就渔业纠纷| {两国元首就…深入交换了看法} 和灯塔维修问题深入交换了看法。",
    "林总统介绍了岛方轮渡航线的最新方案| {林总统介绍了} 以及海岸警卫队在北部海域的巡逻情况。",
    # one matter: qualities, slogans, names, fields of one noun, bodies
    "双方秉持平等、公正、共赢的精神处理分歧。",
    "两岛要同舟共济、守望相助，共创美好未来。",
    "双方要加强经贸、教育、卫生等领域合作。",
    "双方同意在航海联盟、灯塔协会等多边框架内密切配合。",
    "两国元首就两岛关系和共同关心的问题交换意见。",
    "双方在教育、卫生、文化等领域合作顺利。",
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

CASES = [("zh", marked) for marked in CHINESE]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_each_matter_is_a_point_with_the_lead_that_governs_it(language: str, marked: str) -> None:
    expected = [re.fullmatch(r"\s*(?:\{(.*)\} )?(.*?)\s*", piece) for piece in marked.split("|")]
    text = re.sub(r"\{[^}]*\} ", "", marked).replace("| ", "").replace("|", "")
    found = cut(Readout("us", "US", text, "us.txt", language=language))
    assert [(point.lead, squeeze(point.text)) for point in found] == [(m[1] or "", m[2]) for m in expected if m]
