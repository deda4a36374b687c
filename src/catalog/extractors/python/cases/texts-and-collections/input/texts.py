NAME = "Ada"
RAW = r"\d+\.\d" b"\x41" u"\u00e9"
BRACES = f"{{literal}} {NAME!r:>{10}} {NAME.upper()}"
TRIPLE = """first
second \
continued"""
PERCENT = "%s has %d%% of %(x)s" % {"x": NAME}
PAIR = "%s/%s" % ("models", NAME)
FORMATTED = "{0}-{1}-{0}".format("a", NAME)
JOINED = "a" + "b" + NAME + "c"
SUM = 1 + COUNT
NUMBERS = [0x10, 1_000, -2.5e3, 0b11, 10 ** 2]
MAPPING = {"a": 1, **BASE, NAME: [1, *REST], None: (True, False)}
COMPREHENSIONS = {k: v for k, v in MAPPING.items() if k}, {n for n in NUMBERS}, [a for b in MAPPING for a in b]
CHOICE = "yes" if FLAG else NAME or "no"
FIRST, (SECOND, *OTHERS) = "one", NAME.split()
A = B = lookup()
NESTED["key"]["inner"] = 1
slice_of, item, deep = NUMBERS[1:], NUMBERS[0], MAPPING["a"].b[NAME]
NOT = not A and B < 1 <= 2 is None
loaded = __import__("pickle").loads(data)
