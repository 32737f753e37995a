"""What ``clauses.yaml`` holds: the closed classes by which sentences are cut into clauses and lists."""

from __future__ import annotations

from readcmp.languages.kinds import NONE, Forms, Section, Terms


class Clauses(Section):
    """The classes of one language; the comments in ``en/clauses.yaml`` say what each is for.

    What a language has no words for is left out. Verbs stand in every form that governs, in English in the base form.
    """

    needed = "adding resuming adverbs pointers"

    # Verbs
    verbs: Terms = ""
    reports: Forms = ""
    contacts: Forms = ""
    nouns: Terms = ""
    bare_auxiliaries: Terms = ""
    auxiliary_past: Terms = ""
    perfect: Terms = ""
    participles: Forms = NONE
    reach: int = 0
    copulas: Terms = ""
    infinitives: Terms = ""
    telling: Terms = ""
    talking: Terms = ""
    discussing: Terms = ""
    hearing: Terms = ""
    hearing_of: Terms = ""
    particles: Terms = ""
    aspects: Terms = ""
    after_participle: Terms = ""
    adding: Forms = ""

    # Small words
    resuming: Terms = ""
    joint_phrases: Terms = ""
    heavy_joints: Terms = ""
    contrasts: Terms = ""
    contrast_phrases: Terms = ""
    that: Terms = ""
    to: Terms = ""
    of: Terms = ""
    on: Terms = ""
    about: Terms = ""
    including: Terms = ""
    including_phrases: Terms = ""
    such_as: Terms = ""
    clear: Terms = ""
    doers: Terms = ""
    adverbs: Terms = ""
    adverb_phrases: Terms = ""
    questions: Terms = ""
    relatives: Terms = ""
    list_prepositions: Terms = ""
    pointers: Terms = ""
    asides: Terms = ""
    correlatives: Terms = ""
    pairs: Terms = ""
    fractions: Terms = ""

    # Nouns and adjectives
    adjectives: Terms = ""
    not_adjectives: Terms = ""
    within_names: Terms = ""
    speech_nouns: Terms = ""
    fixed_pairs: Terms = ""
    meetings: Terms = ""
    views: Terms = ""
    themes: Terms = ""
    not_matter: Terms = ""
    etc: Terms = ""

    # Endings
    adjective_endings: Terms = ""
    adverb_endings: Terms = ""
    gerund_endings: Terms = ""
    infinitive_endings: Terms = ""
    opening_endings: Terms = ""
    origin_endings: Terms = ""
    owner_endings: Terms = ""
    participle_endings: Terms = ""
    quality_endings: Terms = ""

    # Numbers of words
    repeat_reach: int = 0
    case_reach: int = 0
    heavy: int = 0

    # Where sentences end
    closing: Terms = ""
    closing_not: Terms = ""
    initialisms: Terms = ""
    after_initialism: Terms = ""
    numbered: Terms = ""
    joining: Terms = ""

    # A script without spaces, in which a clause is known by what it begins with
    sayings: Terms = ""
    disclaimers: Terms = ""
    deeds: Terms = ""
    advances: Terms = ""
    parties: Terms = ""
    side: Terms = ""
    not_sides: Terms = ""
    bare_modals: Terms = ""
    governors: Terms = ""
    sharing: Terms = ""
    not_governors: Terms = ""
    frames: Terms = ""
    purposes: Terms = ""
    repeated: Terms = ""
    towards: Terms = ""
    conditions: Terms = ""
    circumstances: Terms = ""
    bases: Terms = ""
    base_nouns: Terms = ""
    bodies: Terms = ""
    frames_of_lists: Terms = ""
    listing: Terms = ""
    not_listing: Terms = ""
    listing_fields: Terms = ""
    listing_purposes: Terms = ""
    fields: Terms = ""
    areas: Terms = ""
    commas: Terms = ""
    closing_verbs: Terms = ""
    not_joints: Terms = ""
    general: Terms = ""
