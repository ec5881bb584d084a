"""How fast articles are read: loading, warm speed, growth with length, and sentences without end. One core.

python benchmarks/speed.py [--profile | --calls] [--articles FILE.jsonl …] [-o benchmarks/results/speed.md]

Times are CPU seconds of this process, the best of some rounds; machines differ, so the first line
measures this one by the project's own pattern of a token; the calls a token are the same on every machine with the same
version of Python. Articles of the press are no part of the project: files
of them (a JSON object a line, with "text") may be named. Where natasha is installed, its tagger of names is measured
on the same Russian text (benchmarks/tagger/natasha.requirements.txt, in an environment of its own).
"""

from __future__ import annotations

import argparse
import cProfile
import importlib.util
import io
import json
import pstats
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from kzhealthkg.annotate import annotate  # noqa: E402
from kzhealthkg.annotate.tokens import TOKEN  # noqa: E402
from kzhealthkg.extract import extract  # noqa: E402
from kzhealthkg.model import Article, Language  # noqa: E402
from kzhealthkg.read import article  # noqa: E402
from kzhealthkg.read.clean import clean  # noqa: E402

MEGABYTE = 1_000_000
SENTENCES = {
    "kk": (
        "{place} облысында {n} төсектік жаңа {kind} салынды.",
        "Нысанның құрылысына республикалық бюджеттен {n},{d} млрд теңге бөлінді.",
        "«Ауылда денсаулық сақтауды жаңғырту» ұлттық жобасы аясында {n} фельдшерлік-акушерлік пункт пайдалануға беріледі.",
        "Облыс әкімі {given} {family} {place} қаласындағы {kind} жұмысымен танысты.",
        "Былтыр өңірге {n} жас маман келіп, оларға көтерме жәрдемақы төленді.",
        "— Биыл {n} бірлік санитарлық автокөлік сатып алдық, — деді басқарма басшысы {given} {family}.",
        "Медициналық көмектің сапасын арттыру үшін дәрігерлер тұрғындармен кездесіп, олардың сұрақтарына жауап берді.",
        "Құрылыс жұмыстары {n} пайызға аяқталды, ал емхана келер жылы ашылады деп жоспарланған.",
    ),
    "ru": (
        "В {place_ru} построят {kind_ru} на {n} коек.",
        "На строительство объекта из республиканского бюджета выделено {n},{d} млрд тенге.",
        "В рамках национального проекта откроют {n} фельдшерско-акушерских пунктов.",
        "Аким области {given} {family} ознакомился с работой больницы в городе {place_ru}.",
        "В прошлом году в регион приехали {n} молодых специалистов, им выплачены подъёмные.",
        "— В этом году мы закупили {n} единиц санитарного автотранспорта, — сказал руководитель управления {given} {family}.",
        "Врачи встретились с жителями и ответили на их вопросы о качестве медицинской помощи.",
        "Строительные работы завершены на {n} процентов, поликлинику планируют открыть в следующем году.",
    ),
}  # fmt: skip
WORDS = {
    "place": ("Атырау", "Жамбыл", "Павлодар", "Маңғыстау", "Қостанай", "Түркістан", "Абай", "Жетісу"),
    "place_ru": ("Атырау", "Павлодаре", "Костанае", "Актау", "Шымкенте", "Семее", "Уральске", "Туркестане"),
    "kind": ("көпбейінді аурухана", "емхана", "дәрігерлік амбулатория", "перзентхана", "онкологиялық орталық"),
    "kind_ru": ("больницу", "поликлинику", "врачебную амбулаторию", "перинатальный центр", "родильный дом"),
    "given": ("Айгүл", "Марат", "Сәуле", "Тимур", "Гүлнар", "Асқар"),
    "family": ("Оспанова", "Серіков", "Әбенова", "Мұратов", "Жақыпова", "Ким"),
}


def news(count: int, language: str, seed: int = 1) -> str:
    """Return so many sentences of the kind that the press writes, no two paragraphs alike."""
    pick = random.Random(seed)
    lines = []
    for number in range(count):
        words = {name: pick.choice(every) for name, every in WORDS.items()}
        said = pick.choice(SENTENCES[language]).format(n=pick.randint(2, 900), d=pick.randint(1, 9), **words)
        lines.append(said + ("\n" if number % 4 == 3 else " "))
    return "".join(lines)


def read(text: str, language: Language = "kk") -> Article:
    """Return a text as an article, also where it would be refused."""
    return Article("speed", text, clean(text).mapped, date="2025-06-01", language=language)


def work(given: Article) -> int:
    """Annotate and extract; return how many tokens there were."""
    document = annotate(given)
    extract(document)
    return sum(len(sentence.tokens) for sentence in document.sentences)


def seconds(do: Callable[[], object], rounds: int = 1) -> float:
    """Return the CPU time of the best round."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        do()
        times.append(time.process_time() - start)
    return min(times)


def loading() -> Iterator[tuple[str, float]]:
    """Yield the times of whole interpreters: bare, and up to the first article in each language."""
    first = "from kzhealthkg.read import article; from kzhealthkg.annotate import annotate; from kzhealthkg.extract import extract; extract(annotate(article({!r})))"
    steps = {
        "python": "pass",
        "first article, Kazakh": first.format(news(4, "kk")),
        "first article, Russian": first.format(news(4, "ru")),
    }
    for name, code in steps.items():
        command = [sys.executable, "-c", f"import time\n{code}\nprint(time.process_time())"]
        done = [subprocess.run(command, cwd=ROOT / "src", check=True, capture_output=True, text=True) for _ in range(5)]
        yield name, min(float(run.stdout) for run in done)


def press(files: list[Path]) -> dict[str, list[Article]]:
    """Return the articles of some files by their language; none where no files are given."""
    found: dict[str, list[Article]] = {}
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            made = article(row["text"], id=f"{file.stem}-{number}", date=row.get("date"))
            found.setdefault(f"the press, {made.language}", []).append(made)
    return found


def corpora(files: list[Path]) -> dict[str, list[Article]]:
    """Return what is measured warm."""
    seeds = [article(p.read_bytes().decode(), id=p.stem) for p in sorted((ROOT / "seeds").glob("*.txt"))]
    made = {
        f"made, {language}": [read(news(60, language, seed), language) for seed in range(8)] for language in SENTENCES
    }  # type: ignore[arg-type]
    return {"seeds": seeds, **made, **press(files)}


def natasha() -> Callable[[Article], object] | None:
    """Return natasha's tagger of names, or None where it is not installed."""
    if importlib.util.find_spec("natasha") is None:
        return None
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter  # type: ignore[import-not-found]

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def find(given: Article) -> object:
        doc = Doc(given.clean.text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc.spans

    return find


def beside(files: list[Path], rounds: int) -> Iterator[str]:
    """Yield what natasha's tagger and this project need for the same Russian text."""
    tagger = natasha()
    if tagger is None:
        return
    yield "\n| Russian text, tokens/s | natasha, names | annotate, names and values | annotate + extract |\n|---|---|---|---|"
    for name, given in corpora(files).items():
        if given[0].language == "ru":
            yield (
                f"| {name} | "
                + " | ".join(f"{speed(given, rounds, do):,.0f}" for do in (tagger, annotate, work))
                + " |"
            )


def speed(given: list[Article], rounds: int, do: Callable[[Article], object] = work) -> float:
    """Return tokens a second, warm: of every article its best round, all read in turn, as other work comes in bursts."""
    tokens = sum(work(one) for one in given)
    turns = [[seconds(lambda one=one: do(one)) for one in given] for _ in range(rounds)]  # type: ignore[misc]
    return tokens / sum(map(min, zip(*turns, strict=True)))


def calls(given: list[Article], do: Callable[[Article], object]) -> float:
    """Return how many functions, of Python and built in, a warm run calls for each token.

    It is the same on every machine with the same version of Python, so it shows what a change costs where times differ.
    """
    tokens, made = sum(work(one) for one in given), 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        for one in given:
            do(one)
    finally:
        sys.setprofile(None)
    return made / tokens


def growth() -> Iterator[tuple[int, int, float]]:
    """Yield (times, tokens, microseconds a token) of one article that gets longer."""
    for times in (1, 2, 4, 8, 16):
        made = read(news(100 * times, "kk"))
        tokens = work(made)
        yield times, tokens, 1e6 * seconds(lambda made=made: work(made), 3) / tokens  # type: ignore[misc]


def repeated(unit: str, size: int = MEGABYTE) -> str:
    """Return a text of ``size`` characters."""
    return (unit * (size // len(unit) + 1))[:size]


ENDLESS = {
    "1 MB of figures and brackets": lambda: repeated("1234 (5 678) [90] "),
    "the same without blanks": lambda: repeated("(1234)[567]"),
    "1 MB of one word": lambda: repeated("аурухана "),
    "1 MB without blanks": lambda: repeated("ауруханасалынды"),
    "200,000 commas": lambda: "," * 200_000,
    "1 MB of open quotes": lambda: repeated("« ауру "),
    "1 MB of straight quotes": lambda: repeated('"Сөз '),
    "1 MB of one person": lambda: repeated("Әлия Серікова "),
    "200,000 pictures": lambda: "😀" * 200_000,
    "1 MB of the press, no full stop": lambda: repeated(news(9_000, "kk").replace(".", ",").replace("\n", " ")),
}


def profile(given: list[Article]) -> str:
    """Return the slowest functions, by their own time, without the paths of this machine."""
    watch = cProfile.Profile()
    watch.runcall(lambda: [work(one) for one in given])
    out = io.StringIO()
    pstats.Stats(watch, stream=out).sort_stats("tottime").print_stats(25)
    return out.getvalue().replace(f"{ROOT}/src/", "")


def told_calls(given: list[Article]) -> str:
    """Return the calls a token of both steps, and of each."""
    first, both = calls(given, annotate), calls(given, lambda one: extract(annotate(one)))
    return f"{both:.1f} = {first:.1f} + {both - first:.1f}"


def lines(rounds: int, files: list[Path]) -> Iterator[str]:
    """Yield the report, line by line."""
    text = news(2_000, "kk")
    pattern = sum(1 for _ in TOKEN.finditer(text)) / seconds(lambda: [0 for _ in TOKEN.finditer(text)], rounds)
    yield f"The pattern of a token alone: {pattern:,.0f} tokens/s on this machine.\n"
    yield "| loading | s |\n|---|---|"
    yield from (f"| {name} | {took:.2f} |" for name, took in loading())
    yield "\n| warm, annotate + extract | tokens/s | × the pattern's time | calls a token |\n|---|---|---|---|"
    for name, given in corpora(files).items():
        found = speed(given, rounds)
        yield f"| {name} | {found:,.0f} | {pattern / found:.0f} | {told_calls(given)} |"
    python = ".".join(map(str, sys.version_info[:2]))
    yield f"\nCalls of functions, Python's and built in, of annotate + extract, by Python {python}: the same on every machine."
    yield from beside(files, rounds)
    yield "\n| length | tokens | µs a token |\n|---|---|---|"
    yield from (f"| {times}× | {tokens:,} | {took:.1f} |" for times, tokens, took in growth())
    yield "\n| sentence without end | s, cleaning | s, annotate + extract |\n|---|---|---|"
    for name, make in ENDLESS.items():
        whole = make()
        cleaning = seconds(lambda whole=whole: read(whole))  # type: ignore[misc]
        made = read(whole)
        yield f"| {name} | {cleaning:.2f} | {seconds(lambda made=made: work(made)):.2f} |"  # type: ignore[misc]


def main() -> None:
    """Print the report, or write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--profile", action="store_true", help="only the slowest functions")
    parser.add_argument("--calls", action="store_true", help="only the calls a token")
    parser.add_argument("--articles", type=Path, nargs="*", default=[], help="files of articles, as JSON lines")
    parser.add_argument("-o", "--out", type=Path)
    args = parser.parse_args()
    if args.calls:
        print("\n".join(f"{name}: {told_calls(given)}" for name, given in corpora(args.articles).items()))
        return
    if args.profile:
        given = [one for every in corpora(args.articles).values() for one in every]
        speed(given, 1)
        print(profile(given))
        return
    report = (
        f"# Speed\n\n`python benchmarks/speed.py`, one core, CPU time, the best of {args.rounds} rounds.\n\n"
        + "\n".join(lines(args.rounds, args.articles))
        + "\n"
    )
    if args.out:
        args.out.write_text(report, encoding="utf-8")
    else:
        print(report)


if __name__ == "__main__":
    main()
