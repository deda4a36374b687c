visits = {}


def visits_of(key):
    visits[key] = visits.get(key, 0) + 1
    return visits[key]
