"""Every test run has a cache of its own, so that nothing found before it counts and nothing is left behind."""

import os

import pytest

from ltcarch.writing.cache import FOLDER_SETTING


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    os.environ[FOLDER_SETTING] = str(tmp_path_factory.mktemp("cache"))
