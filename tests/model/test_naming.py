"""The order of identifiers."""

from ltcarch.model.naming import natural_key


def test_runs_of_digits_count_as_numbers():
    ids = ["LTC.10", "LTC.2", "LTC.02", "LTC", "LTC.2.A1", "LTC.9", "A", "LTC.a"]
    assert sorted(ids, key=natural_key) == ["A", "LTC", "LTC.02", "LTC.2", "LTC.2.A1", "LTC.9", "LTC.10", "LTC.a"]


def test_digits_of_any_length_and_script_have_their_place():
    longest = "A" + "9" * 10_000
    found = sorted([longest, "A\u00b2", "A10"], key=natural_key)
    assert found.index("A10") < found.index(longest)


def test_numbers_come_before_letters_and_equal_ones_by_their_zeros():
    ids = ["a", "1", "00a", "0", "00", "0_", "001", "01", "_", "1a", "中"]
    assert sorted(ids, key=natural_key) == ["0", "0_", "00", "00a", "001", "01", "1", "1a", "_", "a", "中"]
