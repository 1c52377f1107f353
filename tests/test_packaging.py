"""The wheel puts one name in site-packages, and leaves nothing of the checkout out.

It is built from the sdist, so the sdist holds all that the wheel needs. `tools/check_wheel.py` installs
it and runs it.
"""

from __future__ import annotations

import email
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import checker

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = {
    "checker": "checker",
    "rules": "checker/rules",
    "schemas": "checker/schemas",
    "seeds": "checker/seeds",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    built = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    assert len(list(out.glob("*.tar.gz"))) == 1
    (path,) = out.glob("*.whl")
    return zipfile.Path(path)


def _names(wheel: zipfile.Path) -> set[str]:
    return {name for name in wheel.root.namelist() if not name.endswith("/")}


def _metadata(wheel: zipfile.Path, name: str) -> str:
    (path,) = (name_ for name_ in _names(wheel) if name_.endswith(f".dist-info/{name}"))
    return wheel.joinpath(path).read_text(encoding="utf-8")


def test_checker_is_the_only_name_in_site_packages(wheel: zipfile.Path) -> None:
    tops = {name.split("/")[0] for name in _names(wheel)}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"checker"}


@pytest.mark.parametrize("folder", SHIPPED)
def test_a_folder_is_shipped_whole(wheel: zipfile.Path, folder: str) -> None:
    ours = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    wanted = {f"{SHIPPED[folder]}/{path.relative_to(ROOT / folder).as_posix()}" for path in ours}

    assert wanted
    assert wanted - _names(wheel) == set()


def test_the_wheel_holds_nothing_but_the_checkout(wheel: zipfile.Path) -> None:
    homes = sorted(SHIPPED, key=lambda folder: -len(SHIPPED[folder]))
    strange = set()
    for name in _names(wheel):
        folder = next((home for home in homes if name.startswith(f"{SHIPPED[home]}/")), None)
        if folder is None or not (ROOT / folder / name.removeprefix(f"{SHIPPED[folder]}/")).is_file():
            strange.add(name)

    assert {name for name in strange if ".dist-info/" not in name} == set()
    assert not any("__pycache__" in name for name in _names(wheel))


def test_files_are_shipped_byte_for_byte(wheel: zipfile.Path) -> None:
    shipped = wheel.joinpath("checker/seeds/cases/2024-01-14/article.txt").read_bytes()

    assert shipped == (ROOT / "seeds/cases/2024-01-14/article.txt").read_bytes()


def test_the_metadata_name_version_licence_and_command(wheel: zipfile.Path) -> None:
    metadata = email.message_from_string(_metadata(wheel, "METADATA"))

    assert metadata["Name"] == "launch-factcheck"
    assert metadata["Version"] == checker.__version__
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    assert "factcheck = checker.cli:main" in _metadata(wheel, "entry_points.txt")
    assert "factcheck = checker.pytest_plugin" in _metadata(wheel, "entry_points.txt")
    assert "The factcheck authors" in _metadata(wheel, "licenses/LICENSE")


def test_the_wheel_says_that_it_is_typed(wheel: zipfile.Path) -> None:
    assert "checker/py.typed" in _names(wheel)


@pytest.mark.parametrize("folder", ["rules", "schemas", "seeds"])
def test_a_folder_yields_to_an_installed_package_of_its_name(folder: str) -> None:
    # django-rules installs `rules`; a folder with an __init__.py would hide it in the checkout.
    assert list((ROOT / folder).rglob("__init__.py")) == []
