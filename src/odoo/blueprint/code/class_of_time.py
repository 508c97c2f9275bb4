for record in self:
    begun, ended = record[BEGUN], record[ENDED]
    found = False
    if begun and ended:
        seconds = (ended - begun).total_seconds()
        for name, limit in LIMITS.items():
            if not found and seconds <= limit:
                found = name
        found = found or LONGER
    record[COLUMN] = found
