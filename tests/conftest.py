"""What holds for every test: a cache of its own, so that nothing found before counts, and no limit of time."""

import os

import pytest
from hypothesis import settings

from ltcarch.writing.cache import FOLDER_SETTING

settings.register_profile("without-haste", deadline=None)
settings.load_profile("without-haste")


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    os.environ[FOLDER_SETTING] = str(tmp_path_factory.mktemp("cache"))
