"""The page in a real browser: what it asks for, lights, shows and hides, and that it can be used by everybody.

One Chromium serves all tests. Where none is installed the tests are skipped, unless READCMP_BROWSER says that
there must be one.
"""

import json
import os
from pathlib import Path

import pytest
from browsers import QUIET, chromium
from comparisons import PAYLOAD, comparison, filled, side, three, two
from program import readcmp

from readcmp.aligning.pins import resolve_pins
from readcmp.loading.pins import read_pins
from readcmp.rendering.html import render_html
from readcmp.rendering.json import render_json as made_json

REAL = [Path(__file__).parent.parent / "samples" / "2020-07-23-trump-putin" / f"{name}.txt" for name in ("us", "ru")]

SIZES = {"phone": (390, 844), "tablet": (900, 1000), "desk": (1600, 900)}

SETTLED = 10_000
"""Milliseconds that a page may take to settle after its window has changed, on a machine with much to do."""


def missing(reason):
    """Skip, or fail where a browser must be there."""
    if os.environ.get("READCMP_BROWSER"):
        pytest.fail(f"READCMP_BROWSER is set, but {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser():
    """Chromium without a window."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed: pip install -e '.[test]'")
    found = chromium()
    if found is None:
        missing("no Chromium is installed, so the page is not tried in a browser")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=found, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def show(browser, tmp_path):
    """A function that opens a comparison's page, and checks at the end that it asked for nothing and went right."""
    asked, own, said, contexts = [], [], [], []

    def opened(drawn, size="desk", scheme="light", script=True, html=None, complaints=0):
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html or render_html(drawn), encoding="utf-8")
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.set_default_timeout(20_000)
        page.goto(file.as_uri())
        own.append(file.as_uri())
        assert len(said) == complaints
        said.clear()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if url not in own and not url.startswith(("data:image/svg+xml,", "blob:"))] == []
    assert said == []


def lit(page):
    """The points that are lit, and the bands, by the points that these join."""
    points = page.eval_on_selector_all(".point.lit", "all => all.map(e => e.id)")
    bands = page.eval_on_selector_all(".band.lit", "all => all.map(e => `${e.dataset.a} ${e.dataset.b}`)")
    return sorted(points), sorted(bands)


def until(page, condition):
    """Wait for what a page may take a moment to become; its policy lets the browser wait for no such words itself."""
    for _ in range(SETTLED // 100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    pytest.fail(condition)


def seen(page, selector):
    """The texts of the elements that are seen."""
    return [element.inner_text() for element in page.locator(selector).all() if element.is_visible()]


def on(page):
    """The bands that are drawn."""
    return sorted(page.eval_on_selector_all(".band", "all => all.map(e => `${e.dataset.a} ${e.dataset.b}`)"))


def test_bands_join_what_is_linked_and_end_at_their_points(show):
    page = show(two())
    assert on(page) == ["p0-1 p1-1", "p0-2 p1-2", "p0-2 p1-3", "p0-3 p1-4", "p0-5 p1-6"]
    assert page.get_attribute(".band[data-b=p1-6]", "class") == "band weak"  # possibly in both: a broken line
    ends = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".spine")].map((rule) => {
            const box = rule.getBoundingClientRect();
            const text = document.getElementById(rule.dataset.point).getBoundingClientRect();
            return [rule.dataset.point, [box.top - text.top, text.bottom - box.bottom, box.height]];
        }))"""
    )
    assert len(ends) == 11
    for above, below, height in ends.values():
        assert height >= 2
        assert above > -16  # no further than the space between two lines
        assert below > -16


def test_going_over_a_point_lights_its_links_and_tells_why(show):
    page = show(two())
    page.hover("#p0-2")
    assert lit(page) == (["p0-2", "p1-2", "p1-3"], ["p0-2 p1-2", "p0-2 p1-3"])
    page.click("#p0-2")
    page.locator("#dock .because summary").first.click()
    dock = page.inner_text("#dock")
    for words in ("It was agreed to limit launchers.", "0.91 strong"):
        assert words in dock
    for words in ("launchers", "number", "“1,500”", "agreed (“agreed”)"):
        assert words in dock
    page.keyboard.press("Escape")
    page.mouse.move(5, 5)
    assert lit(page) == ([], [])
    assert page.is_hidden("#dock")


def test_going_over_a_band_lights_its_points(show):
    page = show(two())
    page.locator("#texts").scroll_into_view_if_needed()
    place = page.evaluate(
        """() => {
            const path = document.querySelector('.band[data-b="p1-4"]');
            const [at, matrix] = [path.getPointAtLength(0), path.getScreenCTM()];
            return [at.x * matrix.a + matrix.e + 2, at.y * matrix.d + matrix.f + 2];
        }"""
    )
    page.mouse.move(*place)
    assert lit(page)[0] == ["p0-3", "p1-4"]


def test_a_point_that_stands_alone_tells_what_comes_nearest(show):
    page = show(two())
    page.hover("#p1-5")
    assert lit(page) == (["p1-5"], [])
    dock = page.inner_text("#dock")
    assert "No matching passage in any other account." in dock
    assert "may be covered by US\u00a05, 0.22" in dock


def test_what_is_told_of_never_lies_under_what_tells_of_it(show):
    page = show(two())
    for point in ("#p0-1", "#p1-6"):
        for block in ("start", "center", "end"):
            page.eval_on_selector(point, "(e, block) => e.scrollIntoView({block})", block)
            page.mouse.move(1, 1)
            page.eval_on_selector(f"{point} .ref", "e => e.focus({preventScroll: true})")
            told, dock = (page.locator(s).bounding_box() for s in (point, "#dock"))
            apart = told["y"] + told["height"] <= dock["y"] + 1 or told["y"] >= dock["y"] + dock["height"] - 1
            assert apart, (point, block)


def test_a_click_keeps_a_point_until_escape(show):
    page = show(two())
    page.click("#p0-3")
    page.mouse.move(5, 5)
    assert lit(page)[0] == ["p0-3", "p1-4"]
    page.keyboard.press("Escape")
    assert lit(page) == ([], [])
    page.click("#p0-3")
    page.click("#p0-3")
    page.mouse.move(5, 5)
    assert lit(page) == ([], [])


def test_all_of_it_works_with_the_keyboard_alone(show):
    page = show(two())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("j")
    assert lit(page)[0] == ["p0-1", "p1-1"]
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    assert lit(page)[0] == ["p0-3", "p1-4"]
    page.keyboard.press("k")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.closest('.point').id") == "p1-2"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "dock"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.is_hidden("#dock") or lit(page)[0] == ["p0-2", "p1-2"]


def test_few_stops_of_the_tab_key_lie_before_the_texts_and_one_in_each_list(show):
    page = show(two())
    for selector in (".ref", "button.topic"):
        assert len(page.query_selector_all(f"{selector}[tabindex='0']")) == 1
        assert len(page.query_selector_all(selector)) > 1
    page.focus("button.topic[tabindex='0']")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent.trim().split('\\n')[0]") == "Energy"


def test_keys_move_the_bar_and_lead_to_the_topics(show):
    page = show(two())
    for key, bar in (("]", "strong"), ("]", "strong"), ("[", "likely"), ("[", "weak")):
        page.keyboard.press(key)
        assert page.locator("[name=bar]:checked").get_attribute("value") == bar
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.className") == "topic"


def test_the_skip_link_leads_to_the_full_texts(show):
    page = show(two())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "accounts"


def test_a_topic_filters_the_page_and_a_second_press_shows_all_again(show):
    page = show(two())
    everything = page.inner_text("main")
    page.get_by_role("button", name="Energy").click()
    assert "topic=energy" in page.url
    assert page.get_by_role("button", name="Energy").get_attribute("aria-pressed") == "true"
    bright = page.eval_on_selector_all(".point:not(.aside)", "all => all.map(e => e.id)")
    assert bright == ["p0-3", "p1-4"]
    page.click("#matches > summary")
    page.click("#alone > summary")
    assert [words.split("\n")[0] for words in seen(page, ".matter h3")] == ["Energy"]
    assert seen(page, ".alone .entry") == []
    page.get_by_role("button", name="Human rights").click()
    assert seen(page, ".alone .entry .words") == ["The President raised … the release of jailed reporters"]
    page.keyboard.press("Escape")
    page.click("#matches > summary")
    page.click("#alone > summary")
    page.mouse.move(5, 5)
    assert page.inner_text("main") == everything


def test_on_a_topic_every_difference_is_in_sight(show):
    page = show(two())
    page.get_by_role("button", name="Trade").click()
    assert len(seen(page, ".finding")) == page.eval_on_selector_all(
        ".finding", "(all, ref) => all.filter(e => e.dataset.topics.split(' ').includes('t5')).length"
    )
    page.get_by_role("button", name="Energy").click()
    assert seen(page, ".finding") == []
    assert seen(page, ".findings .nothing") == ["No difference on this topic."]


def test_the_bar_moves_what_is_shown_and_not_what_is_told_by_one_alone(show):
    page = show(two())
    assert seen(page, "#count") == ["3 matches, 2 possible"]
    figures = seen(page, "[data-figure]")
    page.locator("label", has_text="strong only").click()
    assert seen(page, "#count") == ["2 matches"]
    assert page.get_attribute("#p0-3", "class") == "point linked"
    page.locator("label", has_text="weak and up").click()
    assert {"p0-5 p1-6", "p0-2 p1-3"} <= set(on(page))
    assert page.get_attribute("#p0-5", "class") == "point unsure"
    assert seen(page, "[data-figure]") == figures


def test_no_finding_of_three_sides_is_hidden_because_another_side_tells_it(show):
    made = three()
    page = show(made)
    assert len(page.query_selector_all(".finding:not([hidden])")) == len(made.findings)


def test_a_side_that_tells_nothing_alone_says_so(show):
    nothing = ".alone .nothing"
    page = show(two())
    page.click("#alone > summary")
    assert seen(page, nothing) == []
    page.get_by_role("button", name="Human rights").click()
    assert len(seen(page, nothing)) == 1
    page = show(three())
    page.click("#alone > summary")
    assert len(seen(page, nothing)) == 3


def test_a_finding_leads_to_its_evidence(show):
    page = show(two())
    page.locator(".finding .jump:visible", has_text="RU\u00a02").first.click()
    assert lit(page)[0] == ["p0-2", "p1-2"]
    assert page.url.endswith("#passage=ru1")
    assert page.locator("#p1-2").is_visible()
    box = page.locator("#p1-2").bounding_box()
    assert 0 < box["y"] < SIZES["desk"][1]


def test_an_address_with_a_point_opens_there(show):
    page = show(two())
    page.goto(f"{page.url}#p1-2")
    page.reload()
    page.wait_for_selector("#dock:not([hidden])")
    assert lit(page)[0] == ["p0-2", "p1-2"]


def test_the_address_says_what_is_shown_and_opens_the_page_so(show):
    page = show(two())
    page.locator("label", has_text="strong only").click()
    page.get_by_role("button", name="Arms control").click()
    page.click("#p1-2")
    assert page.url.split("#")[1] == "bar=strong&topic=arms-control&passage=ru1"
    page.reload()
    page.wait_for_selector("#dock:not([hidden])")
    assert page.locator("[name=bar]:checked").get_attribute("value") == "strong"
    assert page.locator("button.topic[aria-pressed=true] .label").inner_text().startswith("Arms control")
    assert lit(page)[0] == ["p0-2", "p1-2"]
    page.evaluate("location.hash = 'bar=weak'")
    until(page, "document.querySelector('[name=bar]:checked').value === 'weak'")
    assert page.is_hidden("#dock")
    assert page.query_selector("button.topic[aria-pressed=true]") is None


@pytest.mark.parametrize("asked", ["#bar=none&topic=nothing&passage=us99", "#%", "#topic=%3Cb%3E", "#nowhere"])
def test_an_address_that_asks_for_what_is_not_there_opens_the_page_as_it_is(show, asked):
    page = show(two())
    page.goto(page.url + asked)
    page.reload()
    assert page.locator("[name=bar]:checked").get_attribute("value") == "likely"
    assert page.is_hidden("#dock")


def test_two_of_three_sides_stand_beside_each_other_as_one_likes(show):
    page = show(three())
    assert on(page) == ["p0-1 p1-1", "p1-2 p2-2"]  # between neighbours alone
    page.hover("#p0-1")
    assert lit(page)[0] == ["p0-1", "p1-1", "p2-1"]
    page.select_option("#beside", label="US and RU")
    assert on(page) == ["p0-1 p2-1"]
    assert len(seen(page, "article.text")) == 2


def test_on_a_phone_one_account_stands_in_front_and_names_the_matches_of_its_passages(show):
    page = show(two(), "phone")
    assert on(page) == []
    assert seen(page, "article.text h3, article.text .body")[0].startswith("The leaders spoke")
    assert len(seen(page, "article.text")) == 1
    assert page.inner_text("#p0-2 .to").strip() == "→\u00a0RU\u00a02, RU\u00a03"
    page.click("#p0-2")
    assert "It was agreed to limit launchers." in page.inner_text("#dock")
    page.locator("#dock .partner .jump").first.click()
    assert page.is_visible("#p1-2")
    assert page.is_hidden("#p0-2")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="United States").click()
    assert page.is_visible("#p0-2")


def test_what_is_touched_is_large_enough(show):
    page = show(two(), "phone")
    page.click("#p0-2")
    small = page.eval_on_selector_all(
        "button, summary, select, a.jump, .controls label",
        """all => all.map(e => [e.textContent.trim().slice(0, 20), e.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([name]) => name)""",
    )
    assert small == []


@pytest.mark.parametrize("make", [two, three, lambda: filled(PAYLOAD)], ids=["two", "three", "filled"])
def test_nothing_stands_out_of_the_page_at_the_side(show, make):
    page = show(make())
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        # The bands are drawn anew only when the browser has laid out the page: soon, not at once.
        until(page, "document.documentElement.scrollWidth <= innerWidth")


def test_the_scheme_follows_the_system_until_the_reader_chooses(show):
    grounds = {}
    for scheme in ("light", "dark"):
        page = show(two(), scheme=scheme)
        ground = "getComputedStyle(document.body).backgroundColor"
        grounds[scheme] = page.evaluate(ground)
        page.click("#scheme")
        grounds[f"not {scheme}"] = page.evaluate(ground)
    assert grounds["light"] == grounds["not dark"] != grounds["dark"] == grounds["not light"]


def test_without_script_the_page_can_be_read_and_its_references_lead_to_the_reasons(show):
    page = show(two(), script=False)
    text = page.text_content("main")
    for words in ("They agreed to cut 1,500 launchers by 2030.", "0.91 strong", "Only in Russia’s account"):
        assert words in text
    assert page.inner_text("#p0-2 .to").strip() == "→ RU\u00a02"
    for selector in ("#controls", "#scheme", "#tabs", "#download"):
        assert page.is_hidden(selector)
    page.click("#p0-2 .ref")
    assert page.url.endswith("#mp0-2")
    assert page.is_visible("#mp0-2")


def test_on_paper_stand_head_differences_and_texts_and_no_control(show):
    page = show(two())
    page.click("#p0-3")
    page.emulate_media(media="print")
    for selector in ("#controls", "#dock", ".rail", "#matches", "#alone", ".more"):
        assert page.is_hidden(selector)
    for selector in ("h1", ".finding", "#p0-3", "#p1-4"):
        assert page.locator(selector).first.is_visible()
    page = show(two(), "phone")
    page.emulate_media(media="print")
    assert len(seen(page, "article.text")) == 2


def test_text_from_outside_runs_nothing_and_is_shown(show):
    page = show(filled(PAYLOAD))
    for point in page.locator(".point").all():
        point.hover()
    page.keyboard.press("Escape")
    for button in page.locator("button.topic").all():
        button.click()
    assert page.title() != "run"
    assert page.eval_on_selector_all("script:not([type])", "all => all.length") == 1
    assert page.eval_on_selector_all("img, iframe, textarea, [autofocus]", "all => all.length") == 0
    assert "<script>document.title='run'</script>" in page.inner_text("#p0-2")
    assert "\\u202e" in page.inner_text("#p0-2")


def test_even_a_script_that_got_into_the_page_would_not_run(show):
    """The policy holds by itself: here the escaping is undone on purpose."""
    script = "<script>document.title='run'</script>"
    page = show(None, html=render_html(two()).replace("</main>", f"{script}</main>"), complaints=1)
    assert page.title() != "run"


def test_the_fragment_works_in_another_page(show):
    page = show(None, html=f"<!doctype html><title>Notebook</title>{render_html(two(), fragment=True)}")
    frame = page.frame_locator("iframe")
    frame.locator("#p0-3").hover()
    assert "Deliveries of gas" in frame.locator("#dock").inner_text()
    frame.locator("#p0-3").click()
    frame.get_by_role("button", name="Not the same").click()
    assert "unsure" in frame.locator("#p0-3").get_attribute("class")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["phone", "desk"])
def test_a_checker_of_accessibility_finds_nothing(show, scheme, size):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    for make in (two, three):
        page = show(make(), size, scheme)
        found = [*broken(axe, page)]
        page.click("#p0-1")
        found += broken(axe, page)
        page.get_by_role("button", name="Not the same").first.click()
        found += broken(axe, page)
        page.keyboard.press("Escape")
        page.evaluate("for (const block of document.querySelectorAll('details')) block.open = true")
        page.get_by_role("button", name="Climate" if make is three else "Energy").click()
        assert found + broken(axe, page) == []


def broken(axe, page):
    """What the checker finds, with where it stands."""
    found = axe.Axe().run(page).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def figures(page, side):
    """The shares of a text that stand over it."""
    return seen(page, f"[data-side='{side}'] [data-figure]")


def test_two_passages_set_as_not_the_same_lose_their_line_and_their_marks_follow(show):
    page = show(two())
    before = figures(page, 0)
    page.click("#p0-3")
    page.get_by_role("button", name="Not the same").click()
    assert "p0-3 p1-4" not in on(page)
    assert [page.get_attribute(point, "data-state") for point in ("#p0-3", "#p1-4")] == ["linked", "linked"]
    for point in ("#p0-3", "#p1-4"):
        assert "unsure" in page.get_attribute(point, "class").split()
    assert figures(page, 0) != before
    assert seen(page, "#count") == ["2 matches, 2 possible"]
    assert seen(page, "#pinned") == ["One correction."]
    assert "--pins" in page.inner_text("#pins")
    page.get_by_role("button", name="Not the same").click()  # a second time takes it back
    assert "p0-3 p1-4" in on(page)
    assert figures(page, 0) == before
    assert page.is_hidden("#pins")


def test_a_passage_is_matched_with_another_by_mouse_and_by_keyboard(show):
    page = show(two())
    assert "only" in page.get_attribute("#p0-4", "class").split()
    page.click("#p0-4")
    page.get_by_role("button", name="Match with another passage").click()
    page.click("#p0-2")  # of the same account: not taken
    page.click("#p1-5")
    assert "p0-4 p1-5" in on(page)
    assert "Set as the same by you" in page.inner_text("#dock")
    assert page.get_attribute(".band[data-a=p0-4]", "class").startswith("band strong")
    for point in ("#p0-4", "#p1-5"):
        assert "linked" in page.get_attribute(point, "class").split()
    page.keyboard.press("u")
    assert "p0-4 p1-5" not in on(page)
    page.keyboard.press("Escape")
    page.focus("#p0-4 .ref")
    page.keyboard.press("m")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert len([band for band in on(page) if band.startswith("p0-4")]) == 1


def test_corrections_stay_for_the_next_visit_and_go_when_they_are_removed(show):
    page = show(two())
    page.click("#p0-3")
    page.get_by_role("button", name="Not the same").click()
    page.keyboard.press("Escape")
    page.reload()
    assert "p0-3 p1-4" not in on(page)
    assert seen(page, "#pinned") == ["One correction."]
    page.click("#clear")
    page.reload()
    assert "p0-3 p1-4" in on(page)
    assert page.is_hidden("#pins")


def saved(page, selector):
    """The text of the file that a button gives, and its name."""
    with page.expect_download() as waiting:
        page.click(selector)
    download = waiting.value
    return Path(download.path()).read_text("utf-8"), download.suggested_filename


def page_of(files, tmp_path, *options):
    """The page of real files as the command writes it, and what it says besides."""
    target = tmp_path / "comparison.html"
    done = readcmp("diff", "--engine", "fuzzy", "-o", target, *options, *files)
    assert done.returncode == 0, done.stderr
    return target.read_text("utf-8"), done.stderr


def standing(page):
    """How every passage stands in a page."""
    classes = page.eval_on_selector_all(".point", "all => all.map(e => [e.id, [...e.classList]])")
    return {point: next(c for c in found if c in ("linked", "unsure", "only", "rest")) for point, found in classes}


def test_the_file_of_corrections_is_taken_by_the_next_run(show, tmp_path):
    page = show(None, html=page_of(REAL, tmp_path)[0])
    apart, same = "#p0-2", ("#p0-6", "#p1-11")
    page.click(apart)
    page.get_by_role("button", name="Not the same").first.click()
    lost = set(page.evaluate("Pins.all().map(pin => `${pin.a} ${pin.b}`)"))
    page.keyboard.press("Escape")
    page.click(same[0])
    page.get_by_role("button", name="Match with another passage").click()
    page.click(same[1])
    text, name = saved(page, "#save")
    assert name == "pins.yaml"
    shown = standing(page)
    (tmp_path / "pins.yaml").write_text(text, "utf-8")
    html, said = page_of(REAL, tmp_path, "--pins", tmp_path / "pins.yaml")
    assert "pin" not in said  # none was left unused
    again = show(None, html=html)
    assert f"{same[0][1:]} {same[1][1:]}" in on(again)
    assert not lost & set(on(again))
    ends = {point for pair in lost for point in pair.split()} | {point[1:] for point in same}
    assert {point: shown[point] for point in ends} == {point: standing(again)[point] for point in ends}
    assert saved(again, "#save")[0] == text  # the corrections with which a page was made are not lost
    again.click("#clear")
    again.reload()
    assert again.is_hidden("#pins")


def test_corrections_of_any_text_make_a_file_that_is_read(show, tmp_path):
    words = "said: \"yes\" 'no' \\ # \u2028 \u0085 - {a: [b]} \ufeff & <b> \U0001f310 не"
    us = side("no", "Norway", [(f"Trade {words}", ["trade"]), ("Aid came up.", ["energy"])])
    ru = side("ru", "Russia", [("Climate was raised.", ["climate"]), (f"Gas {words}", ["energy"])])
    page = show(comparison((us, ru)))
    for a, b in (("#p0-1", "#p1-2"), ("#p0-2", "#p1-1")):
        page.click(a)
        page.get_by_role("button", name="Match with another passage").click()
        page.click(b)
        page.keyboard.press("Escape")
    file = tmp_path / "pins.yaml"
    file.write_text(saved(page, "#save")[0], "utf-8")
    same, notes = resolve_pins((us, ru), read_pins(file))
    assert same == {("no0", "ru1"): True, ("no1", "ru0"): True}
    assert notes == ()


def test_the_data_can_be_taken_away_as_the_program_prints_them(show):
    made = two()
    text, name = saved(show(made), "#download")
    assert name == "comparison.json"
    assert json.loads(text) == json.loads(made_json(made))


def test_a_quotation_and_a_link_to_its_passage_are_copied(show):
    page = show(two())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("#p0-2")
    page.get_by_role("button", name="Copy quotation").click()
    until(page, "document.querySelector('#status').textContent === 'Quotation copied.'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "“They agreed to cut 1,500 launchers by 2030.” (United States, White House, 2031-05-04)"
    page.get_by_role("button", name="Copy link").click()
    until(page, "document.querySelector('#status').textContent === 'Link copied.'")
    assert page.evaluate("navigator.clipboard.readText()").endswith(".html#passage=us1")


def test_numbers_of_passages_are_not_copied_with_the_text(show):
    page = show(two())
    copied = page.evaluate(
        """() => {
            getSelection().selectAllChildren(document.querySelector("article.text .body"));
            return getSelection().toString();
        }"""
    )
    assert copied.split() == " ".join(point.text for point in two().sides[0].points).split()


def test_no_latin_text_falls_to_a_face_of_east_asia(show):
    page = show(three())
    families = page.eval_on_selector_all(".body", "all => all.map(e => [e.lang, getComputedStyle(e).fontFamily])")
    for language, family in families:
        assert ("CJK" in family) is (language == "zh")
        assert family.index("Times New Roman") < (family.index("CJK") if language == "zh" else len(family))
