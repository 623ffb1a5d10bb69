"""Letters in a drawing stand out from whatever may lie behind them: WCAG 2.2, 1.4.3, at least 4.5 to 1.

Held strictly: each colour of letters against each pale colour of the same drawing, behind them or not."""

import re
import sys


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


drawing = open(sys.argv[1], encoding="utf-8").read()
letters = set(re.findall(r'<text[^>]*fill="(#[0-9a-f]{6})"', drawing))
shapes = set(re.findall(r'<(?:rect|path|polygon|ellipse)[^>]*fill="(#[0-9a-f]{6})"', drawing))
pale = {colour for colour in shapes | {"#ffffff"} if luminance(colour) > 0.5}
faint = [(colour, behind) for colour in letters for behind in pale if contrast(colour, behind) < 4.5]
if not letters or faint:
    print("no letters with a colour" if not letters else f"too faint: {sorted(faint)}")
    sys.exit(1)
