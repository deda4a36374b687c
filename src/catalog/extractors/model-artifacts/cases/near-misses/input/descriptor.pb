


a/b.protoa.b"
Name