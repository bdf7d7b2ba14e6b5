"""The methods of the Bot API as aiogram knows them."""

from typing import Any

import aiogram.methods
from aiogram.methods import TelegramMethod

# By their names as Telegram reads them, which does not mind capitals.
METHODS: dict[str, type[TelegramMethod[Any]]] = {
    found.__api_method__.lower(): found
    for name in aiogram.methods.__all__
    if issubclass(found := getattr(aiogram.methods, name), TelegramMethod)
    and found is not TelegramMethod
}
