import pytest

from kzhealthkg.edtf import EdtfError, bounds, valid


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02-07", "2025-02-07", "2025-02-07"),
        ("2026-10/2026-12", "2026-10-01", "2026-12-31"),
        ("2024/..", "2024-01-01", ""),
        ("../2024-06", "", "2024-06-30"),
        ("2016/2022", "2016-01-01", "2022-12-31"),
        ("2023-11-06/2023-11-10", "2023-11-06", "2023-11-10"),
    ],
)
def test_bounds(text: str, first: str, last: str) -> None:
    assert bounds(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2024-00", "2023-02-29", "2025/2024", "../..", "/", "2024-5", "2024/2025/2026", "бүгін"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not valid(text)
    with pytest.raises(EdtfError):
        bounds(text)
