import json

import pytest
from click.testing import CliRunner
from tests.evaluate.made import coding, event, who

from facta.cli import evaluate as command

TEXT = "Sudra detained reporters. Norla may protest."


@pytest.fixture
def gold(tmp_path, monkeypatch):
    made = coding(TEXT, event(TEXT, "detained", "COERCE", actors=[who("SUD")]), event(TEXT, "protest", "ACCUSE"))
    monkeypatch.setattr(command, "coder", lambda pages: lambda article: made)
    rows = [("detained", "COERCE", "actual"), ("protest", "ACCUSE", "hypothetical")]
    for name, genre in (("a", "wire"), ("b", "opinion")):
        mentions = [
            {
                "trigger": {"start": TEXT.index(w), "end": TEXT.index(w) + len(w), "text": w}, "type": t, "status": s,
                "polarity": "+", "actors": [{"text": "x", "code": "SUD", "sector": "GOV"}],
            }
            for w, t, s in rows
        ]
        article = {"id": name, "genre": genre, "text": TEXT, "mentions": mentions}
        (tmp_path / f"{name}.json").write_text(json.dumps(article))
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(command.evaluate, [str(a) for a in arguments])


def test_table(gold):
    """The table names coder, data, scores and genres."""
    result = run(gold, "--by-genre")
    assert result.exit_code == 0, result.output
    assert "sha256:" in result.output
    assert "2 articles · 4 gold records, 2 deeds" in result.output
    assert "tuple f1" in result.output
    assert "opinion" in result.output


def test_errors_show_the_sentence(gold):
    """Each mismatch shows what is wrong and the sentence with its trigger marked."""
    result = run(gold, "--errors", "--kind", "status", "--article", "a")
    assert "Norla may »protest«." in result.output
    assert "FACT STATUS" in result.output
    assert result.output.count("»") == 1


def test_json(gold):
    """The JSON holds scores, intervals and errors, and can be read back."""
    found = json.loads(run(gold, "--json", "--errors").output)
    assert found["scores"]["all"]["detection_f1"] == 1.0
    assert found["scores"]["all"]["false_facts_per_100"] == 50.0
    assert found["errors"][0]["gold"]["status"] == "hypothetical"


@pytest.mark.parametrize(("arguments", "status"), [(["nowhere"], 2), (["--kind", "colour"], 2), ([], 2)])
def test_wrong_usage(gold, arguments, status):
    """A missing file or an unknown kind is wrong usage."""
    assert run(*arguments).exit_code == status


def test_bad_gold_is_named(tmp_path):
    """A broken gold file is named on standard error, and the status is 1."""
    (tmp_path / "bad.json").write_text("{")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "bad.json" in result.output
