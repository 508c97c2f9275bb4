for record in self:
    begun, ended = record[BEGUN], record[ENDED]
    seconds = (ended - begun).total_seconds() if begun and ended else 0
    record[COLUMN] = max(seconds, 0) / UNIT_SECONDS
