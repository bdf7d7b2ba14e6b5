"""The buttons about referrals fit into what Telegram carries, whatever the service."""

import pytest
from hypothesis import given, strategies as st

from bot.cards.referral_buttons import GiveTap, LaterStep, LaterTap
from bot.cards.referrals import later_tap
from bot.directory import starter
from bot.programme.directory.areas import region_of, slug
from bot.programme.needs.codes import NEEDS

MOST_BYTES = 64
KEYS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=36)
AREAS = ("BE", "BE-BRU", "BE-BRU:Woluwe-Saint-Lambert", "BE-VLG:Sint-Genesius-Rode", None)


@given(st.sampled_from(LaterStep), KEYS, st.sampled_from(["", *NEEDS]), st.sampled_from(AREAS))
def test_the_button_fits_and_carries_the_place_when_there_is_room(step, key, need, area):
    packed = later_tap(step, key, need, area)
    assert len(packed.encode()) <= MOST_BYTES
    tap = LaterTap.unpack(packed)
    assert (tap.step, tap.service, tap.need) == (step, key, need)
    assert tap.place in {"", slug(area) if area else "", "bru", "vlg"}


@given(KEYS)
def test_what_a_mentor_gives_fits(key):
    assert GiveTap.unpack(GiveTap(service=key).pack()).service == key


@pytest.mark.parametrize("area", AREAS)
def test_every_service_of_the_starter_directory_keeps_its_need_and_its_region(area):
    region = slug(region_of(area)) if area else ""
    for table in starter.services():
        for row in table["attributes"]:
            packed = later_tap(LaterStep.KEEP, table["key"], row["value"], area)
            tap = LaterTap.unpack(packed)
            assert len(packed.encode()) <= MOST_BYTES
            assert (tap.service, tap.need) == (table["key"], row["value"])
            assert tap.place in {slug(area) if area else "", region}, packed


def test_a_key_that_is_too_long_is_said_so_and_not_cut():
    with pytest.raises(ValueError, match="cannot be carried"):
        later_tap(LaterStep.KEEP, "x" * 60, "housing.rent", "BE-BRU")
