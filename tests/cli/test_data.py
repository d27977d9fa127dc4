"""``facta data check rosters``: counts, overlaps, agreement, and a wrong line named with its place."""

import json

HEADER = "name\tcode\tsector\tvalid_from\tvalid_to\tform"


def test_counts_and_overlaps(run):
    """All is there, so the exit status is 0; targets and shared names are shown."""
    result = run("data", "check", "rosters")
    assert result.exit_code == 0
    assert "falls short" not in result.stdout
    assert "states with both" in result.stdout
    assert "Koreans" not in result.stderr


def test_a_wrong_line_is_refused(run, tmp_path):
    """A line of one's own that is wrong is named with file and number, and nothing is counted."""
    own = tmp_path / "mine.tsv"
    own.write_text(f"{HEADER}\nFront\tTCD\tREB\t\t\t\nFront\tTCD\tBAD\t\t\t\n")
    result = run("data", "check", "rosters", "--roster", own)
    assert result.exit_code == 2
    assert "mine.tsv:3" in result.stderr
    assert result.stdout == ""


def test_agreement_falls_short(run, tmp_path):
    """Less agreement than asked for gives exit status 1 and the years that differ."""
    path = tmp_path / "a.csv"
    path.write_text("iso3_0,leader,startdate,enddate\nDEU,Merkel,2000-01-01,2010-12-31\n")
    result = run("data", "check", "rosters", "--archigos", path)
    assert result.exit_code == 1
    assert "DEU 2000: Merkel" in result.stdout


def test_json(run, tmp_path):
    """Programs get everything in one object."""
    path = tmp_path / "a.csv"
    path.write_text("iso3_0,leader,startdate,enddate\nDEU,Merkel,2006-01-01,2010-12-31\n")
    found = json.loads(run("data", "check", "rosters", "--json", "--archigos", path).stdout)
    assert found["archigos"] == {"shared": 5, "agreed": 5, "share": 1.0, "apart": []}
    assert {o["name"] for o in found["overlaps"]} >= {"Koreans", "Dominican"}
    assert next(c for c in found["states"] if c["what"] == "states")["target"] == 195


def test_only_rosters_can_be_checked(run):
    """Another name is wrong usage, and the right ones are told."""
    result = run("data", "check", "votes")
    assert result.exit_code == 2
    assert "rosters" in result.stderr
