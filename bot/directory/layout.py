"""One way to lay out JSON, so that the same content is always the same file."""

import json

WIDTH = 99
STEP = 2


def laid_out(value: object) -> str:
    """The text of a JSON file; what fits on a line stands on one, so that changes read well."""
    return _lay(value, 0, 0) + "\n"


def _lay(value: object, depth: int, before: int) -> str:
    """``before`` is what stands in front on the same line, in letters."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or (depth and before + len(flat) < WIDTH):
        return flat
    inside, inner = _inside(value, depth + STEP), " " * (depth + STEP)
    begin, end = "{}" if isinstance(value, dict) else "[]"
    lines = ",\n".join(f"{inner}{one}" for one in inside)
    return f"{begin}\n{lines}\n{' ' * depth}{end}" if inside else flat


def _inside(value: dict[str, object] | list[object], depth: int) -> list[str]:
    if isinstance(value, list):
        return [_lay(one, depth, depth) for one in value]
    names = {name: f"{json.dumps(name, ensure_ascii=False)}: " for name in value}
    return [said + _lay(value[name], depth, depth + len(said)) for name, said in names.items()]
