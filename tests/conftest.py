"""What holds for every test: a cache of its own, so that nothing found before counts, no limit of time, and random
examples that are the same in each run (`make fuzz` looks for new ones)."""

import os

import pytest
from hypothesis import settings

from ltcarch.writing.cache import FOLDER_SETTING

settings.register_profile("same-without-haste", deadline=None, derandomize=True)
settings.load_profile("same-without-haste")


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    os.environ[FOLDER_SETTING] = str(tmp_path_factory.mktemp("cache"))
